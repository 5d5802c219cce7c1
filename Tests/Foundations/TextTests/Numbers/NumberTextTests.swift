import Testing
import Text

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.912, 4, "0.9120"), (0.5, 0, "1"), (2.5, 0, "3"), (-0.0004, 3, "0.000"),
    (-0.0006, 3, "-0.001"), (0.05, 1, "0.1"), (1234.5, 2, "1234.50"), (0, 2, "0.00"),
    (.nan, 2, "none"), (.infinity, 2, "infinite"), (-.infinity, 2, "-infinite"),
  ])
  func `decimals round half away from zero`(number: Double, count: Int, text: String) {
    #expect(number.decimals(count) == text)
  }

  @Test func `numbers too large for decimals are written as they are`() {
    #expect(1e20.decimals(3) == "1e+20")
  }

  @Test(arguments: [
    (0.1386, "0.139"), (4.586, "4.59"), (1000, "1000"), (123_456, "123456"), (0, "0"),
    (-0.5, "-0.5"), (0.000_012_34, "1.23e-5"),
  ])
  func `three significant digits, without zeros at the end`(number: Double, text: String) {
    #expect(number.significant(3) == text)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
  func `thousands are set apart`(number: Int, text: String) {
    #expect(number.groupedText == text)
  }

  @Test(arguments: [(950.0, "950"), (12_345, "12.3 k"), (1_250_000, "1.25 M"), (3e9, "3 G")])
  func `counts are short`(number: Double, text: String) {
    #expect(number.countText == text)
  }

  @Test func `digests have sixteen digits`() {
    #expect((0xabc as UInt64).hexadecimalText == "0000000000000abc")
    #expect(UInt64.max.hexadecimalText == "ffffffffffffffff")
  }

  @Test(arguments: [
    (0, "0"), (1.5, "1.5"), (-0.25, "-0.25"), (3.004, "3"), (12.05, "12.05"), (-0.004, "0"),
    (100, "100"), (0.995, "1"), (1e16, "1e+16"),
  ])
  func `at most two decimals are written, and no zeros at the end`(value: Double, text: String) {
    #expect(value.decimals(upTo: 2) == text)
  }
}
