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
      case 0..<0x20, 0x7f..<0xa0, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069, 0xfeff,
        0xfff9...0xffff:
        continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// A text of at most so many characters, with an ellipsis in place of what is left out.
  static func shortened(_ text: String, to count: Int) -> String {
    text.count <= count ? text : text.prefix(count - 1) + "…"
  }

  /// A whole number with a comma between thousands.
  static func grouped(_ number: Int) -> String {
    let digits = String(abs(number))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A share as whole percent: "23 %".
  static func percent(_ share: Double) -> String {
    "\(Int((share * 100).rounded())) %"
  }
}
