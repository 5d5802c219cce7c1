extension Float {
  /// Reads a number in decimal.
  ///
  /// Digits with at most one point among them, at least one digit, a sign before and an exponent
  /// behind if need be: `12`, `-.5`, `3.`, `+6.02e23`. No spaces, no words such as `nan`, no
  /// hexadecimal digits. The nearest number is taken, the one with the even significand where two
  /// are equally near, infinity where the text is beyond all numbers; nil where the text is no
  /// number.
  ///
  /// - Parameter text: The text in ASCII, all of which must be the number.
  package init?(decimal text: Span<UInt8>) {
    var position = 0
    guard let value = Float.scanDecimal(text, at: &position), position == text.count else {
      return nil
    }
    self = value
  }

  /// Reads the number in decimal that starts at a place in a text.
  ///
  /// A number is what `init(decimal:)` reads; the longest is taken.
  ///
  /// - Parameters:
  ///   - text: The text in ASCII.
  ///   - position: Where the number starts; afterward the place behind it. Unchanged where no number
  ///     starts.
  /// - Returns: The nearest number, or nil where none starts.
  /// - Complexity: O(length of the number).
  package static func scanDecimal(_ text: Span<UInt8>, at position: inout Int) -> Float? {
    let start = position
    guard let decimal = ScannedDecimal(scanning: text, at: &position) else { return nil }
    if let value = decimal.nearestFloat { return value }
    // One number in 30 million: so near to the middle between two floats, or so small or large,
    // that it takes all digits to decide.
    let characters = (start..<position).map { text[$0] }
    return Float(String(decoding: characters, as: UTF8.self))
  }
}
