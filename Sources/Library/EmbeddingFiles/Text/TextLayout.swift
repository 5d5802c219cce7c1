/// The layout of a line of text with a name and a vector.
struct TextLayout: Sendable {
  /// The place and form of the name in a line.
  enum Name: Sendable {
    /// First, without separators.
    case first
    /// First, possibly with separators if the line remains unambiguous.
    case spaced
    /// First, quoted if necessary (RFC 4180).
    case quoted
    /// Absent.
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
  static let unnamedSpaces = TextLayout(separator: UInt8(ascii: " "), name: .absent)
  static let unnamedCommas = TextLayout(separator: UInt8(ascii: ","), name: .absent)
  static let unnamedTabs = TextLayout(separator: UInt8(ascii: "\t"), name: .absent)

  /// Whether a byte separates two fields.
  @inline(__always)
  func separates(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\t") && separator == UInt8(ascii: " ")
  }

  /// Whether a byte next to a number is ignored.
  @inline(__always)
  func isPadding(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") && separator != UInt8(ascii: "\t")
  }
}
