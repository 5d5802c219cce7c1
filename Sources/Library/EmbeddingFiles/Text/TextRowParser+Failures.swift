internal import Text

extension TextRowParser {
  /// The failure for a line with the wrong number of components.
  func wrongCount(_ text: Span<UInt8>, lineStart: Int, found: Int) -> Failure {
    Failure(
      position: lineStart,
      reason: "the vector\(ofName) has "
        + (found > dimensions
          ? "more than \(dimensions) components" : "\(found) components instead of \(dimensions)"))
  }

  /// The failure for a field that is not a finite number.
  func noNumber(_ text: Span<UInt8>, lineStart: Int, found: Int) -> Failure {
    var start = position
    // An infinite number, or one that is followed by something, has been passed over.
    while start > lineStart, !layout.separates(text[start - 1]) { start -= 1 }
    var stop = start
    while stop < end, !layout.separates(text[stop]), text[stop] != UInt8(ascii: "\n"),
      text[stop] != UInt8(ascii: "\r")
    {
      stop += 1
    }
    guard stop > start else { return wrongCount(text, lineStart: lineStart, found: found) }
    let shown = show(text, start..<stop)
    if let number = Float(decimal: text.extracting(start..<stop)), number.isInfinite {
      return Failure(position: start, reason: "\(shown) is too large for a 32-bit number")
    }
    return Failure(position: start, reason: "\(shown) is not a finite number")
  }

  /// A part of the text in quotes, cut to a readable length.
  func show(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    Excerpt.quoted(range, of: text)
  }

  private var ofName: String {
    layout.name == .absent ? "" : " of \(Excerpt.quoted(names[(nameEnds.last ?? 0)...]))"
  }

  /// Reads a line whose name contains separators: its last fields are the vector.
  ///
  /// - Parameters:
  ///   - text: The whole text.
  ///   - lineStart: The position of the line.
  ///   - failure: The error if the line is ambiguous: the field before the vector must not be a
  ///     number, since the line might as well have one number too many; an integer before a
  ///     vector of fractions is a part of the name, as in "Windows 95".
  ///   - vector: Receives the components of the vector.
  /// - Throws: `failure`, or an error if the name is not valid UTF-8.
  mutating func parseSpacedRow(
    _ text: Span<UInt8>, lineStart: Int, failure: Failure, into vector: inout MutableSpan<Float>
  ) throws(Failure) {
    var lineEnd = lineStart
    while lineEnd < end, text[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
    var fields: [Range<Int>] = []
    var start = lineStart
    for place in lineStart...lineEnd
    where place == lineEnd || layout.separates(text[place]) || text[place] == UInt8(ascii: "\r") {
      if place > start { fields.append(start..<place) }
      start = place + 1
    }
    let nameCount = fields.count - dimensions
    guard nameCount > 1, fields[0].lowerBound == lineStart,
      endsName(text, fields[nameCount - 1], before: fields[nameCount...])
    else {
      throw failure
    }
    for component in 0..<dimensions {
      guard let number = Float(decimal: text.extracting(fields[nameCount + component])),
        number.isFinite
      else {
        throw failure
      }
      vector[component] = number
    }
    try appendName(text, lineStart..<fields[nameCount - 1].upperBound)
    position = lineEnd + 1
  }

  /// Whether a field is the end of a name and not a component of the vector.
  private func endsName(
    _ text: Span<UInt8>, _ field: Range<Int>, before vector: ArraySlice<Range<Int>>
  ) -> Bool {
    guard Float(decimal: text.extracting(field)) != nil else { return true }
    return field.allSatisfy { Self.isDigit(text[$0]) }
      && vector.allSatisfy { $0.contains { text[$0] == UInt8(ascii: ".") } }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
