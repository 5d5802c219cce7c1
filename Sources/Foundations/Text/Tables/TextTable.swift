/// The rows of a small text file: labels of nodes, types of nodes, lists of nodes.
///
/// Fields are separated by blanks, tabs, commas or semicolons, which are detected from the first
/// row unless given. Blank lines and comments are skipped: lines that begin with `#` or `%` and a
/// blank, or with `#` or `%` at all if the first field of the first other line is a number. A
/// byte-order mark, UTF-16 with its mark, any line ends, and quoted fields in comma- or
/// semicolon-separated files (`"a, b"`) are supported.
/// Every row keeps its line number, so that callers can report invalid fields by line:
///
/// ```swift
/// let table = try TextTable(contentsOf: "types.tsv")
/// for row in table.rows {
///   guard row.fields.count == 2 else {
///     throw table.error(row, "'\(row.fields[0])' needs a node and its type")
///   }
/// }
/// ```
///
/// It is not meant for edge lists, since it makes a `String` of each field.
public struct TextTable: Sendable {
  /// A line with data.
  public struct Row: Sendable, Equatable {
    /// The line number in the file, from 1.
    public let line: Int
    /// The fields, at least one, without surrounding blanks and quotation marks.
    public let fields: [String]
  }

  /// The file's path, or `-` for standard input.
  public let file: String
  /// What separates the fields.
  public let delimiter: FieldDelimiter
  /// The rows, in the order of their lines.
  public let rows: [Row]

  /// Parses bytes.
  ///
  /// - Parameters:
  ///   - bytes: The text, in UTF-8.
  ///   - file: The name of the file in error messages.
  ///   - delimiter: What separates the fields, or nil to detect it from the first row.
  /// - Throws: `TextTableError` if quotation marks are misplaced or the text is not UTF-8.
  public init(
    _ bytes: [UInt8], named file: String, delimiter: FieldDelimiter? = nil
  ) throws(TextTableError) {
    try self.init(bytes, named: file, delimiter: delimiter, fallback: .whitespace)
  }

  /// Parses bytes; the fallback is for a first row without tab, comma and semicolon.
  package init(
    _ bytes: [UInt8], named file: String, delimiter: FieldDelimiter?, fallback: FieldDelimiter
  ) throws(TextTableError) {
    guard let bytes = TextEncoding.unicode.utf8(bytes),
      var start = TextLine.start(of: bytes.span)
    else { throw TextTableError(file: file, line: nil, reason: "is not text in UTF-8 or UTF-16") }
    let comments = Self.comments(in: bytes.span, from: start)
    var rows: [Row] = []
    var delimiter = delimiter
    var fields = FieldList()
    var line = 0
    while start < bytes.count {
      line += 1
      let end = TextLine.end(from: start, of: bytes.span)
      defer { start = end + 1 }
      guard
        let content = TextLine.content(
          start..<end, of: bytes.span, delimiter: delimiter ?? .whitespace, comments: comments)
      else { continue }
      let used = delimiter ?? .detected(in: content, of: bytes.span, fallback: fallback)
      delimiter = used
      do {
        // Again, since a tab that is a delimiter is not trimmed from the ends.
        let content =
          TextLine.content(start..<end, of: bytes.span, delimiter: used, comments: comments)
          ?? content
        try fields.split(content, of: bytes.span, at: used)
        rows.append(Row(line: line, fields: try Self.strings(of: fields, from: bytes)))
      } catch {
        throw TextTableError(file: file, line: line, reason: error.reason(in: bytes.span))
      }
    }
    self.file = file
    self.delimiter = delimiter ?? fallback
    self.rows = rows
  }

  /// Which lines of a file are comments.
  private static func comments(in bytes: Span<UInt8>, from start: Int) -> CommentRule {
    var start = start
    while start < bytes.count {
      let end = TextLine.end(from: start, of: bytes)
      if let content = TextLine.content(
        start..<end, of: bytes, delimiter: .whitespace, comments: .marked)
      {
        let isNumber = (Byte.zero...Byte.zero + 9).contains(bytes[content.lowerBound])
        return isNumber ? .marked : .spaced
      }
      start = end + 1
    }
    return .spaced
  }

  /// Creates the error of a row.
  ///
  /// - Parameters:
  ///   - row: A row of this table.
  ///   - reason: What is wrong and what would be accepted.
  /// - Returns: An error that begins with the file and the row's line.
  public func error(_ row: Row, _ reason: String) -> TextTableError {
    TextTableError(file: file, line: row.line, reason: reason)
  }

  private static func strings(
    of fields: FieldList, from bytes: [UInt8]
  ) throws(FieldList.Fault) -> [String] {
    var strings: [String] = []
    var text: [UInt8] = []
    for index in 0..<fields.count {
      text.removeAll(keepingCapacity: true)
      fields.appendText(of: index, from: bytes.span, to: &text)
      guard let string = String(validating: text, as: UTF8.self) else {
        throw .notUTF8(fields[index].range)
      }
      strings.append(string)
    }
    return strings
  }
}
