import RandomNumbers
import Testing

/// Every walk and every vector rests on these numbers: the same seed must give them for ever.
@Suite struct SplitMix64Tests {
  /// The generator of an address, its purpose given by number: 1 walks, 2 layouts, 3 windows,
  /// 4 negative samples, 5 first vectors, 6 general.
  static func generator(
    seed: UInt64, purpose: UInt64, _ first: UInt64 = 0, _ second: UInt64 = 0
  ) throws -> SplitMix64 {
    let purpose: SplitMix64.Purpose? = SplitMix64.Purpose(rawValue: purpose)
    return SplitMix64(seed: seed, purpose: try #require(purpose), first, second)
  }

  /// An address, and the first two numbers of its sequence.
  struct Known: Sendable, CustomTestStringConvertible {
    let seed, purpose, first, second: UInt64
    let numbers: [UInt64]

    var testDescription: String { "seed \(seed), purpose \(purpose), (\(first), \(second))" }
  }

  /// Worked out by another program, from the definition.
  static let known = [
    Known(
      seed: 0, purpose: 6, first: 0, second: 0,
      numbers: [0xe542_bc03_89d6_8920, 0xc3c4_5b1c_f737_91ee]),
    Known(
      seed: 1, purpose: 6, first: 0, second: 0,
      numbers: [0xb799_a8ca_dd7e_2161, 0xb904_edda_975b_73ac]),
    Known(
      seed: 1, purpose: 1, first: 0, second: 0,
      numbers: [0x7635_250c_f448_2167, 0x84ca_3b6f_b28b_9bf4]),
    Known(
      seed: 1, purpose: 1, first: 3, second: 0,
      numbers: [0xf259_9f74_8b32_59a1, 0xc593_3e10_93b6_807e]),
    Known(
      seed: 1, purpose: 1, first: 3, second: 2,
      numbers: [0x0e3b_6ec6_642c_a480, 0x1dd3_9a27_6fad_3c18]),
    Known(
      seed: 1, purpose: 2, first: 0, second: 0,
      numbers: [0x33a5_baf8_62eb_3113, 0x6581_8692_18eb_23b0]),
    Known(
      seed: 1, purpose: 3, first: 3, second: 2,
      numbers: [0xab88_c940_f582_bf73, 0x5a1a_cd2a_0ae0_59c8]),
    Known(
      seed: 1, purpose: 4, first: 3, second: 2,
      numbers: [0xbaf7_1fa3_bc8a_2046, 0xc5bf_788a_2780_2108]),
    Known(
      seed: 1, purpose: 5, first: 3, second: 0,
      numbers: [0xa316_1ded_de3b_9fca, 0xd5b3_4dd2_af97_7a40]),
    Known(
      seed: .max, purpose: 6, first: .max, second: .max,
      numbers: [0x3133_e9fd_e644_7214, 0x0f5c_8500_51ef_d05a]),
    Known(
      seed: 42, purpose: 6, first: 1 << 32, second: 7,
      numbers: [0xf3a1_1c75_bd38_4bbc, 0x89ca_3fd1_2d9a_8037]),
  ]

  @Test(arguments: known)
  func `an address gives the numbers that it always has`(known: Known) throws {
    var generator = try Self.generator(
      seed: known.seed, purpose: known.purpose, known.first, known.second)
    #expect([generator.next(), generator.next()] == known.numbers)
  }

  @Test func `the purpose is general where none is named`() throws {
    var unnamed = SplitMix64(seed: 5, 2, 3)
    var named = try Self.generator(seed: 5, purpose: 6, 2, 3)
    #expect(unnamed.next() == named.next())
  }

  @Test func `every part of the address gives a sequence of its own`() throws {
    var firsts: Set<UInt64> = []
    for seed in 0..<3 as Range<UInt64> {
      for purpose in 1...6 as ClosedRange<UInt64> {
        for first in 0..<20 as Range<UInt64> {
          for second in 0..<20 as Range<UInt64> {
            var generator = try Self.generator(seed: seed, purpose: purpose, first, second)
            firsts.insert(generator.next())
          }
        }
      }
    }
    #expect(firsts.count == 3 * 6 * 20 * 20)
  }

  @Test func `units are multiples of 2⁻⁵³ below 1`() {
    var generator = SplitMix64(seed: 1)
    let units = (0..<3).map { _ in generator.nextUnit() }
    #expect(units == [0.7171884055401212, 0.7227314623518006, 0.2883464269063365])
    for _ in 0..<10_000 {
      let unit = generator.nextUnit()
      if unit < 0 || unit >= 1 || (unit * 0x1p53).rounded() != unit * 0x1p53 {
        Issue.record("\(unit) is no multiple of 2⁻⁵³ in 0..<1")
        return
      }
    }
  }

  @Test(arguments: [
    (1, [0, 0, 0, 0]), (2, [1, 1, 0, 0]), (10, [7, 7, 2, 2]), (1000, [717, 722, 288, 280]),
    (1 << 32, [3_080_300_746, 3_104_107_994, 1_238_438_473, 1_204_151_859]),
    (
      Int.max,
      [
        6_614_895_484_815_216_815, 6_666_021_160_010_758_613, 2_659_526_370_854_894_259,
        2_585_896_427_372_715_943,
      ]
    ),
    (
      3 << 61,
      [
        4_961_171_613_611_412_612, 4_999_515_870_008_068_960, 1_994_644_778_141_170_694,
        4_320_134_446_672_844_607,
      ]
    ),
  ])
  func `numbers below a bound are those that they always were`(bound: Int, expected: [Int]) {
    var generator = SplitMix64(seed: 1)
    #expect((0..<4).map { _ in generator.next(below: bound) } == expected)
  }

  @Test func `a bound that does not divide 2⁶⁴ favors no number`() {
    // Without rejection, the multiples of three would come up twice as often as others.
    let bound = 3 << 61
    var generator = SplitMix64(seed: 2)
    var counts = [0, 0, 0]
    for _ in 0..<30_000 { counts[generator.next(below: bound) % 3] += 1 }
    // 10,000 each; the standard deviation is 82.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 400 }, "\(counts)")
  }

  @Test(
    arguments: [
      (1, [7, 0, 4, 2, 1, 5, 3, 8, 9, 6]), (2, [4, 1, 0, 8, 6, 9, 5, 2, 3, 7]),
    ] as [(UInt64, [Int])])
  func `a shuffle gives the order that it always has`(seed: UInt64, order: [Int]) {
    var generator = SplitMix64(seed: seed)
    var elements = Array(0..<10)
    generator.shuffle(&elements)
    #expect(elements == order)
    // One number for each element but the last.
    var other = SplitMix64(seed: seed)
    for _ in 0..<9 { _ = other.next() }
    #expect(generator.next() == other.next())
  }

  @Test func `a shuffle of nothing or of one element draws no number`() {
    var generator = SplitMix64(seed: 1)
    var none: [Int] = []
    var one = ["a"]
    generator.shuffle(&none)
    generator.shuffle(&one)
    var other = SplitMix64(seed: 1)
    #expect(none.isEmpty && one == ["a"] && generator.next() == other.next())
  }

  @Test func `all orders of a shuffle are equally likely`() {
    var generator = SplitMix64(seed: 3)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 {
      var elements = [0, 1, 2, 3]
      generator.shuffle(&elements)
      counts[elements, default: 0] += 1
    }
    // 1,000 each; the standard deviation is 31.
    #expect(counts.count == 24)
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 150 }, "\(counts)")
  }
}
