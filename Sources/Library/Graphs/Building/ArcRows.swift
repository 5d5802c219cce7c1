internal import Parallel

/// The rows of a graph, built from edges in any order.
///
/// The arcs go into buckets of consecutive nodes, and each bucket is sorted in cache. This needs no
/// dictionary, and no step depends on the number of threads. Every step keeps the order of the
/// input, so that the weights of parallel edges are added in that order.
struct ArcRows: Sendable {
  /// The start of each row in `targets`; one entry more than there are nodes.
  var offsets: [Int] = []
  var targets: [Node] = []
  /// The weight of each arc; empty if all are 1.
  var weights: [Float] = []
  /// The number of edges after merging.
  var edgeCount = 0
  /// An arc whose weights add up to more than a `Float` can hold.
  var overflow: (source: Node, target: Node)?

  /// Whether the weight of every arc is 2, or 1 or 2 of a self-loop: what edges without weights
  /// have that are listed twice.
  var hasOnlyPairs: Bool {
    guard !weights.isEmpty else { return false }
    for node in 0..<max(0, offsets.count - 1) {
      for arc in offsets[node]..<offsets[node + 1]
      where weights[arc] != 2 && !(weights[arc] == 1 && targets[arc] == Node(node)) {
        return false
      }
    }
    return true
  }

  /// Sorts and merges edges.
  ///
  /// - Parameters:
  ///   - buckets: The arcs of the edges.
  ///   - isDirected: Whether each arc is an edge of its own.
  ///   - parallelEdges: How to merge parallel edges; `error` merges like `first`.
  ///   - threadCount: The maximum number of threads.
  /// - Complexity: O(`nodeCount` + edges) time; 8 bytes per arc (12 with weights) in addition to
  ///   the result.
  init(
    _ buckets: consuming ArcBuckets, isDirected: Bool,
    parallelEdges: EdgeListOptions.ParallelEdges, threadCount: Int
  ) {
    let buckets = consume buckets
    let merged = concurrentMap(buckets.count, threadCount: threadCount) { bucket in
      buckets.sortAndMerge(bucket, parallelEdges: parallelEdges)
    }
    offsets.reserveCapacity(buckets.nodeCount + 1)
    offsets.append(0)
    var arcCount = 0
    for bucket in merged {
      for degree in bucket.degrees {
        arcCount += Int(degree)
        offsets.append(arcCount)
      }
      overflow = overflow ?? bucket.overflow
    }
    let loopCount = merged.reduce(0) { $0 + $1.loopCount }
    edgeCount = isDirected ? arcCount : (arcCount + loopCount) / 2
    targets = buckets.targets(arcCounts: merged.map(\.arcCount), threadCount: threadCount)
    if merged.contains(where: { !$0.weights.isEmpty }) {
      weights.reserveCapacity(arcCount)
      for bucket in merged {
        if bucket.weights.isEmpty {
          weights.append(contentsOf: repeatElement(1, count: bucket.arcCount))
        } else {
          weights.append(contentsOf: bucket.weights)
        }
      }
    }
  }
}
