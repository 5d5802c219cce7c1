/// A decimal number as it is written: a sign, up to 19 significant digits, a power of ten.
struct ScannedDecimal {
  /// The first 18 or 19 significant digits, so that it is less than 2^63; further ones are dropped.
  private var significand: UInt64 = 0
  private var exponent = 0
  /// The sign bit, at its position in a double.
  private let signBit: UInt64

  /// Parses the number that starts at a position; nil, leaving the position unchanged, if there is
  /// none.
  @inline(__always)
  init?(scanning text: Span<UInt8>, at position: inout Int) {
    guard position < text.count else { return nil }
    // Signs are as good as random, so that there is no branch on them.
    let isMinus: UInt64 = text[position] == UInt8(ascii: "-") ? 1 : 0
    let isPlus: UInt64 = text[position] == UInt8(ascii: "+") ? 1 : 0
    signBit = isMinus << 63
    let start = position &+ Int(isMinus | isPlus)
    var next = start
    // Most numbers have one digit before the point and many after it.
    scanDigits(text, at: &next)
    var digitCount = next &- start
    if next < text.count, text[next] == UInt8(ascii: ".") {
      next &+= 1
      let fractionStart = next
      scanEightDigits(text, at: &next)
      scanDigits(text, at: &next)
      let fractionCount = next &- fractionStart
      digitCount &+= fractionCount
      exponent = exponent &- fractionCount
    }
    guard digitCount > 0 else { return nil }
    if next < text.count, text[next] | 0x20 == UInt8(ascii: "e") { scanExponent(text, at: &next) }
    position = next
  }

  /// Reads digits eight at a time, as long as the significand has room for them.
  @inline(__always)
  private mutating func scanEightDigits(_ text: Span<UInt8>, at position: inout Int) {
    while significand < 90_000_000_000, text.count &- position >= 8 {
      let digits = EightDigits(text, at: position)
      significand = significand &* digits.scale &+ digits.value
      position &+= digits.count
      if digits.count < 8 { return }
    }
  }

  /// Reads digits one by one; those that the significand has no room for are counted in the
  /// exponent.
  @inline(__always)
  private mutating func scanDigits(_ text: Span<UInt8>, at position: inout Int) {
    while position < text.count {
      let digit = text[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { return }
      if significand < 900_000_000_000_000_000 {
        significand = significand &* 10 &+ UInt64(digit)
      } else {
        exponent &+= 1
      }
      position &+= 1
    }
  }

  /// Reads `e`, a sign and digits; nothing if no digits follow, so that `1e` is `1` and a rest.
  private mutating func scanExponent(_ text: Span<UInt8>, at position: inout Int) {
    var next = position + 1
    var isNegative = false
    if next < text.count, text[next] == UInt8(ascii: "-") || text[next] == UInt8(ascii: "+") {
      isNegative = text[next] == UInt8(ascii: "-")
      next += 1
    }
    let start = next
    var written = 0
    while next < text.count, text[next] &- UInt8(ascii: "0") <= 9 {
      // Beyond this the number is zero or infinite, whatever follows.
      if written < 100_000_000 { written = written * 10 + Int(text[next] &- UInt8(ascii: "0")) }
      next += 1
    }
    guard next > start else { return }
    exponent += isNegative ? -written : written
    position = next
  }

  /// The nearest float, or nil if double precision is not sufficient to determine it.
  ///
  /// The double below is off by at most three units in its last place: the significand, the power
  /// of ten and their product are each rounded once, and dropped digits count for less than a
  /// tenth. A double that is farther than that from the middle between two neighboring floats is
  /// rounded to the same float as the exact number.
  @inline(__always)
  var nearestFloat: Float? {
    guard significand != 0 else { return Float(Double(bitPattern: signBit)) }
    guard exponent >= -64, exponent <= 64 else { return nil }
    let power = PowersOfTen.double[exponent &- PowersOfTen.firstDoubleExponent]
    let magnitude = Double(Int64(bitPattern: significand)) * power
    guard magnitude >= Double(Float.leastNormalMagnitude),
      magnitude <= Double(Float.greatestFiniteMagnitude)
    else {
      return nil
    }
    // A double has 29 bits more than a float.
    let excess = magnitude.bitPattern & (1 << 29 - 1)
    guard excess &- (1 << 28 - 8) > 16 else { return nil }
    return Float(Double(bitPattern: magnitude.bitPattern | signBit))
  }

  /// The nearest double, or nil if one operation on doubles does not give it.
  ///
  /// W. D. Clinger: How to Read Floating Point Numbers Accurately, PLDI 1990: significands up to
  /// 2⁵³ and powers of ten up to 22 are exact doubles, so that their product or quotient is rounded
  /// only once.
  var nearestDouble: Double? {
    // Digits are dropped only from significands far beyond 2⁵³.
    guard significand <= 1 << 53, exponent >= -22, exponent <= 22 else { return nil }
    let power = PowersOfTen.double[abs(exponent) &- PowersOfTen.firstDoubleExponent]
    let magnitude = exponent < 0 ? Double(significand) / power : Double(significand) * power
    return Double(bitPattern: magnitude.bitPattern | signBit)
  }
}
