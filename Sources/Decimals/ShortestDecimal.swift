/// The shortest decimal number that a float is the nearest float of; of several the closest.
///
/// R. Giulietti, The Schubfach way to render doubles, 2020; here for single precision.
struct ShortestDecimal {
  /// The digits as an integer of at most nine digits, without trailing zeros only by chance.
  let digits: UInt32
  /// The power of ten to multiply the digits by.
  let exponent: Int

  /// Converts a magnitude.
  ///
  /// - Parameter bitPattern: The bits of a finite float that is not zero; the sign is ignored.
  init(bitPattern: UInt32) {
    let fraction = bitPattern & 0x7f_ffff
    let biasedExponent = Int(bitPattern >> 23 & 0xff)
    // The float is significand × 2^binaryExponent.
    let significand = biasedExponent == 0 ? fraction : fraction | 0x80_0000
    let binaryExponent = max(1, biasedExponent) - 150

    if binaryExponent <= 0, binaryExponent > -24,
      significand & (1 << UInt32(-binaryExponent) - 1) == 0
    {
      // An integer below 2^24 has no shorter neighbour to hide behind.
      digits = significand >> UInt32(-binaryExponent)
      exponent = 0
      return
    }

    // The floats that round to this one, times 4: from `lower` to `upper`, both included when the
    // significand is even. Below a power of two the floats are twice as dense.
    let isEven = significand & 1 == 0
    let isLowerCloser = fraction == 0 && biasedExponent > 1
    let lower = 4 * significand - (isLowerCloser ? 1 : 2)
    let center = 4 * significand
    let upper = 4 * significand + 2

    // floor(log10(2^q)), or of 3/4 of it; then floor(log2(10^-k)).
    let decimalExponent = (binaryExponent * 1_262_611 - (isLowerCloser ? 524_031 : 0)) >> 22
    let shift = binaryExponent + (-decimalExponent * 1_741_647) >> 19 + 1
    let power = PowersOfTen.scaled[-decimalExponent - PowersOfTen.firstScaledExponent]
    let scaledLower = Self.multiply(power, lower << UInt32(shift)) + (isEven ? 0 : 1)
    let scaledCenter = Self.multiply(power, center << UInt32(shift))
    let scaledUpper = Self.multiply(power, upper << UInt32(shift)) - (isEven ? 0 : 1)

    let floor = scaledCenter / 4
    if floor >= 10 {
      let tens = floor / 10
      let isTensInside = scaledLower <= 40 * tens
      let isNextTensInside = 40 * tens + 40 <= scaledUpper
      if isTensInside != isNextTensInside {
        digits = tens + (isNextTensInside ? 1 : 0)
        exponent = decimalExponent + 1
        return
      }
    }
    exponent = decimalExponent
    let isFloorInside = scaledLower <= 4 * floor
    let isNextInside = 4 * floor + 4 <= scaledUpper
    if isFloorInside != isNextInside {
      digits = floor + (isNextInside ? 1 : 0)
    } else {
      let middle = 4 * floor + 2
      let isUp = scaledCenter > middle || scaledCenter == middle && floor & 1 == 1
      digits = floor + (isUp ? 1 : 0)
    }
  }

  /// The product divided by 2^64, its last bit set when a remainder is left.
  private static func multiply(_ power: UInt64, _ factor: UInt32) -> UInt32 {
    let low = (power & 0xffff_ffff) * UInt64(factor)
    let product = (power >> 32) * UInt64(factor) + low >> 32
    return UInt32(product >> 32) | (product & 0xffff_ffff > 1 ? 1 : 0)
  }
}
