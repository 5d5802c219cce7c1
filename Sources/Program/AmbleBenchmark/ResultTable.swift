internal import Text

/// A small table of results, printed with its columns aligned.
struct ResultTable: Sendable {
  private var rows: [[String]]

  /// Creates a table.
  ///
  /// - Parameter columns: The titles of the columns.
  init(_ columns: String...) {
    rows = [columns]
  }

  /// Appends a row.
  ///
  /// - Parameter fields: One text per column.
  mutating func append(_ fields: String...) {
    precondition(fields.count == rows[0].count, "one text a column")
    rows.append(fields)
  }

  /// Prints the table, with the first column aligned left and all others right.
  func print() {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      let fields = row.enumerated().map { column, text in
        let blanks = String(repeating: " ", count: widths[column] - text.count)
        return column == 0 ? text + blanks : blanks + text
      }
      Swift.print(fields.joined(separator: "  "))
    }
  }
}

extension Double {
  /// The number in millions, with two decimals.
  var inMillions: String { (self / 1e6).decimals(2) }
}
