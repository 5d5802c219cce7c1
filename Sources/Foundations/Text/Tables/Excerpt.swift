/// Texts of a user's files and command line in messages and tables, made safe for a terminal.
package enum Excerpt {
  /// The maximum number of characters to show.
  package static let limit = 40

  /// A text in single quotation marks, shortened, with escapes for unprintable characters.
  ///
  /// - Parameter text: Bytes of a file, which need not be valid UTF-8.
  /// - Returns: Its first `limit` characters, with control characters as `\t` or `\u{1b}`, invalid
  ///   UTF-8 as `\xff`, and "…" if there is more.
  package static func quoted(_ text: some Collection<UInt8>) -> String {
    // Scalars take up to four bytes; the rest is not examined, however long the line.
    let bytes = Array(text.prefix(4 * (limit + 1)))
    var shown = ""
    var start = 0
    for _ in 0..<limit where start < bytes.count {
      let end = min(start + scalarLength(first: bytes[start]), bytes.count)
      if let scalar = String(validating: bytes[start..<end], as: UTF8.self)?.unicodeScalars.first {
        shown += escaped(scalar)
        start = end
      } else {
        shown += "\\x" + String(bytes[start], radix: 16)
        start += 1
      }
    }
    return "'\(shown)\(start < bytes.count ? "…" : "")'"
  }

  /// The text in a range of bytes, quoted.
  ///
  /// - Parameters:
  ///   - range: The range of the text. No more of it is examined than is shown.
  ///   - bytes: The bytes of the file.
  /// - Returns: The text as the other function gives it.
  package static func quoted(_ range: Range<Int>, of bytes: Span<UInt8>) -> String {
    quoted(range.prefix(4 * (limit + 1)).map { bytes[$0] })
  }

  /// A text on one line, whole, with escapes for control characters.
  ///
  /// It neither reaches a terminal's controls nor begins another line or column.
  ///
  /// - Parameters:
  ///   - text: The text, such as a path or a name.
  ///   - keepsLines: Whether line feeds and tabs stay as they are.
  /// - Returns: The text with `\t`, `\n`, `\r`, `\u{1b}`, and `\xff` for a byte of a path that is
  ///   no UTF-8.
  package static func escaped(_ text: String, keepsLines: Bool = false) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7f).contains($0) }
    if isPlain { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if keepsLines && (scalar == "\n" || scalar == "\t") || !isControl(scalar) {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += escaped(scalar)
      }
    }
    return shown
  }

  /// Whether a scalar is a control character, changes the direction of what follows, or stands for
  /// a byte of a path.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x202a...0x202e, 0x2066...0x2069: true
    default: RawText.byte(of: scalar) != nil
    }
  }

  private static func scalarLength(first byte: UInt8) -> Int {
    switch byte {
    case 0xc0...0xdf: 2
    case 0xe0...0xef: 3
    case 0xf0...: 4
    default: 1
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    if let byte = RawText.byte(of: scalar) { return "\\x" + String(byte, radix: 16) }
    return switch (scalar, scalar.properties.generalCategory) {
    case ("\t", _): "\\t"
    case ("\r", _): "\\r"
    case ("\n", _): "\\n"
    case (_, .control), (_, .format), (_, .lineSeparator), (_, .paragraphSeparator):
      "\\u{\(String(scalar.value, radix: 16))}"
    default: String(scalar)
    }
  }
}
