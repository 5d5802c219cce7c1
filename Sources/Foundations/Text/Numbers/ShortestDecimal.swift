/// The shortest decimal number to which a float is the nearest float; of several, the closest.
///
/// R. Giulietti: The Schubfach way to render doubles, 2020; here for single precision.
struct ShortestDecimal {
  /// The digits as an integer of at most nine digits; it may have trailing zeros.
  let digits: UInt32
  /// The power of ten to multiply the digits by.
  let exponent: Int

  /// Converts a magnitude.
  ///
  /// - Parameter bitPattern: The bits of a finite float that is not zero; the sign is ignored.
  @inline(__always)
  init(bitPattern: UInt32) {
    let fraction = bitPattern & 0x7f_ffff
    let biasedExponent = Int(bitPattern >> 23 & 0xff)
    // The float is significand × 2^binaryExponent.
    let significand = biasedExponent == 0 ? fraction : fraction | 0x80_0000
    let binaryExponent = max(1, biasedExponent) - 150

    if binaryExponent <= 0, binaryExponent > -24,
      significand & (1 << UInt32(-binaryExponent) - 1) == 0
    {
      // An integer below 2^24 has no shorter representation.
      digits = significand >> UInt32(-binaryExponent)
      exponent = 0
      return
    }

    // Four times the middles between this float and its neighbors. Numbers between the middles
    // round to this float; the middles themselves do if the significand is even. Below a power of
    // two, floats are twice as dense.
    let isOdd = significand & 1
    let isLowerCloser: UInt32 = fraction == 0 && biasedExponent > 1 ? 1 : 0
    let lower = 4 &* significand &- 2 &+ isLowerCloser
    let center = 4 &* significand
    let upper = 4 &* significand &+ 2

    // floor(log10(2^q)), or of 3/4 of it; then floor(log2(10^-k)).
    let decimalExponent =
      (binaryExponent &* 1_262_611 &- Int(isLowerCloser) &* 524_031) >> 22
    let shift = UInt32(
      truncatingIfNeeded: binaryExponent &+ (-decimalExponent &* 1_741_647) >> 19 &+ 1)
    let power = PowersOfTen.scaled[-decimalExponent &- PowersOfTen.firstScaledExponent]
    let scaledLower = Self.multiply(power, lower &<< shift) &+ isOdd
    let scaledCenter = Self.multiply(power, center &<< shift)
    let scaledUpper = Self.multiply(power, upper &<< shift) &- isOdd

    // The choice between the candidates is as good as random, so that there is no branch on it. The
    // tens are taken if exactly one of the two around the number rounds to it; below ten there are
    // none.
    let floor = scaledCenter / 4
    let tens = floor / 10
    let isTensInside: UInt32 = scaledLower <= 40 &* tens ? 1 : 0
    let isNextTensInside: UInt32 = 40 &* tens &+ 40 <= scaledUpper ? 1 : 0
    let isInTens = (floor >= 10 ? 1 : 0) & (isTensInside ^ isNextTensInside)

    let isFloorInside: UInt32 = scaledLower <= 4 &* floor ? 1 : 0
    let isNextInside: UInt32 = 4 &* floor &+ 4 <= scaledUpper ? 1 : 0
    let isAboveMiddle: UInt32 = scaledCenter &+ (floor & 1) > 4 &* floor &+ 2 ? 1 : 0
    let isDecided = isFloorInside ^ isNextInside
    let isNext = isDecided & isNextInside | (isDecided ^ 1) & isAboveMiddle

    let inTens = tens &+ isNextTensInside
    let inOnes = floor &+ isNext
    digits = inOnes ^ (inOnes ^ inTens) & (0 &- isInTens)
    exponent = decimalExponent &+ Int(isInTens)
  }

  /// The product divided by 2^64, with its last bit set if there is a remainder.
  @inline(__always)
  private static func multiply(_ power: UInt64, _ factor: UInt32) -> UInt32 {
    let low = (power & 0xffff_ffff) &* UInt64(factor)
    let product = (power >> 32) &* UInt64(factor) &+ low >> 32
    return UInt32(truncatingIfNeeded: product >> 32) | (product & 0xffff_ffff > 1 ? 1 : 0)
  }
}
