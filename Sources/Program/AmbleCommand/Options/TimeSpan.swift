internal import Text

/// A duration on the command line: "90s", "2m", "1.5h", or a number of seconds.
struct TimeSpan: OptionValue {
  let seconds: Double

  init(seconds: Double) {
    self.seconds = seconds
  }

  init?(optionText: String) {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    let unit = optionText.last.flatMap { units[$0] }
    guard let count = Double(unit == nil ? optionText : String(optionText.dropLast())),
      count.isFinite
    else { return nil }
    seconds = count * (unit ?? 1)
  }

  var optionText: String? {
    seconds < 60 ? "\(seconds.shortText)s" : "\((seconds / 60).shortText)m"
  }
  static var valueName: String { "TIME" }
  static var accepted: String { "a time such as 90s, 2m or 1.5h" }
}
