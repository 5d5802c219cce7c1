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
  /// The offset of the first line after the header.
  var bodyStart = 0
  /// The number of lines before it.
  var lineCountBeforeBody = 0
  /// The least number of columns, however empty.
  private var columnCount = 2
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
    guard let line = dataLine(of: bytes, delimiter: delimiter) else { return }
    format = options.layout ?? adjacencyFormat(before: first, of: bytes) ?? .edges
    guard format == .edges else {
      columns = .unweighted
      return
    }
    let fields = try split(line, of: bytes)
    let second = dataLine(after: line, of: bytes, delimiter: delimiter)
    // A fault of the second line is reported when the edges are read.
    let next = try? second.map { try split($0, of: bytes) }
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

  // MARK: Before the first edge

  /// Reads the line `sep=;` that Excel writes and expects.
  private mutating func readSeparatorLine(of bytes: Span<UInt8>, options: inout EdgeListOptions) {
    let end = TextLine.end(from: bodyStart, of: bytes)
    let text = String(decoding: bytes.bytes(in: bodyStart..<min(end, bodyStart + 8)), as: UTF8.self)
    let line = text.filter { $0 != "\r" && $0 != "\"" }
    guard line.lowercased().hasPrefix("sep="), line.count == 5,
      let declared = FieldDelimiter(rawValue: String(line.suffix(1)))
    else { return }
    options.delimiter = options.delimiter ?? declared
    bodyStart = min(end + 1, bytes.count)
    lineCountBeforeBody = 1
  }

  /// Reads the first line of a KONECT file, `% bip unweighted`: two kinds of nodes, each numbered
  /// from 1.
  private mutating func readKONECTHeader(of bytes: Span<UInt8>) {
    let end = min(TextLine.end(from: bodyStart, of: bytes), bodyStart + 64)
    let words = String(decoding: bytes.bytes(in: bodyStart..<end), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    if words.starts(with: ["%", "bip"]) { isTwoSided = true }
  }

  /// Whether the comments before the first line are those of networkx's adjacency lists.
  private func adjacencyFormat(
    before first: Line, of bytes: Span<UInt8>
  ) -> EdgeListOptions.Layout? {
    let head = String(
      decoding: bytes.bytes(in: bodyStart..<min(first.start, bodyStart + 4096)), as: UTF8.self)
    return head.split(separator: "\n").contains { $0.hasPrefix("# GMT ") } ? .adjacency : nil
  }

  /// Finds the first line that is data by every rule, and what separates its fields.
  private mutating func firstDataLine(
    of bytes: Span<UInt8>, options: EdgeListOptions
  ) -> Line? {
    guard
      let first = dataLine(of: bytes, delimiter: options.delimiter)
        ?? onlyMarkedLine(of: bytes, options: options)
    else { return nil }
    var content = first.content
    if options.columns == nil, let start = AttributeText.start(in: content, of: bytes) {
      hasAttributes = true
      hasWeightAttributes = AttributeText.haveWeights(from: start, of: bytes)
      content = content.lowerBound..<start
    }
    delimiter = options.delimiter ?? .detected(in: content, of: bytes)
    if options.delimiter == nil, delimiter == .whitespace, isSeparatedByBars(first, of: bytes) {
      delimiter = .bar
    }
    return first
  }

  /// The first line with a name, in a file all of whose lines begin with `#` or `%`.
  private mutating func onlyMarkedLine(of bytes: Span<UInt8>, options: EdgeListOptions) -> Line? {
    guard options.comments == nil else { return nil }
    comments = .spaced
    return dataLine(of: bytes, delimiter: options.delimiter)
  }

  /// Whether the first two lines have the same number of bars, and blanks make no columns.
  private func isSeparatedByBars(_ first: Line, of bytes: Span<UInt8>) -> Bool {
    func count(_ line: Line, _ delimiter: FieldDelimiter) -> Int {
      var fields = FieldList()
      return (try? fields.split(line.content, of: bytes, at: delimiter)).map { fields.count } ?? 0
    }
    let bars = count(first, .bar)
    guard bars > 1 else { return false }
    guard let second = dataLine(after: first, of: bytes, delimiter: .whitespace) else {
      return count(first, .whitespace) == 1
    }
    let blanks = count(second, .whitespace)
    return count(second, .bar) == bars && !(blanks == count(first, .whitespace) && blanks > 1)
  }

  // MARK: Columns

  /// The part of a line's data before attributes in braces.
  func fieldRange(of content: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int> {
    guard hasAttributes, let start = AttributeText.start(in: content, of: bytes) else {
      return content
    }
    var end = start
    while end > content.lowerBound, bytes[end - 1] <= 0x20 || bytes[end - 1] == delimiter.byte {
      end -= 1
    }
    return content.lowerBound..<end
  }

  /// Splits one of the first lines, without delimiters behind the columns.
  private func split(_ line: Line, of bytes: Span<UInt8>) throws(LineFault) -> FieldList {
    var fields = FieldList()
    do {
      try fields.split(fieldRange(of: line.content, bytes), of: bytes, at: delimiter)
      fields.removeEmptyEnd(keeping: columnCount)
    } catch {
      throw LineFault(line: line.number, reason: .quotation(error.reason(in: bytes)))
    }
    return fields
  }

  /// Decides about columns and header from the first line.
  private mutating func readColumns(
    _ fields: FieldList, _ line: Line, before next: FieldList?, of bytes: Span<UInt8>,
    _ options: EdgeListOptions
  ) throws(LineFault) {
    let words = HeaderWords(fields.texts(of: bytes))
    let isNumberless = (0..<fields.count).allSatisfy { !isNumber(fields, $0, of: bytes) }
    let named = options.hasHeader == false || !isNumberless ? nil : words.columns
    var hasHeader = options.hasHeader ?? (named != nil)
    if options.columns == nil {
      if let named {
        columns = named.readable(next) { isNumber($0, $1, of: bytes) }
      } else {
        let isHeader =
          options.hasHeader
          ?? (isNumberless && looksLikeHeader(fields, Array(0..<fields.count), next, of: bytes))
        if isHeader, fields.count > 2, let columns = words.columnsByExclusion {
          self.columns = columns.readable(next) { isNumber($0, $1, of: bytes) }
          hasHeader = true
        } else {
          columns = try columns(of: fields, line: line, before: next, bytes)
        }
      }
    }
    if options.hasHeader == nil, !hasHeader {
      let read = columns.columns.indices.filter { columns.columns[$0] != .ignored }
      hasHeader =
        fields.count == columns.columns.count
        && !read.contains { isNumber(fields, $0, of: bytes) }
        && looksLikeHeader(fields, read, next, of: bytes)
    }
    if hasHeader { takeHeader(line, of: bytes) }
    if named != nil, options.hasHeader == nil { headerWords = fields.texts(of: bytes) }
  }

  private mutating func takeHeader(_ line: Line, of bytes: Span<UInt8>) {
    header = Excerpt.quoted(line.content, of: bytes)
    headerContent = line.content
    commentCountBeforeBody += commentCount(before: line, of: bytes)
    bodyStart = min(line.end + 1, bytes.count)
    lineCountBeforeBody = line.number
  }

  private func commentCount(before line: Line, of bytes: Span<UInt8>) -> Int {
    var count = 0
    var start = bodyStart
    while start < line.start {
      let end = TextLine.end(from: start, of: bytes)
      if !TextLine.isBlank(start..<end, of: bytes) { count += 1 }
      start = end + 1
    }
    return count
  }

  /// The columns of a file for which neither an option nor a header names them.
  private func columns(
    of fields: FieldList, line: Line, before next: FieldList?, _ bytes: Span<UInt8>
  ) throws(LineFault) -> EdgeListColumns {
    switch fields.count {
    case 2: return .unweighted
    case 3 where !hasAttributes: return .weighted
    case 4...:
      if fields.isVaried(next), delimiter == .whitespace {
        throw LineFault(line: line.number, reason: .variedColumns)
      }
      throw LineFault(line: line.number, reason: .unknownColumns(count: fields.count))
    default:
      let text = Excerpt.quoted(line.content, of: bytes)
      throw LineFault(
        line: line.number,
        reason: .columnCount(fields.count, expected: 2...3, text: text, delimiter: delimiter))
    }
  }

  private func isNumber(_ fields: FieldList, _ column: Int, of bytes: Span<UInt8>) -> Bool {
    column < fields.count
      && Double(decimal: bytes.extracting(fields[column].range)) != nil
  }

  /// Whether the second line has numbers below the words of the first: in all of some columns, or
  /// where weights are.
  private func looksLikeHeader(
    _ first: FieldList, _ read: [Int], _ second: FieldList?, of bytes: Span<UInt8>
  ) -> Bool {
    guard let second, second.count == first.count else { return false }
    return read.allSatisfy { isNumber(second, $0, of: bytes) }
      || (columns.index(of: .weight) ?? (first.count == 3 ? 2 : nil)).map {
        isNumber(second, $0, of: bytes) && !isNumber(first, $0, of: bytes)
      } ?? false
  }

  // MARK: Comments

  /// Takes the columns from the last comment before the first line, if its words name them: `#
  /// source target`.
  private mutating func readCommentedHeader(
    before line: Line, fieldCount: Int, _ bytes: Span<UInt8>, _ options: EdgeListOptions
  ) throws(LineFault) -> Bool {
    guard options.columns == nil, options.hasHeader != false, options.comments == nil else {
      return false
    }
    var start = bodyStart
    var last: Range<Int>?
    while start < line.start {
      let end = TextLine.end(from: start, of: bytes)
      if !TextLine.isBlank(start..<end, of: bytes) { last = start..<end }
      start = end + 1
    }
    guard let last else { return false }
    var first = last.lowerBound
    while first < last.upperBound,
      bytes[first] <= 0x20 || bytes[first] == 0x23 || bytes[first] == 0x25
    {
      first += 1
    }
    var fields = FieldList()
    let words = TextLine.content(
      first..<last.upperBound, of: bytes, delimiter: .whitespace, comments: .none)
    guard let words, (try? fields.split(words, of: bytes, at: delimiter)) != nil,
      fields.count == fieldCount, let named = HeaderWords(fields.texts(of: bytes)).columns,
      let data = try? split(line, of: bytes)
    else { return false }
    columns = named.readable(data) { isNumber($0, $1, of: bytes) }
    header = Excerpt.quoted(last, of: bytes)
    commentCountBeforeBody += commentCount(before: line, of: bytes)
    bodyStart = line.start
    lineCountBeforeBody = line.number - 1
    return true
  }

  /// Decides which lines that begin with `#` or `%` are comments.
  ///
  /// If nodes are numbers, all of them are. Otherwise `#swift` may be a node: comments are those
  /// with a blank after the mark, and those before the first other line that do not have its
  /// columns.
  private mutating func chooseComments(
    _ line: Line, _ fields: FieldList, _ next: FieldList?, of bytes: Span<UInt8>
  ) {
    let sample = header != nil && line.start < bodyStart ? next ?? fields : fields
    let nodes = [EdgeListColumns.Column.source, .target].compactMap(columns.index(of:))
    guard !nodes.allSatisfy({ isNumber(sample, $0, of: bytes) }) else { return }
    comments = .spaced
    guard header == nil else { return }
    // Comments of the head end at the first line that has the columns of an edge.
    while let candidate = dataLine(of: bytes, delimiter: delimiter), candidate.start < line.start {
      if let fields = try? split(candidate, of: bytes), fields.count == columns.columns.count,
        delimiter != .whitespace || nodes.allSatisfy({ isMarked(fields, $0, of: bytes) })
      {
        break
      }
      commentCountBeforeBody += commentCount(before: candidate, of: bytes) + 1
      bodyStart = candidate.end + 1
      lineCountBeforeBody = candidate.number
    }
  }

  private func isMarked(_ fields: FieldList, _ column: Int, of bytes: Span<UInt8>) -> Bool {
    let range = fields[column].range
    return !range.isEmpty && (bytes[range.lowerBound] == 0x23 || bytes[range.lowerBound] == 0x25)
  }
}

extension EdgeListColumns {
  /// The columns, without times that are no numbers.
  fileprivate func readable(
    _ fields: FieldList?, isNumber: (FieldList, Int) -> Bool
  ) -> EdgeListColumns {
    guard let fields, let time = index(of: .time), !isNumber(fields, time) else { return self }
    return (try? EdgeListColumns(columns.map { $0 == .time ? .ignored : $0 })) ?? self
  }
}

extension FieldList {
  /// The texts of all fields.
  func texts(of bytes: Span<UInt8>) -> [String] {
    (0..<count).map { index in
      var text: [UInt8] = []
      appendText(of: index, from: bytes, to: &text)
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// Whether another line has another number of fields.
  fileprivate func isVaried(_ other: FieldList?) -> Bool {
    other.map { $0.count != count } ?? false
  }
}

extension Span<UInt8> {
  /// Copies the bytes in a range.
  func bytes(in range: Range<Int>) -> [UInt8] { range.map { self[$0] } }
}
