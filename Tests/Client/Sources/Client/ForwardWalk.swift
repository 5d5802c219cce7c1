import NodeEmbedding

/// A walk that never goes straight back, unless there is no other way.
struct ForwardWalk: RandomWalk {
  let graph: Graph
  var tableByteCount: Int { 0 }

  func append(
    _ count: Int, length: Int, to nodes: inout [Node], ends: inout [Int],
    from origin: (Int) -> (node: Node, generator: SplitMix64)
  ) {
    for walk in 0..<count {
      var (node, generator) = origin(walk)
      var previous: Node?
      nodes.append(node)
      for _ in 1..<length {
        let neighbors = graph.neighbors(of: node)
        if neighbors.isEmpty { break }
        var next: Node
        repeat {
          next = neighbors[generator.next(below: neighbors.count)]
        } while next == previous && neighbors.count > 1
        (previous, node) = (node, next)
        nodes.append(node)
      }
      ends.append(nodes.count)
    }
  }
}

/// Embeds walks of the client's own.
func tryOwnWalk(_ expectations: inout Expectations) throws {
  let ring = try Graph(sources: [0, 1, 2, 3], targets: [1, 2, 3, 0])
  let walk = ForwardWalk(graph: ring)
  var options = WalkOptions()
  options.walkLength = 9
  var nodes: [Node] = []
  try WalkCorpus(walk, options: options, seed: 1)
    .append(walkFrom: 0, repetition: 0, to: &nodes)
  expectations.expect(
    nodes == [0, 1, 2, 3, 0, 1, 2, 3, 0] || nodes == [0, 3, 2, 1, 0, 3, 2, 1, 0],
    "a walk that never turns goes round the ring")
  let embedding = try Node2Vec(dimensions: 8).embed(walk)
  expectations.expect(embedding.count == 4, "walks of one's own can be embedded")
}
