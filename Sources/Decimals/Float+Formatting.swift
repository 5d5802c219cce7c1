extension Float {
  /// The number of bytes that no number's text exceeds.
  public static var maximumDecimalLength: Int { 16 }

  /// Appends the shortest decimal text that reads back as the same number.
  ///
  /// The text is that of `description`: `0.1`, `-3.0`, `1e-05`, `6.02e+23`, `inf`, `nan`.
  ///
  /// - Parameter text: The text to append to.
  public func appendDecimal(to text: inout [UInt8]) {
    text.reserveCapacity(text.count + Self.maximumDecimalLength)
    let digits = unsafe [UInt8](unsafeUninitializedCapacity: Self.maximumDecimalLength) {
      buffer, count in
      // SAFETY: the buffer has the room that is asked for.
      count = unsafe buffer.baseAddress.map { unsafe writeDecimal(to: $0) } ?? 0
    }
    text.append(contentsOf: digits)
  }

  /// Writes the shortest decimal text that reads back as the same number.
  ///
  /// - Parameter text: Where to write, with room for `maximumDecimalLength` bytes.
  /// - Returns: The number of bytes of the text.
  public func writeDecimal(to text: UnsafeMutablePointer<UInt8>) -> Int {
    // SAFETY: a text has at most a sign, nine digits, a point and an exponent of four bytes; or in
    // positional form a sign, `0.000` and nine digits; or a sign, eight digits and `.0`. All of it
    // is within the 16 bytes that the caller provides.
    var next = unsafe text
    if sign == .minus, !isNaN {
      unsafe next.pointee = UInt8(ascii: "-")
      unsafe next += 1
    }
    guard isFinite else {
      return unsafe Self.write(isNaN ? "nan" : "inf", to: next) + (next - text)
    }
    guard self != 0 else { return unsafe Self.write("0.0", to: next) + (next - text) }

    let decimal = ShortestDecimal(bitPattern: bitPattern)
    var digits = decimal.digits
    var exponent = decimal.exponent
    while digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
    let digitCount = Self.digitCount(digits)
    // The number is 0.d₁d₂… × 10^point.
    let point = digitCount + exponent
    if point < -3 || magnitude > 0x1p24 {
      unsafe next += Self.writeScientific(digits, digitCount, exponent: point - 1, to: next)
    } else if point <= 0 {
      unsafe next[0] = UInt8(ascii: "0")
      unsafe next[1] = UInt8(ascii: ".")
      for place in 0..<(-point) { unsafe next[2 + place] = UInt8(ascii: "0") }
      unsafe next += 2 - point
      unsafe Self.write(digits, digitCount, to: next)
      unsafe next += digitCount
    } else if exponent >= 0 {
      unsafe Self.write(digits, digitCount, to: next)
      for place in digitCount..<point { unsafe next[place] = UInt8(ascii: "0") }
      unsafe next += point
      unsafe next += Self.write(".0", to: next)
    } else {
      // The digits before the point move one place to the left.
      unsafe Self.write(digits, digitCount, to: next + 1)
      for place in 0..<point { unsafe next[place] = unsafe next[place + 1] }
      unsafe next[point] = UInt8(ascii: ".")
      unsafe next += digitCount + 1
    }
    return unsafe next - text
  }

  private static func writeScientific(
    _ digits: UInt32, _ digitCount: Int, exponent: Int, to text: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var next = unsafe text
    unsafe write(digits, digitCount, to: next + 1)
    unsafe next[0] = unsafe next[1]
    if digitCount > 1 {
      unsafe next[1] = UInt8(ascii: ".")
      unsafe next += digitCount + 1
    } else {
      unsafe next += 1
    }
    unsafe next[0] = UInt8(ascii: "e")
    unsafe next[1] = UInt8(ascii: exponent < 0 ? "-" : "+")
    unsafe write(UInt32(abs(exponent)), 2, to: next + 2)
    return unsafe next + 4 - text
  }

  /// Writes a number's last digits.
  @inline(__always)
  private static func write(
    _ digits: UInt32, _ digitCount: Int, to text: UnsafeMutablePointer<UInt8>
  ) {
    var rest = digits
    var place = digitCount
    while place > 0 {
      place -= 1
      unsafe text[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  private static func write(_ word: StaticString, to text: UnsafeMutablePointer<UInt8>) -> Int {
    unsafe text.update(from: word.utf8Start, count: word.utf8CodeUnitCount)
    return word.utf8CodeUnitCount
  }

  @inline(__always)
  private static func digitCount(_ number: UInt32) -> Int {
    var count = 1
    var power: UInt32 = 10
    while count < 10, number >= power {
      count += 1
      power = power &* 10
    }
    return count
  }
}
