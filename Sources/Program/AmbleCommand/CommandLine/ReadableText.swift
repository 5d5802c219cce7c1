extension Duration {
  /// The duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}

extension Double {
  /// A time in seconds in readable form: "0.4 s", "12 s", "3:05", "2:00:09".
  var clockText: String {
    if self < 9.95 { return "\((self * 10).rounded() / 10) s" }
    let seconds = Int(rounded())
    if seconds < 60 { return "\(seconds) s" }
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].drop { $0 == 0 }
    return parts.enumerated().map { $0 == 0 || $1 > 9 ? "\($1)" : "0\($1)" }
      .joined(separator: ":")
  }
}

extension String {
  /// The text, padded with blanks on the right to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
