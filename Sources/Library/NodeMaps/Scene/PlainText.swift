/// Names in a form that a picture can show.
enum PlainText {
  /// A text on one line, without invisible characters.
  ///
  /// Line breaks and tabs become spaces; control characters, and those that change the direction of
  /// text, are removed.
  ///
  /// - Parameter text: Any text.
  /// - Returns: A text that no drawing program interprets as an instruction.
  static func singleLine(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0a, 0x0d, 0x2028, 0x2029: scalars.append(" ")
      case 0..<0x20, 0x7f..<0xa0, 0x202a...0x202e, 0x2066...0x2069, 0xfeff,
        0xfff9...0xffff:
        continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// A text shortened to a number of characters, with an ellipsis for the omitted part.
  ///
  /// After right-to-left letters, the ellipsis is on the left, too.
  static func shortened(_ text: String, to count: Int) -> String {
    guard text.count > count else { return text }
    let kept = text.prefix(count - 1)
    return kept + "…" + (endsRightToLeft(kept) ? "\u{200f}" : "")
  }

  /// Whether the last letter belongs to Hebrew, Arabic or another right-to-left script.
  private static func endsRightToLeft(_ text: Substring) -> Bool {
    guard let letter = text.unicodeScalars.last(where: \.properties.isAlphabetic) else {
      return false
    }
    return switch letter.value {
    case 0x590...0x8ff, 0xfb1d...0xfdff, 0xfe70...0xfefe, 0x10800...0x10fff, 0x1e800...0x1efff: true
    default: false
    }
  }
}
