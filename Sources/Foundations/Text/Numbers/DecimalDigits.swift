/// The decimal digits of an integer of at most nine digits, without trailing zeros.
struct DecimalDigits {
  /// The number of digits, including trailing zeros.
  let count: Int
  /// The first digit.
  let first: UInt8
  /// The number of digits after the first, without trailing zeros.
  let restCount: Int
  /// The values of the digits after the first, the first of them in the lowest byte.
  private let values: UInt64

  /// Splits an integer into digits.
  ///
  /// - Parameter number: An integer in 1..<1,000,000,000.
  @inline(__always)
  init(_ number: UInt32) {
    // Whether there are eight or nine digits is as good as random, so that there is no branch on
    // it: with eight, the first of them takes the place of the ninth.
    let ninth = number / 100_000_000
    let digits = Self.eightDigits(number &- ninth &* 100_000_000)
    let isShort: UInt64 = ninth == 0 ? 1 : 0
    let zeroBits = UInt64(truncatingIfNeeded: digits.trailingZeroBitCount) & 56 & (0 &- isShort)
    let significant = digits &>> zeroBits
    count = 9 &- Int(isShort) &- Int(zeroBits / 8)
    first = UInt8(truncatingIfNeeded: UInt64(ninth) | significant & (0 &- isShort)) & 0xf | 0x30
    values = significant &>> (8 &* isShort)
    restCount = 8 &- values.leadingZeroBitCount / 8
  }

  /// The digits after the first as text, the first of them in the lowest byte, then zeros.
  @inline(__always)
  var rest: UInt64 { values | 0x3030_3030_3030_3030 }

  /// The same without the first `place` of these digits, at most seven.
  @inline(__always)
  func rest(after place: Int) -> UInt64 {
    values >> UInt64(8 * place) | 0x3030_3030_3030_3030
  }

  /// The values of eight digits, including leading zeros, the first one in the lowest byte.
  ///
  /// Halves, quarters and eighths of the number are divided side by side in one word. The factors
  /// divide exactly by 100 and by 10 for all numbers of four and two digits.
  @inline(__always)
  private static func eightDigits(_ number: UInt32) -> UInt64 {
    let halves = UInt64(number / 10_000) | UInt64(number % 10_000) << 32
    let hundreds = (halves &* 10_486) >> 20 & 0x7f_0000_007f
    let pairs = hundreds | (halves &- hundreds &* 100) << 16
    let tens = (pairs &* 103) >> 10 & 0xf_000f_000f_000f
    return tens | (pairs &- tens &* 10) << 8
  }

  /// Writes the digits with a point after the first, and a power of ten: `1.5e-05`.
  ///
  /// - Parameters:
  ///   - exponent: The power of ten, less than 100 in magnitude.
  ///   - text: The memory to write to; see `Float.writeDecimal(to:)`.
  /// - Returns: The number of bytes of the text.
  func writeScientific(exponent: Int, to text: UnsafeMutablePointer<UInt8>) -> Int {
    // SAFETY: at most 14 bytes.
    unsafe text[0] = first
    unsafe text[1] = UInt8(ascii: ".")
    unsafe Float.store(rest, to: text + 2)
    var next = restCount > 0 ? unsafe text + 2 + restCount : unsafe text + 1
    unsafe next[0] = UInt8(ascii: "e")
    unsafe next[1] = exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")
    unsafe next[2] = UInt8(ascii: "0") + UInt8(abs(exponent) / 10)
    unsafe next[3] = UInt8(ascii: "0") + UInt8(abs(exponent) % 10)
    unsafe next += 4
    return unsafe next - text
  }
}
