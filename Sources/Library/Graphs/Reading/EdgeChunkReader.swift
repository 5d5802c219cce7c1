internal import Names
internal import Text

/// Reads the edges of a piece of a file that consists of whole lines.
struct EdgeChunkReader {
  /// Why a piece of a file cannot be read.
  enum Stop: Error {
    /// A node is not a number, or too large a number; all nodes have to be read as names.
    case needsNames
    /// A line is invalid; its number counts from 1 within the piece.
    case refused(LineFault)
  }

  private let layout: EdgeListLayout
  private let options: EdgeListOptions
  private let sourceColumn: Int
  private let targetColumn: Int
  private let weightColumn: Int?
  private let timeColumn: Int?
  private let isWeighted: Bool
  private let sidePrefixes: [[UInt8]]
  /// Whether lines consist of source, target and optionally weight in this order, as most do.
  private let isPlain: Bool
  private var fields = FieldList()
  /// The byte that separates fields, or nil for blanks.
  private let delimiter: UInt8?
  private let readsNames: Bool
  private var names = NameListBuilder()
  private var chunk = EdgeChunk()

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - layout: How the file is laid out.
  ///   - options: How to interpret the edges.
  ///   - readsNames: Whether to read nodes as names; otherwise as numbers.
  init(layout: EdgeListLayout, options: EdgeListOptions, readsNames: Bool) {
    self.layout = layout
    self.options = options
    delimiter = layout.delimiter.byte
    sourceColumn = layout.columns.index(of: .source) ?? 0
    targetColumn = layout.columns.index(of: .target) ?? 1
    weightColumn = options.ignoresWeights ? nil : layout.columns.index(of: .weight)
    timeColumn = layout.columns.index(of: .time)
    isWeighted =
      weightColumn != nil || layout.hasWeightAttributes && !options.ignoresWeights
    sidePrefixes = layout.isTwoSided ? options.sidePrefixes.map { Array($0.utf8) } : []
    isPlain =
      !readsNames && layout.matrix == nil && layout.format == .edges && !layout.hasAttributes
      && !layout.isTwoSided
      && (layout.columns == .unweighted || layout.columns == .weighted && !options.ignoresWeights)
    self.readsNames = readsNames
  }

  /// Reads the lines in a range.
  consuming func read(_ range: Range<Int>, of bytes: Span<UInt8>) throws(Stop) -> EdgeChunk {
    let lineCount = TextLine.newlineCount(in: range, of: bytes) + 1
    chunk.nodes.reserveCapacity(2 * lineCount)
    if isWeighted { chunk.weights.reserveCapacity(lineCount) }
    if timeColumn != nil { chunk.times.reserveCapacity(lineCount) }
    var start = range.lowerBound
    while start < range.upperBound {
      if isPlain, let next = try readPlainLine(at: start, of: bytes) {
        start = next
      } else {
        let end = TextLine.end(from: start, of: bytes)
        try readLine(start..<end, of: bytes)
        start = end + 1
      }
      chunk.lineCount += 1
    }
    if readsNames { chunk.names = names }
    return chunk
  }

  // MARK: Any line

  private mutating func readLine(_ line: Range<Int>, of bytes: Span<UInt8>) throws(Stop) {
    guard
      let content = TextLine.content(
        line, of: bytes, delimiter: layout.delimiter, comments: layout.comments)
    else {
      if !TextLine.isBlank(line, of: bytes) { chunk.commentCount += 1 }
      return
    }
    if repeatsHeader(content, of: bytes) { return chunk.repeatedHeaderCount += 1 }
    do {
      try fields.split(layout.fieldRange(of: content, bytes), of: bytes, at: layout.delimiter)
    } catch {
      throw refusal(.quotation(error.reason(in: bytes)))
    }
    if layout.format == .adjacency { return try appendNeighbors(in: content, of: bytes) }
    let columnCount = layout.columns.columns.count
    fields.removeEmptyEnd(keeping: columnCount)
    guard fields.count == columnCount else {
      throw refusal(
        .columnCount(
          fields.count, expected: columnCount...columnCount,
          text: Excerpt.quoted(content, of: bytes), delimiter: layout.delimiter))
    }
    for (index, column) in layout.columns.columns.enumerated()
    where column != .ignored && fields[index].range.isEmpty {
      throw refusal(.emptyField(column, text: Excerpt.quoted(content, of: bytes)))
    }
    if let column = layout.directionColumn,
      EdgeDirection.isDirected(fields[column].range, of: bytes) != layout.isDirected
    {
      throw refusal(.mixedDirections(Excerpt.quoted(fields[column].range, of: bytes)))
    }
    let source = try node(inField: sourceColumn, side: 0, of: bytes)
    let target = try node(inField: targetColumn, side: 1, of: bytes)
    var weight: Float = 1
    if let weightColumn { weight = try self.weight(at: fields[weightColumn].range, of: bytes) }
    if layout.hasWeightAttributes, isWeighted,
      let range = AttributeText.weight(in: content, of: bytes)
    {
      weight = try self.weight(at: range, of: bytes)
    }
    var time = 0.0
    if let timeColumn { time = try self.time(at: fields[timeColumn].range, of: bytes) }
    append(source, target, weight: weight, time: time)
  }

