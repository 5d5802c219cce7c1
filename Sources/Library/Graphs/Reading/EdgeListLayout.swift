internal import Text

/// The layout of an edge list, from its first lines and the options.
struct EdgeListLayout: Sendable {
  var delimiter = FieldDelimiter.whitespace
  var columns = EdgeListColumns.unweighted
  /// Which lines are comments.
  var comments = CommentRule.marked
  /// The header line, shortened, or nil.
  var header: String?
  /// The bytes of the header, to notice where it is repeated.
  var headerContent: Range<Int>?
  /// The words of the header, if these alone made the line one.
  var headerWords: [String]?
  /// The words of a header that is perhaps that of a table of nodes.
  var nodeTableHeader: [String]?
  /// A first line that holds the numbers of nodes and edges, which was skipped.
  var sizeLine: SizeLine?
  /// A first line that may hold these numbers, which is read as an edge.
  var suspectedSizeLine: SizeLine?
  /// The size of the matrix, if the file is in the Matrix Market format.
  var matrix: MatrixMarketSize?
  /// What the lines hold.
  var format = EdgeListOptions.Layout.edges
  /// Whether lines end with attributes in braces, as networkx writes them.
  var hasAttributes = false
  /// Whether weights are among these.
  var hasWeightAttributes = false
  /// Whether the first column and the second hold different kinds of nodes.
  var isTwoSided = false
  /// The column that says whether edges lead only from source to target, if that decides.
  var directionColumn: Int?
  /// Whether it says so of the first edge.
  var isDirected = false
  /// The offset of the first line after the header.
  var bodyStart = 0
  /// The number of lines before it.
  var lineCountBeforeBody = 0
  /// The least number of columns, however empty.
  var columnCount = 2
  /// The number of comments among these.
  var commentCountBeforeBody = 0

  /// Detects the layout of a file.
  init(of bytes: Span<UInt8>, options: EdgeListOptions) throws(LineFault) {
    bodyStart = TextLine.start(of: bytes) ?? 0
    isTwoSided = options.isTwoSided
    if try readMatrixMarketHeader(of: bytes, options: options) { return }
    var options = options
    readSeparatorLine(of: bytes, options: &options)
    readKONECTHeader(of: bytes)
    columns = options.columns ?? .unweighted
    columnCount = columns.columns.count
    if let mark = options.comments?.rule { comments = mark }
    guard let first = firstDataLine(of: bytes, options: options) else { return }
    // Found again, since a tab that is a delimiter is not trimmed from the ends of the line.
    guard var line = dataLine(of: bytes, delimiter: delimiter) else { return }
    format = options.layout ?? adjacencyFormat(before: first, of: bytes) ?? .edges
    guard format == .edges else {
      columns = .unweighted
      return
    }
    var fields = try split(line, of: bytes)
    var next = fieldsOfLine(after: line, of: bytes)
    if options.hasHeader == nil, !isTwoSided, let size = SizeLine(fields, line, of: bytes) {
      suspectedSizeLine = size
      if options.skipsSizeLine || isSizeLine(size, fields, line, before: next, of: bytes, options) {
        skip(size, line, of: bytes)
        guard let first = dataLine(of: bytes, delimiter: delimiter) else { return }
        line = first
        fields = try split(line, of: bytes)
        next = fieldsOfLine(after: line, of: bytes)
      }
    }
    let commented = try readCommentedHeader(before: line, fieldCount: fields.count, bytes, options)
    if !commented { try readColumns(fields, line, before: next, of: bytes, options) }
    if options.comments == nil { chooseComments(line, fields, next, of: bytes) }
  }

  /// A line with data: its end, the range of its data, and its number from 1.
  struct Line {
    var start: Int
    var content: Range<Int>
    var end: Int
    var number: Int

    /// Its data, quoted and shortened.
    func excerpt(of bytes: Span<UInt8>) -> String { Excerpt.quoted(content, of: bytes) }
  }

  /// The fields of the next line with data; nil for a fault, which is reported when the edges are
  /// read.
  private func fieldsOfLine(after line: Line, of bytes: Span<UInt8>) -> FieldList? {
    dataLine(after: line, of: bytes, delimiter: delimiter).flatMap { try? split($0, of: bytes) }
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
      let content = TextLine.content(
        start..<end, of: bytes, delimiter: delimiter ?? .whitespace, comments: comments)
      if let content { return Line(start: start, content: content, end: end, number: number) }
      start = end + 1
    }
    return nil
  }
}

extension Span<UInt8> {
  /// Copies the bytes in a range.
  func bytes(in range: Range<Int>) -> [UInt8] { range.map { self[$0] } }
}
