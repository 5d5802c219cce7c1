/// A template for the address of a node's page.
struct LinkTemplate: Sendable {
  private static let placeholder = "{node}"
  private static let schemes = ["http://", "https://", "mailto:"]

  /// The address before and after the name.
  let before: String
  let after: String

  /// Parses a template.
  ///
  /// - Parameter template: An address with `{node}` in place of the node's name.
  /// - Throws: `MapError` if it is not a web or mail address, or has no `{node}`.
  init(_ template: String) throws(MapError) {
    let lower = template.lowercased()
    guard Self.schemes.contains(where: { lower.hasPrefix($0) }) else {
      throw MapError(
        "'\(PlainText.singleLine(template))' is no link: it starts with http://, https:// or mailto:"
      )
    }
    guard let place = template.firstRange(of: Self.placeholder) else {
      throw MapError("'\(PlainText.singleLine(template))' has no {node} in the place of the name")
    }
    before = Self.cleaned(template[..<place.lowerBound])
    after = Self.cleaned(template[place.upperBound...])
  }

  /// The address for a node, its name percent-encoded.
  func link(to name: String) -> String {
    before + Self.encoded(name) + after
  }

  /// The fixed text of the template; characters that an address cannot contain are encoded.
  private static func cleaned(_ text: Substring) -> String {
    encode(text.utf8) { byte in
      byte > 0x20 && byte < 0x7f && !Array("\"'<>\\^`{|}".utf8).contains(byte)
    }
  }

  /// A name as a part of an address (RFC 3986: only unreserved characters remain as they are).
  private static func encoded(_ name: String) -> String {
    encode(name.utf8) { byte in
      (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a)
        || (byte >= 0x61 && byte <= 0x7a) || Array("-._~".utf8).contains(byte)
    }
  }

  private static func encode(_ bytes: some Sequence<UInt8>, keeping isKept: (UInt8) -> Bool)
    -> String
  {
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in bytes {
      if isKept(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
