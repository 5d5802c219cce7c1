/// Why a search for nearest neighbors is impossible.
public enum NeighborSearchError: Error, Equatable {
  /// The queries do not consist of a whole number of vectors.
  case partialVector(numberCount: Int, dimensions: Int)
  /// A component of a query is not finite; queries and components are counted from 0.
  case notFinite(query: Int, component: Int)
  /// The shape of a search does not match that of the embedding.
  case otherEmbedding(
    rowCount: Int, dimensions: Int, expectedRowCount: Int, expectedDimensions: Int)
  /// There are more rows than an index can hold.
  case tooManyRows(Int)
}

extension NeighborSearchError: CustomStringConvertible {
  /// What was given and what would be accepted.
  public var description: String {
    switch self {
    case .partialVector(let numberCount, let dimensions):
      "\(numberCount) numbers are not whole vectors of \(dimensions) components"
    case .notFinite(let query, let component):
      "component \(component) of query \(query) is infinite or not a number"
    case .otherEmbedding(
      let rowCount, let dimensions, let expectedRowCount, let expectedDimensions):
      "the search is one of \(rowCount) rows of \(dimensions) components, but the embedding has "
        + "\(expectedRowCount) of \(expectedDimensions)"
    case .tooManyRows(let count):
      "an index has less than \(ScoredRow.rowLimit) rows, not \(count)"
    }
  }
}
