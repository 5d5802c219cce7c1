/// The digits at the beginning of eight bytes of text.
struct EightDigits {
  /// The number of digits before the first other byte.
  let count: Int
  /// Their value.
  let value: UInt64
  /// Ten to the power of `count`.
  var scale: UInt64 { PowersOfTen.integer[count] }

  /// Examines eight bytes at once, whatever they are, without a branch.
  ///
  /// - Precondition: The text has at least eight bytes from `position` on.
  @inline(__always)
  init(_ text: Span<UInt8>, at position: Int) {
    // SAFETY: the load is checked against the end of the text.
    let bytes = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
    // The first byte lowest; digits become 0 to 9, all other bytes become larger.
    let digits = UInt64(littleEndian: bytes) ^ 0x3030_3030_3030_3030
    let others = (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080
    count = others.trailingZeroBitCount / 8
    // As if zeros preceded them.
    let aligned = count == 0 ? 0 : digits &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    let pairs = (aligned &* 2_561) >> 8 & 0xff_00ff_00ff_00ff
    let quarters = (pairs &* 6_553_601) >> 16 & 0xffff_0000_ffff
    value = (quarters &* 42_949_672_960_001) >> 32
  }
}
