/// The features of examples: one row per example, one column per feature.
struct FeatureMatrix: Sendable {
  /// The number of columns.
  let columnCount: Int
  /// `rowCount` × `columnCount` numbers, row after row.
  var elements: [Double]

  /// Creates a matrix.
  ///
  /// - Parameters:
  ///   - columnCount: The number of columns; at least 1.
  ///   - elements: `rowCount` × `columnCount` numbers, row after row.
  /// - Precondition: `elements.count` is a multiple of `columnCount`.
  init(columnCount: Int, elements: [Double]) {
    precondition(columnCount >= 1, "a row has at least one number")
    precondition(elements.count.isMultiple(of: columnCount), "rows are complete")
    self.columnCount = columnCount
    self.elements = elements
  }

  /// The number of rows.
  var rowCount: Int { elements.count / columnCount }

  /// The numbers of a row.
  subscript(row: Int) -> ArraySlice<Double> {
    elements[row * columnCount..<(row + 1) * columnCount]
  }
}
