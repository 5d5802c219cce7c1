internal import Errors
internal import Parallel

/// A table of vectors that can be searched for nearest neighbors.
public protocol NeighborSearch: Sendable {
  /// The measure of nearness.
  var metric: VectorMetric { get }
  /// The number of rows.
  var rowCount: Int { get }
  /// The number of components of a vector.
  var dimensions: Int { get }

  /// Finds the nearest rows of each query.
  ///
  /// - Parameters:
  ///   - queries: Vectors of `dimensions` finite numbers, one after another.
  ///   - count: The number of rows to find for each; at least 1. If there are fewer rows, all of
  ///     them are found.
  /// - Returns: For each query up to `count` rows, nearest first; of equally near rows, the lower
  ///   one comes first. Rows whose score is not finite (because of components that are not finite,
  ///   or of a sum that overflows) are left out.
  /// - Throws: `OptionError` if the count is less than 1, `NeighborSearchError` if the queries are
  ///   not whole, finite vectors, `MemoryError` if there is not enough memory for them, and
  ///   `CancellationError` if the current task is canceled.
  func neighbors(of queries: [Float], count: Int) throws -> [[Neighbor]]
}

extension NeighborSearch {
  /// Finds the nearest rows of each query asynchronously, outside of Swift's thread pool.
  ///
  /// - Parameters:
  ///   - queries: Vectors of `dimensions` finite numbers, one after the other.
  ///   - count: The number of rows to find for each; at least 1.
  /// - Returns: For each query up to `count` rows, nearest first, as the synchronous form does.
  /// - Throws: What the synchronous form throws.
  public func neighbors(of queries: [Float], count: Int) async throws -> [[Neighbor]] {
    try await awaited { try neighbors(of: queries, count: count) }
  }

  /// Throws if queries are invalid.
  func validate(_ queries: [Float], count: Int) throws {
    try OptionError.require(count >= 1, "count", count, "at least 1")
    guard dimensions >= 1, queries.count.isMultiple(of: dimensions) else {
      throw NeighborSearchError.partialVector(
        numberCount: queries.count, dimensions: dimensions)
    }
    if let place = queries.firstIndex(where: { !$0.isFinite }) {
      throw NeighborSearchError.notFinite(
        query: place / dimensions, component: place % dimensions)
    }
  }
}
