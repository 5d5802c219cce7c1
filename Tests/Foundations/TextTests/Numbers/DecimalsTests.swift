import Testing
import Text

@Suite struct DecimalsTests {
  static func text(_ value: Float) -> String {
    var bytes: [UInt8] = []
    value.appendDecimal(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func number(_ text: String) -> Float? {
    Float(decimal: Array(text.utf8).span)
  }

  /// Random bits from a 64-bit linear congruential generator (Knuth, MMIX).
  static func randomBits(_ count: Int, seed: UInt64) -> some Sequence<UInt32> {
    sequence(state: (seed, count)) { state in
      guard state.1 > 0 else { return nil }
      state = (state.0 &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407, state.1 - 1)
      return UInt32(state.0 >> 32)
    }
  }

  /// The values where conversions go wrong: both ends, and the powers of two with their neighbors.
  static let borders: [Float] = (0..<255 as Range<Int>).flatMap { exponent in
    (-20...20).compactMap { offset -> Float? in
      let bits = exponent << 23 + offset
      return bits < 0 ? nil : Float(bitPattern: UInt32(bits))
    }
  }.filter(\.isFinite)

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a random number is written as the standard library describes it, and read back`(
    seed: UInt64
  ) {
    for bits in Self.randomBits(700_000, seed: seed) {
      let value = Float(bitPattern: bits)
      let text = Self.text(value)
      guard value.isFinite else { continue }
      if text != value.description || Self.number(text)?.bitPattern != bits {
        Issue.record("\(value), of the bits \(bits), is written as \(text)")
        return
      }
    }
  }

  @Test func `numbers at the borders are written as described, and read back`() {
    for value in Self.borders {
      #expect(Self.text(value) == value.description)
      #expect(Self.text(-value) == (-value).description)
      #expect(Self.number(Self.text(-value))?.bitPattern == (-value).bitPattern)
    }
  }

  @Test(arguments: [0.1, 1e-4, 9.999e-5, 16_777_218, 1e10, 0, -0.0, .infinity, -.infinity, .nan])
  func `a number of any size is written as described`(value: Float) {
    #expect(Self.text(value) == value.description)
  }

  @Test func `the exact middle between two numbers goes to the even one, and no digit is ignored`()
  {
    for value in Self.borders where value.ulp >= 1e-30 && value < 1e30 {
      // The middle is a double, and a double's exact decimal value is what `%.f` would print; it
      // comes here from integers and halves, which have few enough digits.
      let middle = (Double(value) + Double(value.nextUp)) / 2
      guard middle >= 1, middle < 0x1p52, middle * 4 == (middle * 4).rounded() else { continue }
      let whole = UInt64(middle)
      let hundredths = UInt64((middle - Double(whole)) * 100)
      let text = "\(whole).\(hundredths < 10 ? "0" : "")\(hundredths)"
      #expect(Self.number(text) == Float(text))
      for further in ["\(text)\(String(repeating: "0", count: 40))1", "\(text)0000"] {
        #expect(Self.number(further) == Float(further), "\(further)")
      }
    }
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func `random digits are read as the standard library reads them`(seed: UInt64) {
    var bits = Self.randomBits(3_000_000, seed: seed).makeIterator()
    for _ in 0..<200_000 {
      guard let first = bits.next(), let second = bits.next(), let third = bits.next() else {
        return
      }
      let fraction = second % 3 == 0 ? "\(second)" : "\(second)\(third)\(first)"
      let text = "\(first % 1000).\(fraction)e\(Int(third % 100) - 55)"
      if Self.number(text) != Float(text) {
        Issue.record("\(text) is read as \(Self.number(text)?.description ?? "nil")")
        return
      }
    }
  }

  @Test(
    arguments: [
      ("1", 1), ("-1", -1), ("+1.5", 1.5), (".5", 0.5), ("5.", 5), ("1e3", 1000), ("1E+3", 1000),
      ("1e-3", 0.001), ("0.000000000000000000000000000001", 1e-30), ("-0", -0.0),
      ("0e999999999999", 0),
      ("100000000000000000000000000000000000000", 1e38), ("1e39", .infinity), ("-1e39", -.infinity),
      ("1e-99999999999999999999", 0), ("1e99999999999999999999", .infinity),
      ("3.4028235677973367e38", .infinity), ("3.4028235677973366e38", .greatestFiniteMagnitude),
      ("1e-45", .leastNonzeroMagnitude), ("7e-46", 0), ("1.17549435e-38", .leastNormalMagnitude),
      ("0.100000001490116119384765625", 0.1), ("12345678901234567890123", 1.2345679e22),
    ] as [(String, Float)])
  func `a number is read in every way it can be written`(text: String, value: Float) {
    #expect(Self.number(text)?.bitPattern == value.bitPattern)
  }

  @Test(arguments: [
    "", "-", "+", ".", "-.", "e5", "nan", "inf", "0x10", "1 ", " 1", "1e", "1e+", "1.2.3", "1,5",
    "--1",
    "١", "1f",
  ])
  func `what is no number is not read`(text: String) {
    #expect(Self.number(text) == nil)
  }

  @Test func `a number is read out of the middle of a text`() {
    let text = Array("a -1.5e2x 1e 7".utf8)
    var position = 2
    #expect(Float.scanDecimal(text.span, at: &position) == -150)
    #expect(position == 8)
    #expect(Float.scanDecimal(text.span, at: &position) == nil)
    #expect(position == 8)
    position = 10
    #expect(Float.scanDecimal(text.span, at: &position) == 1)
    #expect(position == 11)
  }
}
