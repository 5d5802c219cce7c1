internal import Text

/// Reads lines of a name and a vector, one after another.
struct TextRowParser {
  /// A problem and its position in bytes.
  struct Failure: Error {
    let position: Int
    let reason: String
    var remedy: EmbeddingFileError.Remedy?
  }

  let layout: TextLayout
  let dimensions: Int
  /// The position of the next line.
  var position: Int
  /// The end of the text, which is the end of a line.
  let end: Int
  /// Whether invalid UTF-8 in names is replaced by U+FFFD.
  let repairsNames: Bool
  /// The names so far, without gaps, and the end of each.
  private(set) var names: [UInt8] = []
  private(set) var nameEnds: [Int] = []

  init(layout: TextLayout, dimensions: Int, position: Int, end: Int, repairsNames: Bool) {
    self.layout = layout
    self.dimensions = dimensions
    self.position = position
    self.end = end
    self.repairsNames = repairsNames
  }

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - text: The whole text.
  ///   - vector: Receives the components of the vector.
  /// - Throws: The problem with the line and its position.
  mutating func parseRow(
    _ text: Span<UInt8>, into vector: inout MutableSpan<Float>
  ) throws(Failure) {
    let start = position
    switch layout.name {
    case .absent:
      skipPadding(text)
      try parseVector(text, lineStart: start, into: &vector)
    case .first:
      try parseName(text)
      try parseVector(text, lineStart: start, into: &vector)
    case .quoted:
      if position < end, text[position] == UInt8(ascii: "\"") {
        try parseQuotedName(text)
      } else {
        try parseName(text)
      }
      try parseVector(text, lineStart: start, into: &vector)
    case .spaced:
      let nameStart = names.count
      do throws(Failure) {
        try parseName(text)
        try parseVector(text, lineStart: start, into: &vector)
      } catch {
        names.removeSubrange(nameStart...)
        try parseSpacedRow(text, lineStart: start, failure: error, into: &vector)
      }
    }
    nameEnds.append(names.count)
  }

  // MARK: Names

  private mutating func parseName(_ text: Span<UInt8>) throws(Failure) {
    let start = position
    var nonASCII: UInt8 = 0
    while position < end {
      let byte = text[position]
      if layout.separates(byte) || byte == UInt8(ascii: "\n") { break }
      nonASCII |= byte
      names.append(byte)
      position += 1
    }
    if position > start, names.last == UInt8(ascii: "\r"),
      position == end || text[position] == UInt8(ascii: "\n")
    {
      names.removeLast()
    }
    if layout.name == .quoted {
      if let quote = (start..<position).first(where: { text[$0] == UInt8(ascii: "\"") }) {
        throw Failure(position: quote, reason: "a quote inside of a field that is not in quotes")
      }
    } else if names.count == (nameEnds.last ?? 0) {
      let isBlank = position == end || text[position] == UInt8(ascii: "\n")
      guard repairsNames, !isBlank else {
        throw Failure(
          position: start,
          reason: isBlank
            ? "the line is empty" : "the line starts with a space: the name is missing",
          remedy: isBlank ? nil : .replaceInvalidNames)
      }
      names.append(contentsOf: "\u{fffd}".utf8)
    }
    if nonASCII >= 0x80 { try checkUTF8(text, start..<position) }
  }

  private mutating func parseQuotedName(_ text: Span<UInt8>) throws(Failure) {
    let start = position
    position += 1
    while position < end {
      let byte = text[position]
      position += 1
      if byte == UInt8(ascii: "\"") {
        guard position < end, text[position] == byte else {
          try checkUTF8(text, start..<position)
          guard position == end || layout.separates(text[position]) else {
            throw Failure(position: position, reason: "a separator is missing after the quotes")
          }
          return
        }
        position += 1
      }
      names.append(byte)
    }
    throw Failure(position: start, reason: "the quotes that start here do not end")
  }

  /// Stores a range of the text as the name of the line.
  mutating func appendName(_ text: Span<UInt8>, _ range: Range<Int>) throws(Failure) {
    for place in range { names.append(text[place]) }
    try checkUTF8(text, range)
  }

  private mutating func checkUTF8(_ text: Span<UInt8>, _ range: Range<Int>) throws(Failure) {
    do {
      _ = try UTF8Span(validating: text.extracting(range))
    } catch {
      guard repairsNames else {
        throw Failure(
          position: range.lowerBound, reason: "the name \(show(text, range)) is not valid UTF-8",
          remedy: .replaceInvalidNames)
      }
      let start = nameEnds.last ?? 0
      let name = String(decoding: names[start...], as: UTF8.self)
      names.replaceSubrange(start..., with: name.utf8)
    }
  }

  // MARK: Numbers

  private mutating func parseVector(
    _ text: Span<UInt8>, lineStart: Int, into vector: inout MutableSpan<Float>
  ) throws(Failure) {
    for component in 0..<dimensions {
      if component > 0 || layout.name != .absent {
        guard skipSeparator(text) else {
          throw wrongCount(text, lineStart: lineStart, found: component)
        }
      }
      guard let number = Float.scanDecimal(text, at: &position), number.isFinite,
        isFieldEnd(text, position)
      else {
        throw noNumber(text, lineStart: lineStart, found: component)
      }
      vector[component] = number
    }
    skipPadding(text)
    if layout.separator == UInt8(ascii: " "), position < end,
      text[position] == UInt8(ascii: "\t")
    {
      position += 1
    }
    if position + 1 < end, text[position] == UInt8(ascii: "\r") { position += 1 }
    guard position == end || text[position] == UInt8(ascii: "\n") else {
      throw wrongCount(text, lineStart: lineStart, found: dimensions + 1)
    }
    position += 1
  }

  /// Advances to the next field; returns false at the end of the line.
  @inline(__always)
  private mutating func skipSeparator(_ text: Span<UInt8>) -> Bool {
    if layout.separator != UInt8(ascii: " ") {
      skipPadding(text)
      guard position < end, text[position] == layout.separator else { return false }
      position += 1
      skipPadding(text)
      return true
    }
    let start = position
    while position < end, layout.separates(text[position]) { position += 1 }
    guard position > start, position < end else { return false }
    return text[position] != UInt8(ascii: "\n") && text[position] != UInt8(ascii: "\r")
  }

  @inline(__always)
  private mutating func skipPadding(_ text: Span<UInt8>) {
    while position < end, layout.isPadding(text[position]) { position += 1 }
  }

  @inline(__always)
  private func isFieldEnd(_ text: Span<UInt8>, _ position: Int) -> Bool {
    guard position < end else { return true }
    let byte = text[position]
    return layout.separates(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      || byte == UInt8(ascii: " ")
  }
}
