internal import Algorithms
internal import Parallel

/// The arcs of a graph, grouped into buckets of consecutive source nodes.
struct ArcBuckets: ~Copyable, Sendable {
  /// The number of buckets.
  let count: Int
  /// The number of nodes.
  let nodeCount: Int
  /// The binary logarithm of the number of nodes of a bucket.
  private let shift: Int
  /// The start of each bucket, and the end of the last.
  private let starts: [Int]
  /// Each arc: its source in the high 32 bits, its target in the low 32.
  private let arcs: ArcMemory<UInt64>
  /// The weight of each arc; empty unless the edges have weights.
  private let weights: ArcMemory<Float>
  private let isWeighted: Bool

  /// Sorts the arcs of edges into buckets; within a bucket they keep the order of the edges.
  ///
  /// - Parameters:
  ///   - chunks: The edges.
  ///   - nodeCount: The number of nodes.
  ///   - isMirrored: Whether each edge becomes two arcs, one each way; a self-loop is always one
  ///     arc.
  ///   - threadCount: The maximum number of threads.
  /// - Throws: `NotEnoughMemory` if the arcs, or the rows made from them, do not fit in memory.
  init(
    chunks: [EdgeChunk], nodeCount: Int, isMirrored: Bool, threadCount: Int
  ) throws(NotEnoughMemory) {
    let edgeCount = chunks.reduce(0) { $0 + $1.edgeCount }
    let isWeighted = chunks.contains { !$0.weights.isEmpty }
    let shift = Self.shift(nodeCount: nodeCount, arcCount: edgeCount * (isMirrored ? 2 : 1))
    let count = nodeCount == 0 ? 0 : (nodeCount - 1) >> shift + 1
    let groups = Self.groups(of: chunks, count: threadCount)
    var cursors = concurrentMap(groups.count, threadCount: threadCount) { group in
      var counts = [Int](repeating: 0, count: count)
      for chunk in groups[group] {
        Self.forEachArc(of: chunks[chunk], isMirrored: isMirrored) { source, _, _ in
          counts[Int(source) >> shift] += 1
        }
      }
      return counts
    }
    // From counts to places: bucket after bucket, and within a bucket group after group.
    var starts: [Int] = []
    var place = 0
    for bucket in 0..<count {
      starts.append(place)
      for group in groups.indices {
        let count = cursors[group][bucket]
        cursors[group][bucket] = place
        place += count
      }
    }
    starts.append(place)
    // Per node: the start of its row and its degree. Per arc: the arc and its target, and its
    // weight here, in the bucket's row and in the graph's.
    try NotEnoughMemory.check(byteCount: 12 * nodeCount + (isWeighted ? 24 : 12) * place)
    let arcs = ArcMemory<UInt64>(count: place)
    let weights = ArcMemory<Float>(count: isWeighted ? place : 0)
    let firstPlaces = cursors
    concurrently(groups.count, threadCount: threadCount) { group in
      var cursors = firstPlaces[group]
      for chunk in groups[group] {
        let chunk = chunks[chunk]
        Self.forEachArc(of: chunk, isMirrored: isMirrored) { source, target, edge in
          let bucket = Int(source) >> shift
          arcs.store(UInt64(source) << 32 | UInt64(target), at: cursors[bucket])
          if isWeighted { weights.store(chunk.weights[edge], at: cursors[bucket]) }
          cursors[bucket] += 1
        }
      }
    }
    self.count = count
    self.nodeCount = nodeCount
    self.shift = shift
    self.starts = starts
    self.arcs = arcs
    self.weights = weights
    self.isWeighted = isWeighted
  }

  /// The binary logarithm of the bucket size, chosen so that a bucket is sorted within a core's own
  /// cache.
  private static func shift(nodeCount: Int, arcCount: Int) -> Int {
    let wanted = min(max(arcCount >> 15, 1), 1024)
    var shift = 0
    while nodeCount >> shift > wanted { shift += 1 }
    return shift
  }

  /// Splits the chunks into runs of consecutive chunks, one for each thread.
  private static func groups(of chunks: [EdgeChunk], count: Int) -> [Range<Int>] {
    let count = min(count, chunks.count)
    return (0..<count).map { chunks.indices.part($0, of: count) }
  }

