import Testing

@testable import AmbleCommand

@Suite struct TimeSpanTests {
  @Test(arguments: [
    ("90s", 90.0), ("2m", 120), ("1.5h", 5400), ("5", 5), ("0.5", 0.5), ("0s", 0), ("-1", -1),
  ])
  func `a time has a unit, or is in seconds`(text: String, seconds: Double) {
    #expect(TimeSpan(optionText: text)?.seconds == seconds)
  }

  @Test(arguments: ["", "s", "soon", "5d", "5 s", "nan", "infh", "1s2"])
  func `a text that is no time is refused`(text: String) {
    #expect(TimeSpan(optionText: text) == nil)
  }
}
