/// How a line of text holds a name and a vector.
struct TextLayout: Sendable {
  /// What is known of the name of a line.
  enum Name: Sendable {
    /// It comes first and has no separator in it.
    case first
    /// It comes first, and may have separators in it where that leaves no doubt.
    case spaced
    /// It comes first, in quotes if need be (RFC 4180).
    case quoted
    /// There is none.
    case absent
  }

  /// The byte between two fields.
  ///
  /// A space stands for any number of spaces and tabs.
  let separator: UInt8
  let name: Name

  static let spaces = TextLayout(separator: UInt8(ascii: " "), name: .first)
  static let spacedNames = TextLayout(separator: UInt8(ascii: " "), name: .spaced)
  static let commas = TextLayout(separator: UInt8(ascii: ","), name: .quoted)
  static let tabs = TextLayout(separator: UInt8(ascii: "\t"), name: .quoted)
  static let unnamedTabs = TextLayout(separator: UInt8(ascii: "\t"), name: .absent)

  /// Whether a byte separates two fields.
  @inline(__always)
  func separates(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\t") && separator == UInt8(ascii: " ")
  }

  /// Whether a byte may stand beside a number without meaning anything.
  @inline(__always)
  func isPadding(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") && separator != UInt8(ascii: "\t")
  }
}