  private func repeatsHeader(_ content: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    guard let header = layout.headerContent, header.count == content.count,
      bytes[header.lowerBound] == bytes[content.lowerBound]
    else { return false }
    return zip(header, content).allSatisfy { bytes[$0] == bytes[$1] }
  }

  /// Appends the edges of a line with a node and its neighbors.
  private mutating func appendNeighbors(
    in content: Range<Int>, of bytes: Span<UInt8>
  ) throws(Stop) {
    fields.removeEmptyEnd(keeping: 1)
    // Nothing but attributes.
    guard fields.count > 0 else {
      throw refusal(.emptyField(.source, text: Excerpt.quoted(content, of: bytes)))
    }
    let source = try node(inField: 0, side: 0, of: bytes)
    // A node without neighbors is a node.
    if fields.count == 1 { chunk.nodesOfDroppedEdges.append(source) }
    chunk.largestNode = max(chunk.largestNode, source)
    for field in 1..<max(1, fields.count) {
      append(source, try node(inField: field, side: 1, of: bytes), weight: 1, time: 0)
    }
  }

  /// The node of a field, which is on the side of the sources, 0, or of the targets, 1.
  private mutating func node(
    inField index: Int, side: Int, of bytes: Span<UInt8>
  ) throws(Stop) -> Node {
    var range = fields[index].range
    if options.readsWholeNumbers {
      range = range.lowerBound..<WholeNumber.end(in: range, of: bytes)
    }
    guard readsNames else {
      if layout.isTwoSided { throw .needsNames }
      var end = range.lowerBound
      guard let node = Self.integer(at: &end, before: range.upperBound, of: bytes),
        end == range.upperBound
      else {
        guard layout.matrix == nil else { throw outsideMatrix(range, of: bytes) }
        throw .needsNames
      }
      guard let matrix = layout.matrix else { return node }
      guard node >= 1 && node <= matrix.nodeCount else { throw outsideMatrix(range, of: bytes) }
      return node
    }
    guard fields[index].hasDoubledQuotes || layout.isTwoSided else {
      return try number(ofName: bytes.extracting(range))
    }
    var name = layout.isTwoSided ? sidePrefixes[side] : []
    fields.appendText(of: index, from: bytes, to: &name)
    return try number(ofName: name.span)
  }

  private mutating func number(ofName name: Span<UInt8>) throws(Stop) -> Node {
    let countBefore = names.count
    let place = names.insert(name)
    if place == countBefore, !NodeName.isValid(name) {
      throw refusal(.invalidName(Excerpt.quoted(name.indices, of: name)))
    }
    return Node(place)
  }

  private func outsideMatrix(_ range: Range<Int>, of bytes: Span<UInt8>) -> Stop {
    let text = Excerpt.quoted(range, of: bytes)
    let nodeCount = layout.matrix?.nodeCount ?? 0
    return refusal(.matrixMarket("\(text) is no row or column; they are 1 to \(nodeCount)"))
  }

  private func weight(at range: Range<Int>, of bytes: Span<UInt8>) throws(Stop) -> Float {
    let weight =
      Float(decimal: bytes.extracting(range))
      ?? (layout.delimiter == .semicolon ? commaWeight(at: range, of: bytes) : nil)
    if let weight, weight > 0, weight.isFinite { return weight }
    let text = Excerpt.quoted(range, of: bytes)
    guard let weight else { throw refusal(.invalidWeight(text)) }
    if Self.hasZeroDigits(range, of: bytes) {
      guard options.zeroWeights == .drop else { throw refusal(.zeroWeight(text)) }
      return 0
    }
    throw refusal(weight.sign == .minus ? .negativeWeight(text) : .weightOutOfRange(text))
  }

