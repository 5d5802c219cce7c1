extension Float {
  /// Parses a decimal number.
  ///
  /// The text consists of digits, at least one, with at most one point among them, an optional sign
  /// before and an optional exponent after them: `12`, `-.5`, `3.`, `+6.02e23`. Spaces, words such
  /// as `nan`, and hexadecimal digits are not accepted. The result is the nearest number, or the
  /// one with the even significand if two are equally near; infinity if the text exceeds all
  /// numbers; nil if it is not a number.
  ///
  /// - Parameter text: The text in ASCII; all of it must be the number.
  package init?(decimal text: Span<UInt8>) {
    var position = 0
    guard let value = Float.scanDecimal(text, at: &position), position == text.count else {
      return nil
    }
    self = value
  }

  /// Parses the decimal number that starts at a position in a text.
  ///
  /// A number is what `init(decimal:)` accepts; the longest one is taken.
  ///
  /// - Parameters:
  ///   - text: The text in ASCII.
  ///   - position: The start of the number; afterward the position after it. Unchanged if no number
  ///     starts there.
  /// - Returns: The nearest number, or nil if no number starts there.
  /// - Complexity: O(length of the number).
  package static func scanDecimal(_ text: Span<UInt8>, at position: inout Int) -> Float? {
    let start = position
    guard let decimal = ScannedDecimal(scanning: text, at: &position) else { return nil }
    if let value = decimal.nearestFloat { return value }
    // One number in 30 million: it is so close to the middle between two floats, or so small or
    // large, that all digits are needed to decide.
    let characters = (start..<position).map { text[$0] }
    return Float(String(decoding: characters, as: UTF8.self))
  }
}
