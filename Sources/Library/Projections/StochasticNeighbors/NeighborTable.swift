internal import Algorithms
internal import EmbeddingTables
internal import Names
internal import NearestNeighbors

/// The exact nearest neighbors of every vector among all others, by Euclidean distance.
struct NeighborTable: Sendable {
  /// The number of neighbors per vector.
  let count: Int
  /// `count` rows per vector, nearest first.
  let neighbors: [Int32]
  /// The squared distances to them.
  let squaredDistances: [Float]

  /// The maximum number of vectors whose neighbors are searched for at once.
  private static let largestBlockSize = 9600
  /// The maximum number of products of components in one search: about 50 milliseconds of work,
  /// after which the task can be canceled.
  private static let largestWork = 1 << 30

  /// Finds neighbors.
  ///
  /// - Parameters:
  ///   - vectors: `rowCount` × `dimensions` finite numbers.
  ///   - dimensions: The number of components.
  ///   - count: The number of neighbors, less than the number of vectors.
  ///   - threadCount: The maximum number of threads; it does not change the result.
  ///   - progress: Receives the number of vectors whose neighbors have been found.
  /// - Throws: `CancellationError` if the current task is canceled.
  /// - Complexity: O(*n*² · *d*).
  init(
    of vectors: [Float], dimensions: Int, count: Int, threadCount: Int,
    progress: @escaping ProjectionProgress.Report = { _ in }
  ) throws {
    let rowCount = vectors.count / dimensions
    precondition(count >= 1 && count < rowCount, "there are that many neighbors")
    let search = try ExactSearch(
      Embedding(names: NameList(count: rowCount), dimensions: dimensions, vectors: vectors),
      metric: .euclidean, threadCount: threadCount)
    var neighbors: [Int32] = []
    var squaredDistances: [Float] = []
    neighbors.reserveCapacity(rowCount * count)
    squaredDistances.reserveCapacity(rowCount * count)
    let blockSize = max(
      48, min(Self.largestBlockSize, Self.largestWork / max(1, vectors.count)))
    for block in 0..<rowCount.dividedRoundingUp(by: blockSize) {
      try Task.checkCancellation()
      let rows = (0..<rowCount).chunk(block, ofSize: blockSize)
      let queries = Array(vectors[rows.lowerBound * dimensions..<rows.upperBound * dimensions])
      // One more than needed, since a vector is its own neighbor; among many equal vectors it may
      // not be the first.
      for (row, found) in zip(rows, try search.neighbors(of: queries, count: count + 1)) {
        for neighbor in found.filter({ $0.row != row }).prefix(count) {
          neighbors.append(Int32(neighbor.row))
          squaredDistances.append(neighbor.score * neighbor.score)
        }
      }
      progress(
        ProjectionProgress(
          stage: .neighbors, completedCount: rows.upperBound, totalCount: rowCount))
    }
    self.count = count
    self.neighbors = neighbors
    self.squaredDistances = squaredDistances
  }
}
