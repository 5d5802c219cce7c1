/// What separates the fields of a line.
public struct FieldDelimiter: RawRepresentable, Hashable, Sendable, CaseIterable {
  /// A word such as `comma`, or the character itself.
  public let rawValue: String
  /// The byte that separates two fields; nil if any blanks do.
  package let byte: UInt8?

  private init(_ word: String, _ byte: UInt8?) {
    rawValue = word
    self.byte = byte
  }

  /// Creates the delimiter of a word or of a character.
  ///
  /// - Parameter rawValue: One of the words of `allCases`, or one character of ASCII that is
  ///   neither a letter, a digit, a quotation mark nor a control character.
  public init?(rawValue: String) {
    if let known = Self.allCases.first(where: { $0.rawValue == rawValue }) {
      self = known
    } else if rawValue.utf8.count == 1, let byte = rawValue.utf8.first {
      if let known = Self.allCases.first(where: { $0.byte == byte }) {
        self = known
      } else {
        let character = Character(rawValue)
        guard byte > Byte.blank, byte < 0x7f, byte != Byte.quote, !character.isLetter,
          !character.isNumber
        else { return nil }
        self.init(rawValue, byte)
      }
    } else {
      return nil
    }
  }

  /// Any number of blanks and tabs.
  public static let whitespace = FieldDelimiter("whitespace", nil)
  /// One tab.
  ///
  /// Blanks belong to the fields, except at their ends.
  public static let tab = FieldDelimiter("tab", Byte.tab)
  /// One comma.
  ///
  /// A field may be quoted: `"a, b"`.
  public static let comma = FieldDelimiter("comma", Byte.comma)
  /// One semicolon.
  ///
  /// A field may be quoted: `"a; b"`.
  public static let semicolon = FieldDelimiter("semicolon", Byte.semicolon)
  /// One vertical bar.
  ///
  /// A field may be quoted: `"a | b"`.
  public static let bar = FieldDelimiter("bar", Byte.bar)

  /// The delimiters that have a word.
  public static let allCases = [whitespace, tab, comma, semicolon, bar]

  /// Whether fields may be quoted.
  ///
  /// In tab- and blank-separated files, a quotation mark is a character like any other.
  package var allowsQuotes: Bool { self != .tab && self != .whitespace }

  /// The delimiter that a line appears to have.
  ///
  /// It is the first of tab, semicolon and comma that occurs outside of quotation marks, otherwise
  /// the fallback. A bar may as well be part of a name.
  ///
  /// - Parameters:
  ///   - line: The range of the line.
  ///   - bytes: The bytes of the file.
  ///   - fallback: The delimiter of a line that has none of the three.
  /// - Returns: A delimiter; if it is wrong, the fields of the line will be rejected.
  package static func detected(
    in line: Range<Int>, of bytes: Span<UInt8>, fallback: FieldDelimiter = .whitespace
  ) -> FieldDelimiter {
    var found = fallback
    var isQuoted = false
    for index in line {
      switch bytes[index] {
      case Byte.quote: isQuoted.toggle()
      case _ where isQuoted: continue
      case Byte.tab: return .tab
      case Byte.semicolon: found = .semicolon
      case Byte.comma where found != .semicolon: found = .comma
      default: continue
      }
    }
    return found
  }
}
