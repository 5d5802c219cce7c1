public import Parallel

/// The gradient of some rows of a table: entries that consist of a row and its gradient.
///
/// Until it is `coalesced`, a row can have several entries, which stand for their sum.
public struct SparseGradient: Sendable {
  /// The number of rows of the table.
  public let rowCount: Int
  /// The row of each entry.
  public let indices: [Int]
  /// The gradient of each entry: `indices.count` × the table's dimensions.
  public let values: VectorArray
  /// Whether rows are in ascending order and have one entry each.
  public let isCoalesced: Bool

  /// Creates a gradient.
  ///
  /// - Parameters:
  ///   - indices: The row of each entry, in any order, repeated or not.
  ///   - values: The gradient of each entry, one vector per index.
  ///   - rowCount: The number of rows of the table.
  /// - Throws: `EmbeddingError` if an index is out of range, or the numbers of vectors and indices
  ///   differ.
  public init(indices: [Int], values: VectorArray, rowCount: Int) throws(EmbeddingError) {
    try EmbeddingError.require(
      "values", values.shape, is: [indices.count, values.dimensions])
    try Indices(indices).validate(rowCount: rowCount)
    self.init(unchecked: indices, values: values, rowCount: rowCount)
  }

  init(unchecked indices: [Int], values: VectorArray, rowCount: Int, isCoalesced: Bool = false) {
    self.indices = indices
    self.values = values
    self.rowCount = rowCount
    self.isCoalesced = isCoalesced
  }

  /// The number of components of a row.
  public var dimensions: Int { values.dimensions }

  /// Returns the same gradient with one entry per row, in ascending order.
  ///
  /// The entries of a row are added in their order, so that the sums are the same for every number
  /// of threads.
  ///
  /// - Parameter threadCount: The maximum number of threads, at least 1.
  /// - Returns: A coalesced gradient.
  /// - Throws: `EmbeddingError.noMemory` if there is not enough memory.
  /// - Complexity: O(entries × dimensions).
  public func coalesced(
    threadCount: Int = processorCount
  ) throws(EmbeddingError) -> SparseGradient {
    if isCoalesced { return self }
    let entries = entries(threadCount: threadCount)
    return SparseGradient(
      unchecked: entries.rows, values: try entries.sums(threadCount: threadCount),
      rowCount: rowCount,
      isCoalesced: true)
  }

  /// Returns the same gradient with zeros for the rows that have no entry.
  ///
  /// - Parameter threadCount: The maximum number of threads, at least 1.
  /// - Returns: An array of shape [`rowCount`, `dimensions`].
  /// - Throws: `EmbeddingError.noMemory` if there is not enough memory.
  public func dense(threadCount: Int = processorCount) throws(EmbeddingError) -> VectorArray {
    try entries(threadCount: threadCount).denseSums(rowCount: rowCount, threadCount: threadCount)
  }

  /// The entries, grouped by row.
  func entries(threadCount: Int) -> GradientRows {
    GradientRows(
      groups: isCoalesced
        ? RowGroups(ascending: indices)
        : RowGroups(indices, rowCount: rowCount, ignoring: nil, threadCount: threadCount),
      vectors: values)
  }

  /// The same gradient without the entries of a row.
  func removing(row: Int) throws(EmbeddingError) -> SparseGradient {
    let kept = indices.indices.filter { indices[$0] != row }
    if kept.count == indices.count { return self }
    return SparseGradient(
      unchecked: kept.map { indices[$0] }, values: try values.selecting(kept), rowCount: rowCount)
  }
}
