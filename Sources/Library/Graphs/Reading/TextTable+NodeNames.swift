internal import Text

extension TextTable {
  /// Words that are the header of a column of nodes.
  private static let headerWords: Set<String> = [
    "node", "nodes", "id", "name", "node_id", "nodeid",
  ]

  /// The names in the first column, without a header.
  ///
  /// - Parameter besideIntegers: Whether the nodes of the edges are integers. A first row that is
  ///   not an integer is then a header, if the second row is one.
  /// - Returns: The names, possibly with repeats.
  func nodeNames(besideIntegers: Bool) -> ArraySlice<String> {
    let names = rows.map { $0.fields[0] }
    guard let first = names.first else { return [] }
    let isHeader =
      Self.headerWords.contains(first.lowercased())
      || besideIntegers && UInt64(first) == nil && names.count > 1 && UInt64(names[1]) != nil
    return names.dropFirst(isHeader ? 1 : 0)
  }
}
