/// Quotations from a user's file in error messages.
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

  private static func scalarLength(first byte: UInt8) -> Int {
    switch byte {
    case 0xc0...0xdf: 2
    case 0xe0...0xef: 3
    case 0xf0...: 4
    default: 1
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch (scalar, scalar.properties.generalCategory) {
    case ("\t", _): "\\t"
    case ("\r", _): "\\r"
    case ("\n", _): "\\n"
    case (_, .control), (_, .format), (_, .lineSeparator), (_, .paragraphSeparator):
      "\\u{\(String(scalar.value, radix: 16))}"
    default: String(scalar)
    }
  }
}
