/// How characters are stored as bytes in a text file.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, or UTF-16 if the file begins with its byte-order mark.
  case unicode = "utf8"
  /// Windows code page 1252, which has the printable characters of ISO 8859-1 (Latin 1).
  case latin1

  /// Converts a file to UTF-8, in lines that end with a newline.
  ///
  /// A byte-order mark of UTF-8 stays. In a file without any newline, carriage returns end lines.
  ///
  /// - Parameter bytes: The bytes of the file.
  /// - Returns: The text; the bytes themselves if there is nothing to convert. Nil if the file is
  ///   in UTF-32, or in UTF-16 that is cut or damaged.
  package func utf8(_ bytes: consuming [UInt8]) -> [UInt8]? {
    var text = bytes
    switch self {
    case .unicode:
      if let isBigEndian = Self.isBigEndianUTF16(text) {
        guard let decoded = Self.decodedUTF16(text.dropFirst(2), isBigEndian: isBigEndian) else {
          return nil
        }
        text = decoded
      }
    case .latin1:
      if text.contains(where: { $0 >= 0x80 }) { text = Self.decodedLatin1(text) }
    }
    if TextLine.end(from: 0, of: text.span) == text.count, text.contains(Byte.carriageReturn) {
      for index in text.indices where text[index] == Byte.carriageReturn {
        text[index] = Byte.newline
      }
    }
    return text
  }

  /// The byte order of UTF-16; nil if there is no mark of it.
  private static func isBigEndianUTF16(_ bytes: [UInt8]) -> Bool? {
    if bytes.starts(with: [0xfe, 0xff]) { return true }
    return bytes.starts(with: [0xff, 0xfe]) ? false : nil
  }

  private static func decodedUTF16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8]? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    // UTF-32 begins with the mark of UTF-16 and a zero.
    guard !units.contains(0), let text = String(validating: units, as: UTF16.self) else {
      return nil
    }
    return Array(text.utf8)
  }

  private static func decodedLatin1(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      let scalar = (0x80...0x9f).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt32(byte)
      text += Array(String(Unicode.Scalar(scalar).map(Character.init) ?? "\u{fffd}").utf8)
    }
    return text
  }

  /// The characters of 0x80 to 0x9f; the five that are not assigned are those of ISO 8859-1.
  private static let windows1252: [UInt32] = [
    0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
  ]
}
