package import RandomNumbers

/// Changes to files that know what files are made of: numbers in binary and in text, and lines.
///
/// Most damage that matters is a size that lies, which random bits seldom make.
package enum Mutation {
  /// Numbers at the edges of what integers hold.
  private static let edges: [UInt64] = [
    0, 1, 2, 3, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff,
    0x1_0000_0000, 1 << 40, 1 << 61, 1 << 62, UInt64(Int.max), 1 << 63, .max - 1, .max,
  ]
  private static let texts = [
    "0", "-1", "1", "4294967295", "4294967296", "9223372036854775807", "9223372036854775808",
    "18446744073709551615", "99999999999999999999", "1e308", "1e999", "-0", "1e-320", "nan",
    "inf", "0.1", "\u{feff}", "\"", "\\", "{", "}", "[", "]", ",", "\t", "\r\n", "\u{0}", "#",
  ]

  /// Changes bytes once to three times.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - limit: The maximum number of bytes afterward.
  ///   - generator: The source of randomness.
  package static func mutate(
    _ bytes: inout [UInt8], limit: Int, using generator: inout SplitMix64
  ) {
    for _ in 0...generator.next(below: 3) { mutateOnce(&bytes, using: &generator) }
    if bytes.count > limit { bytes.removeLast(bytes.count - limit) }
  }

  private static func mutateOnce(_ bytes: inout [UInt8], using generator: inout SplitMix64) {
    guard !bytes.isEmpty else {
      bytes = Array(texts[generator.next(below: texts.count)].utf8)
      return
    }
    let place = generator.next(below: bytes.count)
    let rest = min(bytes.count - place, 64)
    let range = place..<place + 1 + generator.next(below: rest)
    switch generator.next(below: 8) {
    case 0: bytes[place] ^= 1 << UInt8(generator.next(below: 8))
    case 1: bytes.removeSubrange(range)
    case 2: bytes.insert(contentsOf: bytes[range], at: generator.next(below: bytes.count))
    case 3: bytes.removeLast(bytes.count - place)
    case 4: replaceNumber(&bytes, near: place, using: &generator)
    case 5:
      let text = texts[generator.next(below: texts.count)]
      bytes.insert(contentsOf: text.utf8, at: place)
    default: storeNumber(&bytes, at: place, using: &generator)
    }
  }

  /// Replaces a little-endian number of 1 to 8 bytes by one from the edges, or by one near a size.
  private static func storeNumber(
    _ bytes: inout [UInt8], at place: Int, using generator: inout SplitMix64
  ) {
    let size = 1 << generator.next(below: 4)
    var number = edges[generator.next(below: edges.count)]
    if generator.next(below: 3) == 0 {
      number = UInt64(bytes.count) &+ UInt64(generator.next(below: 64)) &- 32
    }
    for index in 0..<size where place + index < bytes.count {
      bytes[place + index] = UInt8(truncatingIfNeeded: number >> UInt64(8 * index))
    }
  }

  /// Replaces the next decimal number of a text.
  private static func replaceNumber(
    _ bytes: inout [UInt8], near place: Int, using generator: inout SplitMix64
  ) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let start = bytes[place...].firstIndex(where: { digits.contains($0) }) else { return }
    let end = bytes[start...].firstIndex { !digits.contains($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: texts[generator.next(below: texts.count)].utf8)
  }
}
