internal import Files

/// The ends of lines in a piece of text.
struct LineCensus: Sendable {
  /// How many there are, when the piece starts outside of quotes.
  var count = 0
  /// How many there are, when it starts inside of quotes.
  var hiddenCount = 0
  /// Where the first one is, when the piece starts outside of quotes.
  var first = -1
  /// Where the first one is, when it starts inside of quotes.
  var firstHidden = -1
  /// Whether what is inside of quotes at the start is outside at the end.
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
    // SAFETY: the loop reads what the buffer has; without checks it becomes one on vectors.
    unsafe text.withUnsafeBufferPointer { text in
      var count = 0
      for place in text.indices where unsafe text[place] == byte { count += 1 }
      return count
    }
  }
}
