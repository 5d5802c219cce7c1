internal import Algorithms
internal import Names

/// The edges of a piece of a file, in the order of its lines.
struct EdgeChunk: Sendable {
  /// Source and target of each edge, alternating.
  var nodes: [Node] = []
  /// The weight of each edge; empty if edges have none.
  var weights: [Float] = []
  /// The time of each edge; empty if edges have none.
  var times: [Double] = []
  /// The line of each edge, counted from 0; empty unless lines were requested.
  var lines: [UInt32] = []
  /// The nodes of edges that were dropped; they remain nodes of the graph.
  var nodesOfDroppedEdges: [Node] = []
  /// The names behind the node numbers; nil if the numbers themselves are the names.
  var names: NameListBuilder?
  /// The number of lines of any kind.
  var lineCount = 0
  /// The number of lines that are comments.
  var commentCount = 0
  /// The number of lines that repeat the header.
  var repeatedHeaderCount = 0
  var selfLoopCount = 0
  var zeroWeightCount = 0
  /// The largest number in `nodes` and `nodesOfDroppedEdges`.
  var largestNode: Node = 0

  var edgeCount: Int { nodes.count / 2 }

  /// Appends an edge.
  ///
  /// Either all edges of a chunk have a weight or none has, and likewise for times.
  @inline(__always)
  mutating func append(_ source: Node, _ target: Node, weight: Float?, time: Double?) {
    nodes.append(source)
    nodes.append(target)
    if let weight { weights.append(weight) }
    if let time { times.append(time) }
  }

  /// Records an edge's nodes, and counts it if it is a self-loop.
  ///
  /// - Returns: Whether to keep the edge; if not, its nodes are recorded as those of a dropped
  ///   edge.
  @inline(__always)
  mutating func keepsEdge(
    _ source: Node, _ target: Node, selfLoops: EdgeListOptions.SelfLoops
  ) -> Bool {
    largestNode = max(largestNode, source, target)
    guard source == target else { return true }
    selfLoopCount += 1
    if selfLoops == .keep { return true }
    nodesOfDroppedEdges.append(source)
    return false
  }

  /// The number of edges to a larger node, less that of edges to a smaller one.
  var directionExcess: Int {
    var excess = 0
    for edge in 0..<edgeCount {
      let (source, target) = (nodes[2 * edge], nodes[2 * edge + 1])
      excess &+= (source < target ? 1 : 0) &- (source > target ? 1 : 0)
    }
    return excess
  }

  /// Sums of hashes of the edges to a larger node, and of those to a smaller one turned around.
  var directionSums: (forth: UInt64, back: UInt64) {
    var sums: (forth: UInt64, back: UInt64) = (0, 0)
    for edge in 0..<edgeCount {
      let (source, target) = (nodes[2 * edge], nodes[2 * edge + 1])
      var digest = Digest()
      digest.add(UInt64(min(source, target)) << 32 | UInt64(max(source, target)))
      if !weights.isEmpty { digest.add(UInt64(weights[edge].bitPattern)) }
      if source < target { sums.forth &+= digest.value }
      if source > target { sums.back &+= digest.value }
    }
    return sums
  }

  /// Finds the first edge that is repeated.
  ///
  /// - Parameters:
  ///   - chunks: The edges.
  ///   - isMirrored: Whether an edge equals the one that leads back.
  /// - Returns: The number of its chunk and its index there; nil if all edges differ.
  /// - Complexity: O(*m*) expected for *m* edges.
  static func firstParallelEdge(
    of chunks: [EdgeChunk], isMirrored: Bool
  ) -> (chunk: Int, edge: Int)? {
    var seen: Set<UInt64> = []
    for (number, chunk) in chunks.enumerated() {
      for edge in 0..<chunk.edgeCount {
        let (source, target) = (chunk.nodes[2 * edge], chunk.nodes[2 * edge + 1])
        let ends = isMirrored && source > target ? (target, source) : (source, target)
        guard seen.insert(UInt64(ends.0) << 32 | UInt64(ends.1)).inserted else {
          return (number, edge)
        }
      }
    }
    return nil
  }

  /// Renumbers all nodes.
  mutating func renumber(_ number: (Node) -> Node) {
    for index in nodes.indices { nodes[index] = number(nodes[index]) }
    for index in nodesOfDroppedEdges.indices {
      nodesOfDroppedEdges[index] = number(nodesOfDroppedEdges[index])
    }
    names = nil
  }
}
