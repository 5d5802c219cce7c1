internal import Text

/// What the columns hold, and whether a header says so.
extension EdgeListLayout {
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
  func split(_ line: Line, of bytes: Span<UInt8>) throws(LineFault) -> FieldList {
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
  mutating func readColumns(
    _ fields: FieldList, _ line: Line, before next: FieldList?, of bytes: Span<UInt8>,
    _ options: EdgeListOptions
  ) throws(LineFault) {
    let words = HeaderWords(fields.texts(of: bytes))
    let isNumberless = (0..<fields.count).allSatisfy { !isNumber(fields, $0, of: bytes) }
    let named = options.hasHeader == false || !isNumberless ? nil : words.columns
    if isNumberless, options.columns == nil, options.hasHeader != false, words.areOfNodeTable {
      nodeTableHeader = fields.texts(of: bytes)
      if fields.count > 2 {
        throw LineFault(line: line.number, reason: .nodeTable(header: line.excerpt(of: bytes)))
      }
    }
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
          // A header of numbers, such as those of nodes and edges, does not tell the columns.
          let sample = options.hasHeader == true && !isNumberless ? next ?? fields : fields
          columns = try columns(of: sample, line: line, before: next, bytes, options)
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
    if hasHeader, options.columns == nil, !options.isDirected, !options.ignoresDirections,
      let type = words.typeColumn, let next, type < next.count,
      let isDirected = EdgeDirection.isDirected(next[type].range, of: bytes)
    {
      (directionColumn, self.isDirected) = (type, isDirected)
    }
    if named != nil, options.hasHeader == nil { headerWords = fields.texts(of: bytes) }
  }

  mutating func takeHeader(_ line: Line, of bytes: Span<UInt8>) {
    header = Excerpt.quoted(line.content, of: bytes)
    headerContent = line.content
    commentCountBeforeBody += commentCount(before: line, of: bytes)
    bodyStart = min(line.end + 1, bytes.count)
    lineCountBeforeBody = line.number
  }

  func commentCount(before line: Line, of bytes: Span<UInt8>) -> Int {
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
  func columns(
    of fields: FieldList, line: Line, before next: FieldList?, _ bytes: Span<UInt8>,
    _ options: EdgeListOptions
  ) throws(LineFault) -> EdgeListColumns {
    switch fields.count {
    case 2: return .unweighted
    case 3 where !hasAttributes: return .weighted
    case 4...:
      if fields.isVaried(next), delimiter == .whitespace {
        throw LineFault(line: line.number, reason: .variedColumns)
      }
      if options.hasHeader == nil, MatrixShape(bytes, options) != nil {
        throw LineFault(reason: .squareNumbers(count: fields.count))
      }
      throw LineFault(line: line.number, reason: .unknownColumns(count: fields.count))
    default:
      let text = Excerpt.quoted(line.content, of: bytes)
      throw LineFault(
        line: line.number,
        reason: .columnCount(fields.count, expected: 2...3, text: text, delimiter: delimiter))
    }
  }

  func isNumber(_ fields: FieldList, _ column: Int, of bytes: Span<UInt8>) -> Bool {
    column < fields.count
      && Double(decimal: bytes.extracting(fields[column].range)) != nil
  }

  /// Whether the second line has numbers below the words of the first: in all of some columns, or
  /// where weights are.
  func looksLikeHeader(
    _ first: FieldList, _ read: [Int], _ second: FieldList?, of bytes: Span<UInt8>
  ) -> Bool {
    guard let second, second.count == first.count else { return false }
    return read.allSatisfy { isNumber(second, $0, of: bytes) }
      || (columns.index(of: .weight) ?? (first.count == 3 ? 2 : nil)).map {
        isNumber(second, $0, of: bytes) && !isNumber(first, $0, of: bytes)
      } ?? false
  }
}

extension EdgeListColumns {
  /// The columns, without times that are no numbers.
  func readable(
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
  func isVaried(_ other: FieldList?) -> Bool {
    other.map { $0.count != count } ?? false
  }
}
