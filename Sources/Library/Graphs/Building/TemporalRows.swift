internal import Parallel

/// The rows of a temporal graph, each sorted by time.
struct TemporalRows {
  var offsets: [Int]
  var targets: [Node]
  var times: [Double]
  /// The weight of each arc; empty if all are 1.
  var weights: [Float]

  /// An arc before its row is sorted.
  private struct Arc: Sendable {
    var target: Node
    var weight: Float
    var time: Double
  }

  /// Collects the arcs of edges by source, and sorts every row by time.
  ///
  /// Arcs of the same time keep the order of the edges.
  ///
  /// - Parameters:
  ///   - chunks: The edges, all with times.
  ///   - nodeCount: The number of nodes.
  ///   - isMirrored: Whether each edge becomes two arcs, one each way; a self-loop is always one
  ///     arc.
  ///   - threadCount: The maximum number of threads.
  /// - Throws: `NotEnoughMemory` if the rows do not fit in memory.
  /// - Complexity: O(`nodeCount` + *m* log *d*) for *m* arcs and a largest degree *d*.
  init(
    chunks: [EdgeChunk], nodeCount: Int, isMirrored: Bool, threadCount: Int
  ) throws(NotEnoughMemory) {
    // Starts and cursors of the rows, and a sorted array for each.
    try NotEnoughMemory.check(byteCount: 56 * nodeCount)
    var offsets = [Int](repeating: 0, count: nodeCount + 1)
    Self.forEachArc(of: chunks, isMirrored: isMirrored) { source, _ in
      offsets[Int(source) + 1] += 1
    }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    // The arcs twice, then apart: targets, times and weights.
    try NotEnoughMemory.check(
      byteCount: (2 * MemoryLayout<Arc>.stride + 16) * offsets[nodeCount])
    var cursors = offsets
    var arcs = [Arc](
      repeating: Arc(target: 0, weight: 1, time: 0), count: offsets[nodeCount])
    Self.forEachArc(of: chunks, isMirrored: isMirrored) { source, arc in
      arcs[cursors[Int(source)]] = arc
      cursors[Int(source)] += 1
    }
    var rows = (0..<nodeCount).map { Array(arcs[offsets[$0]..<offsets[$0 + 1]]) }
    // The position decides between arcs of the same time, since `sort` is not documented as stable.
    concurrentlyUpdate(&rows, threadCount: threadCount) { _, row in
      let order = row.indices.sorted { (row[$0].time, $0) < (row[$1].time, $1) }
      row = order.map { row[$0] }
    }
    self.offsets = offsets
    targets = rows.flatMap { $0.map(\.target) }
    times = rows.flatMap { $0.map(\.time) }
    let weights = rows.flatMap { $0.map(\.weight) }
    self.weights = weights.allSatisfy { $0 == 1 } ? [] : weights
  }

  private static func forEachArc(
    of chunks: [EdgeChunk], isMirrored: Bool, _ body: (Node, Arc) -> Void
  ) {
    for chunk in chunks {
      for edge in 0..<chunk.edgeCount {
        let (source, target) = (chunk.nodes[2 * edge], chunk.nodes[2 * edge + 1])
        let weight = chunk.weights.isEmpty ? 1 : chunk.weights[edge]
        let time = chunk.times[edge]
        body(source, Arc(target: target, weight: weight, time: time))
        if isMirrored && source != target {
          body(target, Arc(target: source, weight: weight, time: time))
        }
      }
    }
  }
}
