Creator "igraph version 1.0.0 Sun Nov 29 06:27:17 2026"
Version 1
graph
[
  directed 1
  node
  [
    id 0
    name "Jörg"
  ]
  node
  [
    id 1
    name "Ann Lee"
  ]
  node
  [
    id 2
    name "a&amp;b"
  ]
  node
  [
    id 3
    name "alone"
  ]
  edge
  [
    source 0
    target 1
    weight 2.5
  ]
  edge
  [
    source 1
    target 2
    weight 1
  ]
  edge
  [
    source 1
    target 0
    weight 0.25
  ]
]