  @inline(always)
  private static func forEachArc(
    of chunk: EdgeChunk, isMirrored: Bool, _ body: (Node, Node, _ edge: Int) -> Void
  ) {
    let nodes = chunk.nodes.span
    for edge in 0..<nodes.count / 2 {
      let source = nodes[2 * edge]
      let target = nodes[2 * edge + 1]
      body(source, target, edge)
      if isMirrored && source != target { body(target, source, edge) }
    }
  }

  // MARK: One bucket

  /// The rows of one bucket.
  struct Rows: Sendable {
    /// The number of arcs of each node.
    var degrees: [UInt32] = []
    var arcCount = 0
    var loopCount = 0
    /// The weight of each arc; empty if all are 1.
    var weights: [Float] = []
    /// The first arc whose weights add up to more than a `Float` can hold.
    var overflow: (source: Node, target: Node)?
  }

  /// Sorts the arcs of a bucket by source and target, and merges equal ones.
  ///
  /// The merged arcs are left at the start of the bucket. No other thread may use the bucket
  /// meanwhile.
  borrowing func sortAndMerge(
    _ bucket: Int, parallelEdges: EdgeListOptions.ParallelEdges
  ) -> Rows {
    let range = starts[bucket]..<starts[bucket + 1]
    let firstNode = bucket << shift
    let bitCount = nodeCount.bitWidth - max(nodeCount - 1, 1).leadingZeroBitCount
    let shift = shift
    var rows = Rows()
    rows.degrees = [UInt32](
      repeating: 0, count: min(1 << shift, nodeCount - firstNode))
    let isWeighted = isWeighted
    arcs.update(range) { arcs in
      weights.update(isWeighted ? range : 0..<0) { weights in
        ArcSort.sort(&arcs, &weights, targetBitCount: bitCount, sourceBitCount: shift)
        rows.merge(&arcs, weights.span, firstNode: firstNode, by: parallelEdges)
      }
    }
    return rows
  }

  /// The targets of all rows, after all buckets have been merged.
  borrowing func targets(arcCounts: [Int], threadCount: Int) -> [Node] {
    var ends: [Int] = []
    var total = 0
    for count in arcCounts {
      total += count
      ends.append(total)
    }
    let finalEnds = ends
    return ArcMemory.array(count: total) { memory in
      concurrently(count, threadCount: threadCount) { bucket in
        let length = arcCounts[bucket]
        arcs.update(starts[bucket]..<starts[bucket] + length) { arcs in
          memory.update(finalEnds[bucket] - length..<finalEnds[bucket]) { targets in
            for index in 0..<length { targets[index] = Node(truncatingIfNeeded: arcs[index]) }
          }
        }
      }
    }
  }
}

extension ArcBuckets.Rows {
  /// Merges equal arcs, which are adjacent and in the order of the input.
  fileprivate mutating func merge(
    _ arcs: inout MutableSpan<UInt64>, _ arcWeights: Span<Float>, firstNode: Int,
    by rule: EdgeListOptions.ParallelEdges
  ) {
    var next = 0
    while next < arcs.count {
      let arc = arcs[next]
      let first = next
      next += 1
      while next < arcs.count, arcs[next] == arc { next += 1 }
      let source = Node(truncatingIfNeeded: arc >> 32)
      let target = Node(truncatingIfNeeded: arc)
      arcs[arcCount] = arc
      degrees[Int(source) - firstNode] += 1
      if source == target { loopCount += 1 }
      let weight = Self.weight(first..<next, arcWeights, by: rule)
      if weight.isInfinite { overflow = overflow ?? (source, target) }
      if weight != 1 && weights.isEmpty {
        weights.reserveCapacity(arcs.count)
        weights.append(contentsOf: repeatElement(1, count: arcCount))
        weights.append(weight)
      } else if !weights.isEmpty {
        weights.append(weight)
      }
      arcCount += 1
    }
  }

  private static func weight(
    _ parallel: Range<Int>, _ weights: Span<Float>, by rule: EdgeListOptions.ParallelEdges
  ) -> Float {
    guard !weights.isEmpty else { return rule == .sum ? Float(parallel.count) : 1 }
    switch rule {
    case .sum: return Float(parallel.reduce(0.0) { $0 + Double(weights[$1]) })
    case .max: return parallel.reduce(0) { max($0, weights[$1]) }
    case .first, .error: return weights[parallel.lowerBound]
    }
  }
}
