import Foundation
import RandomNumbers
import Testing
import Text

@Suite struct DecimalParsingTests {
  static func float(_ text: String) -> Float? {
    let bytes = Array(text.utf8)
    return Float(decimal: bytes.span)
  }

  static func double(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    return Double(decimal: bytes.span)
  }

  @Test(arguments: [
    "0", "-0", "1", "+1", "1.", ".5", "1e5", "1E-5", "123456789012345678901234567890", "1e-45",
    "7.0064923216240853e-46", "7.0064923216240854e-46", "3.4028235677973366e38", "3.4028235e38",
    "16777217", "16777219", "1.00000005960464477539062", "1.00000005960464477539063",
    "0.000000000000000000000000000000000000011754943", "9007199254740993", "1e22", "1e23",
    "00000000000000000000000001.5", "0.1", "0.30000001192092896", "1e400", "1e-400",
  ])
  func `a number is the nearest one there is`(text: String) {
    #expect(Self.float(text) == Float(text))
    #expect(Self.double(text) == Double(text))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `random numbers are read as the standard library reads them`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      let float = Float(bitPattern: UInt32.random(in: 0..<0x7f80_0000, using: &generator))
      let next = float.nextUp
      // The point half-way to the next number, where rounding is decided.
      let middle = String(
        format: "%.*e", Int.random(in: 5...40, using: &generator),
        Double(float) / 2 + Double(next) / 2)
      let short = String(
        format: "%.*f", Int.random(in: 0...8, using: &generator),
        Double.random(in: 0...1000, using: &generator))
      for text in ["\(float)", middle, short] {
        #expect(Self.float(text) == Float(text), "\(text)")
        #expect(Self.double(text) == Double(text), "\(text)")
      }
    }
  }

  @Test(arguments: [
    "", "+", "-", ".", "e5", "1e", "1e+", "1e5x", "0x10", "inf", "nan", "1,5", "1 ", " 1", "--1",
    "1..2", "1_0", "١",
  ])
  func `what is no number is none`(text: String) {
    #expect(Self.float(text) == nil)
    #expect(Self.double(text) == nil)
  }
}
