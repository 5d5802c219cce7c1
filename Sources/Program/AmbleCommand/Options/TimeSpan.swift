internal import Text

/// A duration on the command line: "90s", "2m", "1.5h", or a number of seconds.
struct TimeSpan: OptionValue {
  let seconds: Double

  /// The longest span: 31 years.
  private static let largest = 1e9

  init(seconds: Double) {
    self.seconds = seconds
  }

  init?(optionText: String) {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    let unit = optionText.last.flatMap { units[$0] }
    guard let count = Double(unit == nil ? optionText : String(optionText.dropLast())),
      abs(count) * (unit ?? 1) <= Self.largest
    else { return nil }
    seconds = count * (unit ?? 1)
  }

  var optionText: String? {
    seconds < 60 ? "\(seconds.shortText)s" : "\((seconds / 60).shortText)m"
  }
  static var valueName: String { "TIME" }
  static var accepted: String { "a time such as 90s, 2m or 1.5h, up to 277777h" }
}
