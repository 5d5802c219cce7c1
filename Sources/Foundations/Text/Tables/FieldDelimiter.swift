/// What separates the fields of a line.
public enum FieldDelimiter: String, CaseIterable, Sendable {
  /// Any number of blanks and tabs.
  case whitespace
  /// One tab. Blanks belong to the fields, except at their ends.
  case tab
  /// One comma. A field may be quoted: `"a, b"`.
  case comma
  /// One semicolon. A field may be quoted: `"a; b"`.
  case semicolon

  /// The byte that separates two fields; nil if any blanks do.
  package var byte: UInt8? {
    switch self {
    case .whitespace: nil
    case .tab: Byte.tab
    case .comma: Byte.comma
    case .semicolon: Byte.semicolon
    }
  }

  /// Whether fields may be quoted.
  ///
  /// In tab- and blank-separated files, a quotation mark is a character like any other.
  package var allowsQuotes: Bool { self == .comma || self == .semicolon }

  /// The delimiter that a line appears to have.
  ///
  /// It is the first of tab, semicolon and comma that occurs outside of quotation marks, otherwise
  /// the fallback.
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
