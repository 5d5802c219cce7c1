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
  ///   - queries: Vectors of `dimensions` numbers, one after the other.
  ///   - count: The number of rows to find for each; at least 1.
  /// - Returns: For each query up to `count` rows, nearest first; of equally near rows the lower one
  ///   first. Rows whose score is not finite (of components that are no numbers, or of a sum that
  ///   overflows) are left out.
  func neighbors(of queries: [Float], count: Int) -> [[Neighbor]]
}
