import Algorithms
import Testing

@Suite struct DigestTests {
  static func digest(_ numbers: [UInt64]) -> UInt64 {
    var digest = Digest()
    for number in numbers { digest.add(number) }
    return digest.value
  }

  static func digest(bytes: [UInt8]) -> UInt64 {
    var digest = Digest()
    digest.add(bytes.span)
    return digest.value
  }

  /// Computed by the definition in another language.
  @Test(
    arguments: [
      ([], 0x9e37_79b9_7f4a_7c15), ([0], 0x4d0a_2bbe_78b9_2ab1), ([1], 0x7621_2d05_b978_2e79),
      ([1, 2], 0x0b66_524a_7bd3_6deb), ([.max], 0xdc0c_d589_bfff_d4d7),
    ] as [([UInt64], UInt64)])
  func `digests of numbers are what they always were`(numbers: [UInt64], expected: UInt64) {
    #expect(Self.digest(numbers) == expected)
  }

  @Test func `the order of numbers matters`() {
    #expect(Self.digest([1, 2]) != Self.digest([2, 1]))
    #expect(Self.digest([0]) != Self.digest([0, 0]))
  }

  @Test func `bytes are taken eight at a time, lowest first, the last padded with zeros`() {
    let bytes = (1...8).map { UInt8($0) }
    #expect(Self.digest(bytes: []) == Digest().value)
    #expect(Self.digest(bytes: bytes) == Self.digest([0x0807_0605_0403_0201]))
    #expect(Self.digest(bytes: bytes + [9]) == Self.digest([0x0807_0605_0403_0201, 9]))
    for count in 1..<8 {
      let number = (0..<count).reduce(UInt64(0)) { $0 | UInt64($1 + 1) << UInt64(8 * $1) }
      #expect(Self.digest(bytes: Array(bytes.prefix(count))) == Self.digest([number]), "\(count)")
    }
  }

  @Test func `one bit of any byte changes the digest`() {
    let bytes = (0..<21).map { UInt8($0) }
    var digests: Set = [Self.digest(bytes: bytes)]
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << UInt8(bit)
        digests.insert(Self.digest(bytes: changed))
      }
    }
    #expect(digests.count == 21 * 8 + 1)
  }

  @Test func `the bytes of a number begin with the lowest`() {
    #expect(
      (0x0102_0304_0506_0708 as UInt64).littleEndianBytes == [8, 7, 6, 5, 4, 3, 2, 1])
  }
}
