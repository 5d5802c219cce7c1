internal import Algorithms
internal import Names
internal import Parallel

/// Edges given in memory by node number, and the options for building a graph from them.
///
/// They are cut into chunks like the lines of a file, and follow the same rules from there on.
struct EdgeArrays<Number: FixedWidthInteger & Sendable>: Sendable {
  var sources: [Number]
  var targets: [Number]
  /// The weight of each edge, or nil if there are none.
  var weights: [Float]?
  /// The time of each edge, or nil if there are none.
  var times: [Double]?
  /// The number of nodes, or nil for one more than the largest number.
  var nodeCount: Int?
  var selfLoops = EdgeListOptions.SelfLoops.keep

  /// Checks all edges, and counts the nodes.
  ///
  /// - Parameter threadCount: The maximum number of threads.
  /// - Returns: The edges, and the number of nodes.
  /// - Throws: `GraphError` for the first invalid edge.
  @specialized(where Number == Int)
  @specialized(where Number == UInt32)
  @specialized(where Number == Int32)
  func chunks(threadCount: Int) throws(GraphError) -> (chunks: [EdgeChunk], nodeCount: Int) {
    let counts = [
      ("targets", targets.count), ("weights", weights?.count), ("times", times?.count),
    ]
    for (other, count) in counts {
      if let count, count != sources.count {
        throw .unequalCounts(sources: sources.count, other: other, count: count)
      }
    }
    let largest = GraphError.largestNodeCount
    if let nodeCount, nodeCount < 1 || nodeCount > largest { throw .nodeCount(nodeCount) }
    let bound = nodeCount ?? largest
    let chunks = try EdgeChunk.chunks(
      edgeCount: sources.count, threadCount: threadCount
    ) { (edges, chunk) throws(GraphError) in
      for edge in edges {
        let source = try node(sources[edge], below: bound, of: edge)
        let target = try node(targets[edge], below: bound, of: edge)
        let weight = weights?[edge]
        if let weight { try EdgeChunk.check(weight: weight, of: edge) }
        let time = times?[edge]
        if let time, !time.isFinite { throw .invalidTime(edge: edge, time: time) }
        guard chunk.keepsEdge(source, target, selfLoops: selfLoops) else { continue }
        chunk.append(source, target, weight: weight, time: time)
      }
    }
    if sources.isEmpty && nodeCount == nil { throw .nodeCount(0) }
    return (chunks, nodeCount ?? Int(chunks.map(\.largestNode).max() ?? 0) + 1)
  }

  private func node(_ number: Number, below bound: Int, of edge: Int) throws(GraphError) -> Node {
    guard let node = Node(exactly: number), Int(node) < bound else {
      throw .nodeOutOfRange(edge: edge, node: Int(clamping: number), nodeCount: bound)
    }
    return node
  }
}

extension EdgeChunk {
  /// The number of edges in a chunk that is made from edges in memory.
  private static var edgesPerChunk: Int { 1 << 16 }

  /// Makes chunks from edges in memory, on several threads.
  ///
  /// - Parameters:
  ///   - edgeCount: The number of edges.
  ///   - threadCount: The maximum number of threads.
  ///   - fill: Appends a range of the edges to a chunk.
  /// - Returns: The chunks, in the order of the edges.
  /// - Throws: What `fill` throws for the first chunk that it rejects.
  static func chunks(
    edgeCount: Int, threadCount: Int,
    _ fill: @Sendable (_ edges: Range<Int>, _ chunk: inout EdgeChunk) throws(GraphError) -> Void
  ) throws(GraphError) -> [EdgeChunk] {
    let count = edgeCount.dividedRoundingUp(by: edgesPerChunk)
    let results = concurrentMap(count, threadCount: threadCount) {
      index -> Result<EdgeChunk, GraphError> in
      let edges = (0..<edgeCount).chunk(index, ofSize: edgesPerChunk)
      var chunk = EdgeChunk()
      chunk.nodes.reserveCapacity(2 * edges.count)
      do throws(GraphError) {
        try fill(edges, &chunk)
        return .success(chunk)
      } catch {
        return .failure(error)
      }
    }
    var chunks: [EdgeChunk] = []
    for result in results { chunks.append(try result.get()) }
    return chunks
  }

  /// Throws unless a weight is positive and finite, as in a file.
  static func check(weight: Float, of edge: Int) throws(GraphError) {
    if !(weight > 0 && weight.isFinite) { throw .invalidWeight(edge: edge, weight: weight) }
  }
}
