internal import Files

/// A line on the terminal that says how far a long run has come.
///
/// It shows nothing during the first second, and nothing at all where messages do not go to a
/// terminal.
struct ProgressLine: ~Copyable {
  private let console: Console
  private let isShown: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant

  /// Creates the line of a run that starts now.
  ///
  /// - Parameters:
  ///   - console: Where it is shown.
  ///   - isQuiet: Whether nothing is to be shown.
  init(on console: Console, isQuiet: Bool) {
    self.console = console
    isShown = !isQuiet && console.hasTerminal
    start = clock.now
    last = start
  }

  deinit {
    if last > start { OpenFile.write("\r\u{1b}[K", to: console.errors) }
  }

  /// Shows how far the run has come, ten times a second at most.
  ///
  /// - Parameters:
  ///   - fraction: The share of the work that is done, in 0...1.
  ///   - details: What else to show, given the seconds since the start.
  mutating func update(_ fraction: Double, _ details: (_ seconds: Double) -> String) {
    guard isShown, last.duration(to: clock.now) > .milliseconds(100) else { return }
    let seconds = start.duration(to: clock.now).seconds
    guard seconds > 1 else { return }
    last = clock.now
    let width = 24
    let filled = Int(fraction * Double(width))
    let bar = String(repeating: "━", count: filled) + String(repeating: "┄", count: width - filled)
    let left = fraction > 0 ? " · \((seconds / fraction - seconds).clockText) left" : ""
    let text = "\(bar) \(Int(fraction * 100)) % · \(details(seconds))\(left)"
    OpenFile.write("\r\(text)\u{1b}[K", to: console.errors)
  }
}

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
