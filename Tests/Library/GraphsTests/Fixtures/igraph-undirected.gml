Creator "igraph version 1.0.0 Sun Nov 29 06:27:17 2026"
Version 1
graph
[
  directed 0
  node
  [
    id 0
    name "a"
  ]
  node
  [
    id 1
    name "b"
  ]
  node
  [
    id 2
    name "c"
  ]
  node
  [
    id 3
    name "alone"
  ]
  edge
  [
    source 1
    target 0
    weight 2.5
  ]
  edge
  [
    source 2
    target 1
    weight 1
  ]
]
