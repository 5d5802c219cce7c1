internal import Names

/// The edges of a piece of a file, in the order of its lines.
struct EdgeChunk: Sendable {
  /// Source and target of each edge, one after the other.
  var nodes: [Node] = []
  /// The weight of each edge; empty when there are none.
  var weights: [Float] = []
  /// The time of each edge; empty when there are none.
  var times: [Double] = []
  /// The line of each edge, from 0; empty unless they are asked for.
  var lines: [UInt32] = []
  /// Nodes of edges that were left out, which stay nodes.
  var nodesOfDroppedEdges: [Node] = []
  /// The names behind the numbers of nodes; nil when the numbers are the names.
  var names: NameListBuilder?
  /// The number of lines of any kind.
  var lineCount = 0
  var selfLoopCount = 0
  var zeroWeightCount = 0
  /// The largest number in `nodes` and `nodesOfDroppedEdges`.
  var largestNode: Node = 0

  var edgeCount: Int { nodes.count / 2 }

  /// Appends an edge that is to be kept.
  ///
  /// Either all edges of a chunk have a weight or none, and likewise a time.
  @inline(__always)
  mutating func append(_ source: Node, _ target: Node, weight: Float?, time: Double?) {
    nodes.append(source)
    nodes.append(target)
    if let weight { weights.append(weight) }
    if let time { times.append(time) }
  }

  /// Counts an edge's nodes, and its self-loop if it is one.
  ///
  /// - Returns: Whether the edge is to be kept; where not, its nodes are.
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

  /// The first edge that occurred before.
  ///
  /// - Parameters:
  ///   - chunks: The edges.
  ///   - isMirrored: Whether an edge is the same as the one that leads back.
  /// - Returns: Its chunk, and its place there; nil where all edges differ.
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
