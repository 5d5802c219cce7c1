/// Texts as XML and HTML hold them.
enum SVGText {
  /// A text in which no character is read as markup, within an element or an attribute.
  ///
  /// Characters that XML 1.0 does not have are left out.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      case "\n": escaped.append(contentsOf: "&#10;".unicodeScalars)
      default:
        let isXML = scalar.value >= 0x20 && scalar.value != 0xfffe && scalar.value != 0xffff
        if isXML { escaped.append(scalar) }
      }
    }
    return String(escaped)
  }
}
