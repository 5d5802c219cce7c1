internal import Text

/// Which lines are comments, and what the last of them says.
extension EdgeListLayout {
  /// Takes the columns from the last comment before the first line, if its words name them: `#
  /// source target`.
  mutating func readCommentedHeader(
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
      fields.count == fieldCount
    else { return false }
    if HeaderWords(fields.texts(of: bytes)).areOfNodeTable {
      throw LineFault(
        line: line.number - 1, reason: .nodeTable(header: Excerpt.quoted(last, of: bytes)))
    }
    guard let named = HeaderWords(fields.texts(of: bytes)).columns,
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
  mutating func chooseComments(
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

  func isMarked(_ fields: FieldList, _ column: Int, of bytes: Span<UInt8>) -> Bool {
    let range = fields[column].range
    return !range.isEmpty && (bytes[range.lowerBound] == 0x23 || bytes[range.lowerBound] == 0x25)
  }
}
