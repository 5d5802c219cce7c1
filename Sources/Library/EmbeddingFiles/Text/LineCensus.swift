internal import Files

/// The line breaks in a piece of text.
struct LineCensus: Sendable {
  /// Their number, if the piece starts outside of quotes.
  var count = 0
  /// Their number, if the piece starts inside of quotes.
  var hiddenCount = 0
  /// The position of the first one, if the piece starts outside of quotes.
  var first = -1
  /// The position of the first one, if the piece starts inside of quotes.
  var firstHidden = -1
  /// Whether the number of quotes is odd, so that the state at the end differs from that at the
  /// start.
  var hasOddQuotes = false

  init(_ bytes: FileBytes, range: Range<Int>, isQuoted: Bool) {
    let text = bytes.span.extracting(range)
    let quotes = isQuoted ? Self.count(UInt8(ascii: "\""), in: text) : 0
    if quotes == 0 {
      count = Self.count(UInt8(ascii: "\n"), in: text)
      if count > 0, let place = text.indices.first(where: { text[$0] == UInt8(ascii: "\n") }) {
        first = range.lowerBound + place
      }
      return
    }
    for place in text.indices {
      if text[place] == UInt8(ascii: "\"") { hasOddQuotes.toggle() }
      guard text[place] == UInt8(ascii: "\n") else { continue }
      if hasOddQuotes {
        if hiddenCount == 0 { firstHidden = range.lowerBound + place }
        hiddenCount += 1
      } else {
        if count == 0 { first = range.lowerBound + place }
        count += 1
      }
    }
  }

  private static func count(_ byte: UInt8, in text: Span<UInt8>) -> Int {
    // SAFETY: the loop reads only what the buffer contains; without checks it is vectorized.
    unsafe text.withUnsafeBufferPointer { text in
      var count = 0
      for place in text.indices where unsafe text[place] == byte { count += 1 }
      return count
    }
  }
}
