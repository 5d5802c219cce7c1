internal import Text

/// The rules for weights, however a file writes them.
extension EdgeListOptions {
  /// The weight that a text means: positive, or 0 if edges of weight 0 are dropped.
  ///
  /// - Throws: `LineFault` if it is none.
  func weight(_ text: Span<UInt8>, line: Int?) throws(LineFault) -> Float {
    if ignoresWeights { return 1 }
    guard let weight = Float(decimal: text) else {
      throw LineFault(
        line: line, reason: .invalidWeight(Excerpt.quoted(text.indices, of: text)))
    }
    if weight > 0, weight.isFinite { return weight }
    let isZero = text.indices.allSatisfy { index in
      !(UInt8(ascii: "1")...UInt8(ascii: "9")).contains(text[index])
    }
    return try refused(
      weight, isZero: isZero || weight == 0 && Double(decimal: text) == 0,
      Excerpt.quoted(text.indices, of: text), line: line)
  }

  /// The weight that a number means.
  func weight(_ number: Double, line: Int?) throws(LineFault) -> Float {
    if ignoresWeights { return 1 }
    let weight = Float(number)
    if weight > 0, weight.isFinite { return weight }
    guard number.isFinite else {
      throw LineFault(line: line, reason: .invalidWeight("'\(number)'"))
    }
    return try refused(weight, isZero: number == 0, "'\(number)'", line: line)
  }

  private func refused(
    _ weight: Float, isZero: Bool, _ text: String, line: Int?
  ) throws(LineFault) -> Float {
    guard isZero else {
      throw LineFault(
        line: line, reason: weight.sign == .minus ? .negativeWeight(text) : .weightOutOfRange(text))
    }
    guard zeroWeights == .drop else { throw LineFault(line: line, reason: .zeroWeight(text)) }
    return 0
  }
}
