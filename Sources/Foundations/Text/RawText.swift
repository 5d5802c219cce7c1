/// Bytes as texts that convert back to the same bytes, though they need not be valid UTF-8, such as
/// the names of files.
///
/// A byte that is no part of valid UTF-8 becomes one of the last 128 scalars of the private planes,
/// U+10FF80 to U+10FFFF; so does each byte of one of these scalars, so that nothing else becomes
/// the same text. `Excerpt` shows such a scalar as the byte that it stands for. Python's
/// `surrogateescape` (PEP 383) does the same with scalars that a `String` cannot hold.
package enum RawText {
  private static let base: UInt32 = 0x10_ff00

  /// The text that stands for bytes.
  ///
  /// - Parameter bytes: Any bytes.
  /// - Returns: Their text if they are valid UTF-8 (and none of the scalars above).
  package static func text(of bytes: [UInt8]) -> String {
    var text = ""
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + length(first: bytes[start]))
      let scalars = String(validating: bytes[start..<end], as: UTF8.self)?.unicodeScalars
      if let scalar = scalars?.first, scalars?.count == 1, byte(of: scalar) == nil {
        text.unicodeScalars.append(scalar)
        start = end
      } else {
        // A byte below 128 is valid UTF-8.
        if let scalar = Unicode.Scalar(base + UInt32(bytes[start])) {
          text.unicodeScalars.append(scalar)
        }
        start += 1
      }
    }
    return text
  }

  /// The bytes that a text stands for.
  ///
  /// - Parameter text: A text.
  /// - Returns: Its UTF-8, except for the bytes that scalars stand for.
  package static func bytes(of text: String) -> [UInt8] {
    // The first byte of the scalars' UTF-8.
    guard text.utf8.contains(0xf4) else { return Array(text.utf8) }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let byte = byte(of: scalar) {
        bytes.append(byte)
      } else {
        bytes += Array(String(scalar).utf8)
      }
    }
    return bytes
  }

  /// The byte that a scalar stands for, or nil.
  static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    scalar.value >= base + 0x80 ? UInt8(scalar.value - base) : nil
  }

  private static func length(first byte: UInt8) -> Int {
    switch byte {
    case 0xc0...0xdf: 2
    case 0xe0...0xef: 3
    case 0xf0...: 4
    default: 1
    }
  }
}
