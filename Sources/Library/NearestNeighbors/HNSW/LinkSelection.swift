extension RowScorer {
  /// Chooses whom a row links to: near rows, but none that is nearer to one already chosen.
  ///
  /// So links lead in different directions. Malkov and Yashunin, algorithm 4, without its options.
  ///
  /// - Parameters:
  ///   - candidates: Rows with their scores against the row that is to be linked, best first.
  ///   - limit: The largest number of links.
  /// - Returns: The rows to link to.
  func selectLinks(from candidates: [ScoredRow], limit: Int) -> [UInt32] {
    var links: [UInt32] = []
    links.reserveCapacity(limit)
    for candidate in candidates {
      if links.count == limit { break }
      if !isNearer(candidate, toOneOf: links) { links.append(candidate.row) }
    }
    return links
  }

  /// Chooses whom a row links to from rows in any order.
  ///
  /// - Parameters:
  ///   - rows: The rows to choose from.
  ///   - row: The row that is to be linked.
  ///   - limit: The largest number of links.
  /// - Returns: The rows to link to.
  func selectLinks(from rows: [UInt32], of row: UInt32, limit: Int) -> [UInt32] {
    selectLinks(from: measured(rows, against: query(row: row)), limit: limit)
  }
}
