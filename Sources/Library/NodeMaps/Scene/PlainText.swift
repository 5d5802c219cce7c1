/// Names as a picture can hold them.
enum PlainText {
  /// A text on one line, without characters that are not seen.
  ///
  /// Line breaks and tabs become spaces; control characters, and those that turn the direction of
  /// what follows, are left out.
  ///
  /// - Parameter text: Any text.
  /// - Returns: A text that no drawing program reads as an instruction.
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

  /// A text of at most so many characters, with an ellipsis in place of what is left out.
  ///
  /// After letters that run to the left, so does the ellipsis.
  static func shortened(_ text: String, to count: Int) -> String {
    guard text.count > count else { return text }
    let kept = text.prefix(count - 1)
    return kept + "…" + (endsRightToLeft(kept) ? "\u{200f}" : "")
  }

  /// Whether the last letter is one of Hebrew, Arabic or another script that runs to the left.
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
