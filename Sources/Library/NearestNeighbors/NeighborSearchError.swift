/// Why vectors cannot be searched, or not be searched for.
public enum NeighborSearchError: Error, Equatable {
  /// The numbers of the queries are no whole number of vectors.
  case partialVector(numberCount: Int, dimensions: Int)
  /// A query has a component that is infinite or not a number. Queries and components count from 0.
  case notFinite(query: Int, component: Int)
  /// A search does not have the shape of the embedding that it is to answer for.
  case otherEmbedding(
    rowCount: Int, dimensions: Int, expectedRowCount: Int, expectedDimensions: Int)
  /// There are more rows than an index can have.
  case tooManyRows(Int)
}

extension NeighborSearchError: CustomStringConvertible {
  /// Says what was given and what would be accepted.
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
