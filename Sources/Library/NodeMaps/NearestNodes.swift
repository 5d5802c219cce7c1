internal import Algorithms
internal import EmbeddingTables
internal import NearestNeighbors

/// The nodes whose vectors are nearest to those of some nodes, by the cosine.
struct NearestNodes: Sendable {
  /// The number of nearest nodes per node.
  static let count = 5
  /// The maximum number of products of components computed for a page: about 40 seconds of
  /// processor time, enough for 125,000 vectors of 128 dimensions.
  private static let largestWork = 2e12

  /// Whether the nearest nodes of every node can be found for a page in a reasonable time.
  static func canBeFound(ofAll count: Int, dimensions: Int) -> Bool {
    Double(count) * Double(count) * Double(dimensions) <= largestWork
  }

  /// The maximum number of nodes for which the nearest nodes of each are found for a page.
  static func largestCount(dimensions: Int) -> Int {
    Int((largestWork / Double(max(1, dimensions))).squareRoot())
  }

  /// The nearest nodes of each requested node, nearest first; fewer if there are no more, and none
  /// for a vector of zeros.
  let rows: [[Int]]

  /// Finds nearest nodes by exact search.
  ///
  /// - Parameters:
  ///   - nodes: The nodes whose nearest nodes to find.
  ///   - embedding: The vectors.
  ///   - threadCount: The maximum number of threads; it does not change the result.
  /// - Throws: `CancellationError` if the current task is canceled.
  /// - Complexity: O(`nodes.count` · *n* · *d*).
  init(of nodes: [Int], in embedding: Embedding, threadCount: Int) throws {
    let search = try ExactSearch(embedding, metric: .cosine, threadCount: threadCount)
    // About 50 milliseconds of work, after which the task can be canceled.
    let blockSize = max(48, min(4096, (1 << 30) / max(1, embedding.vectors.count)))
    var rows: [[Int]] = []
    rows.reserveCapacity(nodes.count)
    for index in 0..<nodes.count.dividedRoundingUp(by: blockSize) {
      try Task.checkCancellation()
      let block = nodes[nodes.indices.chunk(index, ofSize: blockSize)]
      var queries: [Float] = []
      queries.reserveCapacity(block.count * embedding.dimensions)
      for node in block {
        for component in 0..<embedding.dimensions {
          queries.append(embedding.vectors[node * embedding.dimensions + component])
        }
      }
      // One more than needed, since a vector is its own neighbor.
      for (node, found) in zip(block, try search.neighbors(of: queries, count: Self.count + 1)) {
        rows.append(Array(found.map(\.row).filter { $0 != node }.prefix(Self.count)))
      }
    }
    self.rows = rows
  }
}
