internal import Errors
internal import Parallel

/// A table of vectors that can be asked for the nearest rows.
public protocol NeighborSearch: Sendable {
  /// How nearness is measured.
  var metric: VectorMetric { get }
  /// The number of rows.
  var rowCount: Int { get }
  /// The number of components of a vector.
  var dimensions: Int { get }

  /// The nearest rows of each query.
  ///
  /// - Parameters:
  ///   - queries: Vectors of `dimensions` finite numbers, one after the other.
  ///   - count: The number of rows to find for each; at least 1. Where there are fewer rows, all of
  ///     them are found.
  /// - Returns: For each query up to `count` rows, nearest first; of equally near rows the lower
  ///   one first. Rows whose score is not finite (of components that are not numbers, or of a sum
  ///   that overflows) are left out.
  /// - Throws: `OptionError` when the count is less than 1, `NeighborSearchError` when the queries
  ///   are not whole, finite vectors, `MemoryError` when there is no memory for them, and
  ///   `CancellationError` when the current task is canceled meanwhile.
  func neighbors(of queries: [Float], count: Int) throws -> [[Neighbor]]
}

extension NeighborSearch {
  /// Awaits the nearest rows of each query, which are searched for outside Swift's thread pool.
  ///
  /// - Parameters:
  ///   - queries: Vectors of `dimensions` finite numbers, one after the other.
  ///   - count: The number of rows to find for each; at least 1.
  /// - Returns: For each query up to `count` rows, nearest first, as the synchronous form does.
  /// - Throws: What the synchronous form throws.
  public func neighbors(of queries: [Float], count: Int) async throws -> [[Neighbor]] {
    try await awaited { try neighbors(of: queries, count: count) }
  }

  /// Refuses queries that cannot be searched for.
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
