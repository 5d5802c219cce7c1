/// A line on the terminal that shows the progress of a long run.
///
/// It shows nothing during the first second, and nothing at all if messages do not go to a
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
  ///   - console: The console to show it on.
  ///   - isQuiet: Whether to show nothing.
  init(on console: Console, isQuiet: Bool) {
    self.console = console
    isShown = !isQuiet && console.hasTerminal
    start = clock.now
    last = start
  }

  deinit {
    if last > start { console.show("\r\u{1b}[K") }
  }

  /// Shows the progress of the run, at most ten times per second.
  ///
  /// - Parameters:
  ///   - fraction: The share of the work that is done, in 0...1.
  ///   - details: Returns additional text, given the seconds since the start.
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
    console.show("\r\(text)\u{1b}[K")
  }
}
