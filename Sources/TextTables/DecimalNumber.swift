#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Decimal numbers in text, read without rounding twice.
///
/// A number is digits with an optional sign, one optional point and an optional exponent: `-1.5e3`.
/// Hexadecimal numbers, infinities, NaN and digit separators are none.
package enum DecimalNumber {
  /// The value of a number in single precision, correctly rounded.
  ///
  /// - Parameters:
  ///   - text: Where the number stands.
  ///   - bytes: The bytes of the file.
  /// - Returns: The nearest `Float`, infinite when it is out of range; nil when the text is none.
  package static func float(_ text: Range<Int>, of bytes: Span<UInt8>) -> Float? {
    guard let decimal = Decimal(text, of: bytes) else { return nil }
    if let value = decimal.value {
      // Rounding the rounded double is right unless the double lies half-way between two floats,
      // or where floats lose precision.
      let isHalfway = value.bitPattern & 0x1fff_ffff == 0x1000_0000
      let isNormal = value.magnitude >= 0x1p-126 && value.magnitude < 0x1p127
      if isNormal && !isHalfway || value == 0 { return Float(value) }
    }
    return unsafe withCString(text, of: bytes) { unsafe strtof($0, nil) }
  }

  /// The value of a number in double precision, correctly rounded.
  ///
  /// - Parameters:
  ///   - text: Where the number stands.
  ///   - bytes: The bytes of the file.
  /// - Returns: The nearest `Double`, infinite when it is out of range; nil when the text is none.
  package static func double(_ text: Range<Int>, of bytes: Span<UInt8>) -> Double? {
    guard let decimal = Decimal(text, of: bytes) else { return nil }
    return decimal.value ?? (unsafe withCString(text, of: bytes) { unsafe strtod($0, nil) })
  }

  /// Lets a body read a text as a C string.
  private static func withCString<Value>(
    _ text: Range<Int>, of bytes: Span<UInt8>, _ body: (UnsafePointer<CChar>) -> Value
  ) -> Value {
    var copy = text.map { CChar(bitPattern: bytes[$0]) }
    copy.append(0)
    return unsafe copy.withUnsafeBufferPointer { copy in
      guard let base = copy.baseAddress else { preconditionFailure("the copy ends with 0") }
      // SAFETY: the text is digits, signs, points and exponents (its syntax has been checked) and
      // ends with 0, so the C function reads all of it and nothing else. The program never sets a
      // locale, so that the point is a point.
      return unsafe body(base)
    }
  }
}

/// A number as it is written: digits and a power of ten.
private struct Decimal {
  /// The exact or correctly rounded value where one operation gives it, else nil.
  ///
  /// W. D. Clinger, How to Read Floating Point Numbers Accurately, PLDI 1990: digits below 2⁵³ and
  /// powers of ten up to 22 are exact doubles, so that their product or quotient rounds once.
  let value: Double?

  private static let powersOfTen: [Double] = (0...22).reduce(into: []) { powers, _ in
    powers.append((powers.last ?? 0.1) * 10)
  }

  /// Reads a number; nil when the text is none.
  init?(_ text: Range<Int>, of bytes: Span<UInt8>) {
    var place = text.lowerBound
    let end = text.upperBound
    var isNegative = false
    if place < end, bytes[place] == Byte.minus || bytes[place] == Byte.plus {
      isNegative = bytes[place] == Byte.minus
      place += 1
    }
    var digits: UInt64 = 0
    var digitCount = 0
    var significantCount = 0
    var exponent = 0
    var hasPoint = false
    while place < end {
      let digit = bytes[place] &- Byte.zero
      if digit < 10 {
        digitCount += 1
        if significantCount > 0 || digit > 0 { significantCount += 1 }
        digits = digits &* 10 &+ UInt64(digit)
        if hasPoint { exponent -= 1 }
      } else if bytes[place] == Byte.point, !hasPoint {
        hasPoint = true
      } else {
        break
      }
      place += 1
    }
    guard digitCount > 0 else { return nil }
    if place < end {
      guard let written = Self.exponent(place..<end, of: bytes) else { return nil }
      exponent += written
    }
    guard significantCount <= 19, digits < 1 << 53 else {
      value = nil
      return
    }
    let magnitude: Double
    switch exponent {
    case _ where digits == 0: magnitude = 0
    case 0: magnitude = Double(digits)
    case 1...22: magnitude = Double(digits) * Self.powersOfTen[exponent]
    case -22 ... -1: magnitude = Double(digits) / Self.powersOfTen[-exponent]
    default:
      value = nil
      return
    }
    value = isNegative ? -magnitude : magnitude
  }

  /// Reads an exponent, from its letter on; nil when it is none.
  ///
  /// Huge exponents are cut.
  private static func exponent(_ text: Range<Int>, of bytes: Span<UInt8>) -> Int? {
    var place = text.lowerBound
    guard bytes[place] | 0x20 == UInt8(ascii: "e") else { return nil }
    place += 1
    var isNegative = false
    if place < text.upperBound, bytes[place] == Byte.minus || bytes[place] == Byte.plus {
      isNegative = bytes[place] == Byte.minus
      place += 1
    }
    guard place < text.upperBound else { return nil }
    var exponent = 0
    while place < text.upperBound {
      let digit = bytes[place] &- Byte.zero
      guard digit < 10 else { return nil }
      exponent = min(exponent * 10 + Int(digit), 1 << 20)
      place += 1
    }
    return isNegative ? -exponent : exponent
  }
}
