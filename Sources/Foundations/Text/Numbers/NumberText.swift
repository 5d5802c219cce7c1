// The formatting of numbers for people. Numbers for programs are written elsewhere.

extension Double {
  /// The number with a fixed number of decimals, rounded half away from zero: "0.9120".
  ///
  /// Infinities and NaN are written in words; numbers beyond 10¹⁵ units of the last decimal are
  /// written as Swift does.
  package func decimals(_ count: Int) -> String {
    guard isFinite else { return isNaN ? "none" : self < 0 ? "-infinite" : "infinite" }
    let scale = (0..<count).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (magnitude * scale).rounded()
    guard scaled < 1e15 else { return description }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, count + 1 - digits.utf8.count)) + digits
    let text = count == 0 ? padded : "\(padded.dropLast(count)).\(padded.suffix(count))"
    return self < 0 && scaled > 0 ? "-\(text)" : text
  }

  /// The number with a few significant digits, without trailing zeros: "0.139", "4.59".
  package func significant(_ count: Int) -> String {
    guard self != 0, isFinite else { return shortText }
    var exponent = 0
    var mantissa = magnitude
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    guard exponent >= -4 else {
      return "\(self < 0 ? "-" : "")\(mantissa.decimals(count - 1))e\(exponent)"
    }
    return decimals(upTo: max(0, count - 1 - exponent))
  }

  /// The number with a maximum number of decimals, without trailing zeros: "12.05", "1.5", "3".
  package func decimals(upTo count: Int) -> String {
    let text = decimals(count)
    guard text.contains(".") else { return text }
    let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(trimmed.reversed())
  }

  /// The shortest text that identifies the number; whole numbers have no point.
  package var shortText: String {
    description.hasSuffix(".0") ? String(description.dropLast(2)) : description
  }

  /// A count as people write it: "950", "12.3 k", "1.25 M".
  package var countText: String {
    for (unit, name) in [(1e9, "G"), (1e6, "M"), (1e3, "k")] where self >= unit {
      let value = self / unit
      let scale = value < 10 ? 100.0 : value < 100 ? 10 : 1
      return "\(((value * scale).rounded() / scale).shortText) \(name)"
    }
    return rounded().shortText
  }

  /// A share as whole percent: "23 %".
  package var percentText: String { "\(Int((self * 100).rounded())) %" }
}

extension Float {
  /// The number with a fixed number of decimals: "0.9120".
  package func decimals(_ count: Int) -> String { Double(self).decimals(count) }

  /// The shortest text that identifies the number; whole numbers have no point.
  package var shortText: String {
    description.hasSuffix(".0") ? String(description.dropLast(2)) : description
  }
}

extension Int {
  /// The number with commas between thousands: "117,659".
  package var groupedText: String {
    let digits = String(magnitude)
    let grouped = digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index).isMultiple(of: 3) ? ",\(digit)" : "\(digit)"
    }.joined()
    return self < 0 ? "-\(grouped)" : grouped
  }
}

extension UInt64 {
  /// The number as 16 hexadecimal digits, the form of digests.
  package var hexadecimalText: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
