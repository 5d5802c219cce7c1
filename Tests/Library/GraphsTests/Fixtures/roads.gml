graph [
  directed 1
  node [
    id 0
    label "alone"
  ]
  node [
    id 1
    label "J&#246;rg"
  ]
  node [
    id 2
    label "Ann Lee"
  ]
  node [
    id 3
    label "a&#38;b<c>"
  ]
  node [
    id 4
    label "say &#34;x&#34;"
  ]
  edge [
    source 1
    target 2
    weight 2.5
  ]
  edge [
    source 1
    target 1
    weight 3.0
  ]
  edge [
    source 2
    target 1
    weight 0.25
  ]
  edge [
    source 2
    target 3
    weight 7.0
  ]
  edge [
    source 3
    target 4
    weight 1.0
  ]
]
