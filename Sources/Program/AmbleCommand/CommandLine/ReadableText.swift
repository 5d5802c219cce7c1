extension Duration {
  /// The duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}

extension Double {
  /// A time in seconds as people read it: "0.4 s", "12 s", "3:05", "2:00:09".
  var clockText: String {
    if self < 9.95 { return "\((self * 10).rounded() / 10) s" }
    let seconds = Int(rounded())
    if seconds < 60 { return "\(seconds) s" }
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].drop { $0 == 0 }
    return parts.enumerated().map { $0 == 0 || $1 > 9 ? "\($1)" : "0\($1)" }
      .joined(separator: ":")
  }

  /// A count as people read it: "950", "12.3 k", "1.25 M".
  var countText: String {
    for (unit, name) in [(1e9, "G"), (1e6, "M"), (1e3, "k")] where self >= unit {
      let value = self / unit
      let scale = value < 10 ? 100.0 : value < 100 ? 10 : 1
      return "\(((value * scale).rounded() / scale).shortText) \(name)"
    }
    return rounded().shortText
  }
}

extension Int {
  /// The number with commas between thousands: "117,659".
  var groupedText: String {
    let digits = String(magnitude)
    let grouped = digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index).isMultiple(of: 3) ? ",\(digit)" : "\(digit)"
    }.joined()
    return self < 0 ? "-\(grouped)" : grouped
  }
}

extension Float {
  /// The number with a fixed number of decimals: "0.9120".
  func decimals(_ count: Int) -> String { Double(self).decimals(count) }
}

extension Double {
  /// The number with a fixed number of decimals: "0.9120".
  func decimals(_ count: Int) -> String {
    let scale = (0..<count).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (magnitude * scale).rounded()
    guard scaled < 1e15 else { return description }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, count + 1 - digits.count)) + digits
    let text = count == 0 ? padded : "\(padded.dropLast(count)).\(padded.suffix(count))"
    return self < 0 && scaled > 0 ? "-\(text)" : text
  }
}

extension Double {
  /// The number with a few significant digits: "0.139", "4.59".
  func significant(_ count: Int) -> String {
    guard self != 0, isFinite else { return shortText }
    var exponent = 0
    var mantissa = magnitude
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    guard exponent >= -4 else {
      return "\(self < 0 ? "-" : "")\(mantissa.decimals(count - 1))e\(exponent)"
    }
    let text = decimals(max(0, count - 1 - exponent))
    guard text.contains(".") else { return text }
    let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(trimmed.reversed())
  }
}

extension Float {
  /// The shortest text that reads back as this number, whole numbers without a point.
  var shortText: String {
    description.hasSuffix(".0") ? String(description.dropLast(2)) : description
  }
}

extension String {
  /// The text with blanks behind it, up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
