internal import Text

/// The layout of an edge list, from its first lines and the options.
struct EdgeListLayout: Sendable {
  var delimiter = FieldDelimiter.whitespace
  var columns = EdgeListColumns.unweighted
  /// The header line, shortened, or nil.
  var header: String?
  /// The size of the matrix, if the file is in the Matrix Market format.
  var matrix: MatrixMarketSize?
  /// The offset of the first line after the header.
  var bodyStart = 0
  /// The number of lines before it.
  var lineCountBeforeBody = 0

  /// Detects the layout of a file.
  init(of bytes: Span<UInt8>, options: EdgeListOptions) throws(LineFault) {
    guard let start = TextLine.start(of: bytes) else { throw LineFault(reason: .encoding) }
    bodyStart = start
    if try readMatrixMarketHeader(of: bytes, options: options) { return }
    columns = options.columns ?? .unweighted
    guard let first = dataLine(of: bytes, delimiter: options.delimiter) else { return }
    delimiter = options.delimiter ?? .detected(in: first.content, of: bytes)
    // Found again, since a tab that is a delimiter is not trimmed from the ends of the line.
    guard let first = dataLine(of: bytes, delimiter: delimiter) else { return }
    let fields = try split(first, of: bytes)
    if options.columns == nil {
      columns = try Self.columns(of: fields, line: first, bytes, delimiter)
    }
    let second = dataLine(after: first, of: bytes, delimiter: delimiter)
    let hasHeader: Bool
    if let said = options.hasHeader {
      hasHeader = said
    } else {
      // A fault of the second line is reported when the edges are read.
      let next = try? second.map { try split($0, of: bytes) }
      hasHeader = looksLikeHeader(fields, before: next, of: bytes)
    }
    guard hasHeader else { return }
    header = Excerpt.quoted(first.content, of: bytes)
    bodyStart = min(first.end + 1, bytes.count)
    lineCountBeforeBody = first.number
  }

  /// A line with data: its end, the range of its data, and its number from 1.
  struct Line {
    var content: Range<Int>
    var end: Int
    var number: Int
  }

  /// The first line with data after a given line, or the first of the body.
  func dataLine(
    after line: Line? = nil, of bytes: Span<UInt8>, delimiter: FieldDelimiter?
  ) -> Line? {
    var start = line.map { $0.end + 1 } ?? bodyStart
    var number = line?.number ?? lineCountBeforeBody
    while start < bytes.count {
      number += 1
      let end = TextLine.end(from: start, of: bytes)
      let content = TextLine.content(start..<end, of: bytes, delimiter: delimiter ?? .whitespace)
      if let content { return Line(content: content, end: end, number: number) }
      start = end + 1
    }
    return nil
  }

  private func split(_ line: Line, of bytes: Span<UInt8>) throws(LineFault) -> FieldList {
    var fields = FieldList()
    do {
      try fields.split(line.content, of: bytes, at: delimiter)
    } catch {
      throw LineFault(line: line.number, reason: .quotation(error.reason(in: bytes)))
    }
    return fields
  }

  /// The columns of a file for which no option names them.
  private static func columns(
    of fields: FieldList, line: Line, _ bytes: Span<UInt8>, _ delimiter: FieldDelimiter
  ) throws(LineFault) -> EdgeListColumns {
    switch fields.count {
    case 2: return .unweighted
    case 3: return .weighted
    case 4...: throw LineFault(line: line.number, reason: .unknownColumns(count: fields.count))
    default:
      let text = Excerpt.quoted(line.content, of: bytes)
      throw LineFault(
        line: line.number,
        reason: .columnCount(fields.count, expected: 2...3, text: text, delimiter: delimiter))
    }
  }

  /// Common pairs of words that name the columns of nodes.
  private static let headerWords: Set<[String]> = [
    ["source", "target"], ["src", "dst"], ["from", "to"], ["node1", "node2"], ["node_1", "node_2"],
    ["id_1", "id_2"], ["fromnodeid", "tonodeid"], ["source", "destination"],
  ]

  /// Whether the first line is a header, as `EdgeListOptions.hasHeader` defines it.
  private func looksLikeHeader(
    _ first: FieldList, before second: FieldList?, of bytes: Span<UInt8>
  ) -> Bool {
    let read = columns.columns.indices.filter { columns.columns[$0] != .ignored }
    func isNumber(_ fields: FieldList, _ column: Int) -> Bool {
      Double(decimal: bytes.extracting(fields[column].range)) != nil
    }
    guard first.count == columns.columns.count, !read.contains(where: { isNumber(first, $0) })
    else { return false }
    let words = [EdgeListColumns.Column.source, .target].compactMap(columns.index(of:)).map {
      String(decoding: bytes.bytes(in: first[$0].range), as: UTF8.self).lowercased()
    }
    if Self.headerWords.contains(words) { return true }
    guard let second, second.count == first.count else { return false }
    return read.allSatisfy { isNumber(second, $0) }
      || columns.index(of: .weight).map { isNumber(second, $0) } ?? false
  }
}

extension Span<UInt8> {
  /// Copies the bytes in a range.
  func bytes(in range: Range<Int>) -> [UInt8] { range.map { self[$0] } }
}
