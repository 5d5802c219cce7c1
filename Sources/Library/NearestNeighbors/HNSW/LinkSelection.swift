extension RowScorer {
  /// Chooses the links of a row: near rows, but none that is nearer to one already chosen.
  ///
  /// The links therefore lead in different directions. Malkov and Yashunin, algorithm 4, without
  /// its options.
  ///
  /// - Parameters:
  ///   - candidates: Rows with their scores against the row to link, best first.
  ///   - limit: The maximum number of links.
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

  /// Chooses the links of a row from rows in any order.
  ///
  /// - Parameters:
  ///   - rows: The rows to choose from.
  ///   - row: The row to link.
  ///   - limit: The maximum number of links.
  /// - Returns: The rows to link to.
  func selectLinks(from rows: [UInt32], of row: UInt32, limit: Int) -> [UInt32] {
    selectLinks(from: measured(rows, against: query(row: row)), limit: limit)
  }
}
