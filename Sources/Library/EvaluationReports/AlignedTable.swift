/// A table of texts, for a terminal or in Markdown.
package struct AlignedTable {
  private let headers: [String]
  private var rows: [[String]] = []

  /// Creates a table without rows.
  ///
  /// - Parameter headers: The headers of the columns. The first column is aligned left, the others
  ///   right.
  package init(_ headers: [String]) {
    self.headers = headers
  }

  /// Appends a row with one text per column.
  package mutating func append(_ row: [String]) {
    precondition(row.count == headers.count, "a text a column")
    rows.append(row)
  }

  /// The lines for a terminal.
  package var lines: [String] {
    let widths = headers.indices.map { column in
      ([headers] + rows).map { $0[column].count }.max() ?? 0
    }
    func line(_ row: [String]) -> String {
      let cells = row.enumerated().map { column, text in
        let blanks = String(repeating: " ", count: widths[column] - text.count)
        return column == 0 ? text + blanks : blanks + text
      }
      let joined = cells.joined(separator: "  ")
      return String(joined.reversed().drop { $0 == " " }.reversed())
    }
    return ([headers] + rows).map(line)
  }

  /// The lines in Markdown.
  package var markdown: [String] {
    func line(_ cells: [String]) -> String {
      "| "
        + cells.map {
          $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        }.joined(separator: " | ") + " |"
    }
    let rule = headers.indices.map { $0 == 0 ? "---" : "---:" }
    return [line(headers), line(rule)] + rows.map(line)
  }
}
