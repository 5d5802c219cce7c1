internal import Text

/// What stands before the first edge, and what separates its fields.
extension EdgeListLayout {
  /// Reads the line `sep=;` that Excel writes and expects.
  mutating func readSeparatorLine(of bytes: Span<UInt8>, options: inout EdgeListOptions) {
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
  mutating func readKONECTHeader(of bytes: Span<UInt8>) {
    let end = min(TextLine.end(from: bodyStart, of: bytes), bodyStart + 64)
    let words = String(decoding: bytes.bytes(in: bodyStart..<end), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    if words.starts(with: ["%", "bip"]) { isTwoSided = true }
  }

  /// Whether the comments before the first line are those of networkx's adjacency lists.
  func adjacencyFormat(
    before first: Line, of bytes: Span<UInt8>
  ) -> EdgeListOptions.Layout? {
    let head = String(
      decoding: bytes.bytes(in: bodyStart..<min(first.start, bodyStart + 4096)), as: UTF8.self)
    return head.split(separator: "\n").contains { $0.hasPrefix("# GMT ") } ? .adjacency : nil
  }

  /// Finds the first line that is data by every rule, and what separates its fields.
  mutating func firstDataLine(
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
  mutating func onlyMarkedLine(of bytes: Span<UInt8>, options: EdgeListOptions) -> Line? {
    guard options.comments == nil else { return nil }
    comments = .spaced
    return dataLine(of: bytes, delimiter: options.delimiter)
  }

  /// Whether the first two lines have the same number of bars, and blanks make no columns.
  func isSeparatedByBars(_ first: Line, of bytes: Span<UInt8>) -> Bool {
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
}
