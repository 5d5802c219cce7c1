extension Double {
  /// Parses a decimal number, written as for `Float.init(decimal:)`.
  ///
  /// The result is the nearest number, or the one with the even significand if two are equally
  /// near; infinity if the text exceeds all numbers; nil if it is not a number.
  ///
  /// - Parameter text: The text in ASCII; all of it must be the number.
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
