/// A running 64-bit hash that distinguishes values and detects damage; it is not cryptographic.
///
/// The digest depends only on the numbers added and on their order, and is the same on every
/// machine. Different inputs have different digests, except with probability 2⁻⁶⁴.
package struct Digest: Sendable {
  /// The digest of everything added so far.
  package private(set) var value: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// Creates the digest of nothing.
  package init() {}

  /// Adds a number; each number maps the state bijectively, as in FNV-1a.
  @inline(always)
  package mutating func add(_ number: UInt64) {
    value = (value ^ number) &* 0xd6e8_feb8_6659_fd93
    value ^= value >> 32
  }

  /// Adds bytes, eight at a time; the last number is padded with zeros.
  package mutating func add(_ bytes: Span<UInt8>) {
    let wholeCount = bytes.count / 8 * 8
    unsafe bytes.withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: wholeCount, by: 8) {
        // SAFETY: the eight bytes lie within the buffer.
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        add(UInt64(littleEndian: word))
      }
    }
    guard wholeCount < bytes.count else { return }
    var last: UInt64 = 0
    for index in wholeCount..<bytes.count {
      last |= UInt64(bytes[index]) << UInt64((index - wholeCount) * 8)
    }
    add(last)
  }
}

extension UInt64 {
  /// The bytes of the number, the lowest first.
  package var littleEndianBytes: [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) }
  }
}
