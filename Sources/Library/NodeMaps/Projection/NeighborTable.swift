internal import EmbeddingTables
internal import Names
internal import NearestNeighbors
internal import Parallel

/// The nearest neighbors of every vector among all others, exact, by Euclidean distance.
struct NeighborTable: Sendable {
  /// The number of neighbors of a vector.
  let count: Int
  /// `count` rows a vector, the nearest first.
  let neighbors: [Int32]
  /// The squared distances to them.
  let squaredDistances: [Float]

  /// The number of vectors whose neighbors are asked for at once.
  private static let blockSize = 9600

  /// Finds neighbors.
  ///
  /// - Parameters:
  ///   - vectors: `rowCount` × `dimensions` finite numbers.
  ///   - dimensions: The number of components.
  ///   - count: The number of neighbors, less than the number of vectors.
  ///   - threadCount: The largest number of threads; it does not change the result.
  /// - Complexity: O(*n*² · *d*).
  init(of vectors: [Float], dimensions: Int, count: Int, threadCount: Int) {
    let rowCount = vectors.count / dimensions
    precondition(count >= 1 && count < rowCount, "there are that many neighbors")
    let search = ExactSearch(
      Embedding(names: NameList(count: rowCount), dimensions: dimensions, vectors: vectors),
      metric: .euclidean, threadCount: threadCount)
    var neighbors: [Int32] = []
    var squaredDistances: [Float] = []
    neighbors.reserveCapacity(rowCount * count)
    squaredDistances.reserveCapacity(rowCount * count)
    for start in stride(from: 0, to: rowCount, by: Self.blockSize) {
      let rows = start..<min(rowCount, start + Self.blockSize)
      let queries = Array(vectors[rows.lowerBound * dimensions..<rows.upperBound * dimensions])
      // One more than wanted, since a vector is its own neighbor; among many equal ones it may not
      // be the first.
      for (row, found) in zip(rows, search.neighbors(of: queries, count: count + 1)) {
        for neighbor in found.filter({ $0.row != row }).prefix(count) {
          neighbors.append(Int32(neighbor.row))
          squaredDistances.append(neighbor.score * neighbor.score)
        }
      }
    }
    self.count = count
    self.neighbors = neighbors
    self.squaredDistances = squaredDistances
  }
}