  /// A weight with a decimal comma, as spreadsheets write it in files separated by semicolons.
  private func commaWeight(at range: Range<Int>, of bytes: Span<UInt8>) -> Float? {
    var text = bytes.bytes(in: range)
    guard let comma = text.firstIndex(of: UInt8(ascii: ",")) else { return nil }
    text[comma] = UInt8(ascii: ".")
    return Float(decimal: text.span)
  }

  /// Whether all digits before the exponent are 0.
  private static func hasZeroDigits(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    for place in range {
      if bytes[place] | 0x20 == UInt8(ascii: "e") { return true }
      if (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[place]) { return false }
    }
    return true
  }

  private func time(at range: Range<Int>, of bytes: Span<UInt8>) throws(Stop) -> Double {
    guard let time = Double(decimal: bytes.extracting(range)), time.isFinite else {
      throw refusal(.invalidTime(Excerpt.quoted(range, of: bytes)))
    }
    return time
  }

  private func refusal(_ reason: EdgeListError.Reason) -> Stop {
    .refused(LineFault(line: chunk.lineCount + 1, reason: reason))
  }

  // MARK: Plain lines

  /// Reads a line of two integers and an optional weight; nil if it is anything else.
  ///
  /// The caller then reads the line again with `readLine`, which reports what is wrong with it.
  private mutating func readPlainLine(
    at start: Int, of bytes: Span<UInt8>
  ) throws(Stop) -> Int? {
    var place = start
    guard let source = Self.integer(at: &place, before: bytes.count, of: bytes),
      skipDelimiter(at: &place, of: bytes),
      let target = Self.integer(at: &place, before: bytes.count, of: bytes)
    else { return nil }
    let weightStart: Int?
    if weightColumn != nil {
      guard skipDelimiter(at: &place, of: bytes) else { return nil }
      weightStart = place
      while place < bytes.count, bytes[place] > UInt8(ascii: " "), bytes[place] != delimiter {
        place += 1
      }
    } else {
      weightStart = nil
    }
    guard let next = Self.skipLineEnd(at: place, of: bytes), weightStart != place else {
      return nil
    }
    var weight: Float = 1
    if let weightStart { weight = try self.weight(at: weightStart..<place, of: bytes) }
    append(source, target, weight: weight, time: 0)
    return next
  }

  @inline(__always)
  private func skipDelimiter(at place: inout Int, of bytes: Span<UInt8>) -> Bool {
    let first = place
    if let delimiter {
      guard place < bytes.count, bytes[place] == delimiter else { return false }
      place += 1
      return true
    }
    while place < bytes.count,
      bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\t")
    {
      place += 1
    }
    return place > first
  }

  @inline(__always)
  private static func skipLineEnd(at place: Int, of bytes: Span<UInt8>) -> Int? {
    guard place < bytes.count else { return place }
    if bytes[place] == UInt8(ascii: "\n") { return place + 1 }
    let isEnd =
      bytes[place] == UInt8(ascii: "\r") && place + 1 < bytes.count
      && bytes[place + 1] == UInt8(ascii: "\n")
    return isEnd ? place + 2 : nil
  }

  /// Reads a decimal integer less than 2³² - 1, spelled as `String` would; nil if there is none.
  @inline(__always)
  private static func integer(
    at place: inout Int, before end: Int, of bytes: Span<UInt8>
  ) -> Node? {
    let start = place
    var value: UInt64 = 0
    while place < end {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value &* 10 &+ UInt64(digit)
      place += 1
    }
    let length = place - start
    guard length > 0, length <= 10, value < UInt64(Node.max),
      length == 1 || bytes[start] != UInt8(ascii: "0")
    else { return nil }
    return Node(value)
  }

  // MARK: Edges

  @inline(__always)
  private mutating func append(_ source: Node, _ target: Node, weight: Float, time: Double) {
    guard chunk.keepsEdge(source, target, selfLoops: options.selfLoops) else { return }
    if weight == 0 {
      chunk.zeroWeightCount += 1
      return chunk.nodesOfDroppedEdges += [source, target]
    }
    chunk.append(
      source, target, weight: isWeighted ? weight : nil,
      time: timeColumn == nil ? nil : time)
    if options.parallelEdges == .error { chunk.lines.append(UInt32(chunk.lineCount)) }
  }
}
