extension Double {
  /// Reads a number in decimal, written as for `Float.init(decimal:)`.
  ///
  /// The result is the nearest number, the one with the even significand where two are equally
  /// near; infinity where the text is beyond all numbers; nil where it is no number.
  ///
  /// - Parameter text: The text in ASCII, all of which must be the number.
  package init?(decimal text: Span<UInt8>) {
    var position = 0
    guard let decimal = ScannedDecimal(scanning: text, at: &position), position == text.count else {
      return nil
    }
    if let value = decimal.nearestDouble {
      self = value
      return
    }
    let characters = text.indices.map { text[$0] }
    guard let value = Double(String(decoding: characters, as: UTF8.self)) else { return nil }
    self = value
  }
}
