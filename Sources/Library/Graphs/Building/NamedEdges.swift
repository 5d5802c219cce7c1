internal import Names

/// Edges given in memory, with nodes by name.
struct NamedEdges: Sendable {
  /// The source, the target and the optional weight of an edge.
  typealias Edge = (source: String, target: String, weight: Float?)

  let count: Int
  let selfLoops: EdgeListOptions.SelfLoops
  let edge: @Sendable (_ index: Int) -> Edge

  /// Checks all edges, and numbers their nodes as those of a file are numbered.
  ///
  /// - Parameter threadCount: The maximum number of threads.
  /// - Returns: The edges, and the names of the nodes.
  /// - Throws: `GraphError` for the first invalid edge.
  func chunks(threadCount: Int) throws(GraphError) -> (chunks: [EdgeChunk], names: NameList) {
    var chunks = try EdgeChunk.chunks(
      edgeCount: count, threadCount: threadCount
    ) { (edges, chunk) throws(GraphError) in
      var names = NameListBuilder()
      var text: [UInt8] = []
      for index in edges {
        let (sourceName, targetName, weight) = edge(index)
        let source = try Self.number(sourceName, of: index, in: &names, &text)
        let target = try Self.number(targetName, of: index, in: &names, &text)
        if let weight { try EdgeChunk.check(weight: weight, of: index) }
        guard chunk.keepsEdge(source, target, selfLoops: selfLoops) else { continue }
        chunk.append(source, target, weight: weight, time: nil)
      }
      chunk.names = names
    }
    let numbering = NameNumbering(of: &chunks, nodes: nil, threadCount: threadCount)
    let nodeCount = numbering.names.count
    if nodeCount < 1 || nodeCount > GraphError.largestNodeCount { throw .nodeCount(nodeCount) }
    return (chunks, numbering.names)
  }

  private static func number(
    _ name: String, of edge: Int, in names: inout NameListBuilder, _ text: inout [UInt8]
  ) throws(GraphError) -> Node {
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: name.utf8)
    let countBefore = names.count
    let place = names.insert(text.span)
    if place == countBefore, text.isEmpty || !NodeName.isValid(text.span) {
      throw .invalidName(edge: edge, name: name)
    }
    return Node(place)
  }
}
