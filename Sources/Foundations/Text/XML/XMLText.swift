extension String {
  /// The text escaped for use in an attribute or an element of XML 1.0.
  ///
  /// Line feeds become character references, so that attributes keep them. Tabs, carriage returns
  /// and all characters that XML 1.0 does not allow are removed.
  package var xmlEscaped: String {
    var escaped = String.UnicodeScalarView()
    for scalar in unicodeScalars {
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
