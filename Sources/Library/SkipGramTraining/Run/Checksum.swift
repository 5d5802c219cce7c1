/// A checksum of 64 bits over bytes, eight at a time: it finds damage, and is no seal.
struct Checksum {
  private var value: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// The checksum so far, low byte first.
  var bytes: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }

  /// The checksum so far.
  var number: UInt64 { value }

  /// Adds bytes; a number that is no multiple of eight is filled up with zeros.
  mutating func add(_ bytes: Span<UInt8>) {
    let wholeCount = bytes.count / 8 * 8
    unsafe bytes.withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: wholeCount, by: 8) {
        // SAFETY: the eight bytes lie within the buffer.
        add(
          UInt64(
            littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
    }
    if wholeCount < bytes.count {
      var last: UInt64 = 0
      for index in wholeCount..<bytes.count {
        last |= UInt64(bytes[index]) << UInt64((index - wholeCount) * 8)
      }
      add(last)
    }
  }

  /// Adds a number.
  mutating func add(_ word: UInt64) {
    // A bijection of the state for every word, and of the word for every state.
    value = (value ^ word) &* 0xd1b5_4a32_d192_ed03
    value ^= value >> 29
  }
}
