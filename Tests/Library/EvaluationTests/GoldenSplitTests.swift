@testable import Evaluation
import Graphs
import Testing

/// Splits as they always were: whoever names a seed in a paper can make them again.
///
/// A change of these digests breaks that promise, and is no small change.
@Suite struct GoldenSplitTests {
  /// A ring of 40 nodes with chords.
  static let graph = Graph(
    nodeCount: 40, edges: (0..<40).flatMap { [($0, ($0 + 1) % 40), ($0, ($0 + 7) % 40)] })

  /// The FNV-1a digest of numbers, taken whole.
  static func digest(_ numbers: some Sequence<UInt64>) -> UInt64 {
    numbers.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01b3 }
  }

  static func digest(_ sample: PairSample) -> UInt64 {
    digest(
      (sample.positives + sample.negatives).flatMap { [UInt64($0.source), UInt64($0.target)] })
  }

  /// A kind of split, and the digests of its test, its validation and its training pairs.
  struct Golden: Sendable, CustomTestStringConvertible {
    let kind: EdgeSplitOptions.Kind
    let negatives: EdgeSplitOptions.Negatives
    let digests: [UInt64]

    var testDescription: String { "\(kind.rawValue), \(negatives.rawValue) negatives" }
  }

  static let goldens = [
    Golden(
      kind: .connected, negatives: .uniform,
      digests: [0x7ae4_0fad_27f5_1fc5, 0x7c17_7e6c_55ba_2c0f, 0x25df_f21b_731e_a2e9]),
    Golden(
      kind: .random, negatives: .uniform,
      digests: [0xd1f1_59a5_2839_768d, 0x9017_fe65_6d4c_905d, 0x8c04_0ff8_c3a1_724f]),
    Golden(
      kind: .coldStart, negatives: .uniform,
      digests: [0x06f2_6a1b_cb7b_dae1, 0x245c_e709_13a9_d743, 0xcde6_8ae4_a2c7_dc8d]),
    Golden(
      kind: .random, negatives: .degreeMatched,
      digests: [0x2cbd_37bb_7f9c_736f, 0x9748_3280_5297_91cb, 0x2119_82f1_b8f9_7535]),
    Golden(
      kind: .random, negatives: .twoHop,
      digests: [0xa587_60f9_c8c8_266b, 0x9f9c_e592_f3d6_7b63, 0x9e2c_22ed_4520_9a87]),
  ]

  @Test(arguments: goldens)
  func `seed 1 splits edges as it always has`(golden: Golden) throws {
    var options = EdgeSplitOptions()
    options.kind = golden.kind
    options.negatives = golden.negatives
    options.testShare = 0.2
    options.validationShare = 0.1
    options.largestTrainingCount = 20
    let split = try EdgeSplit(of: Self.graph, options: options, seed: 1)
    let digests = try [split.test, #require(split.validation), split.training].map(Self.digest)
    #expect(
      digests == golden.digests, "\(digests.map { "0x\(String($0, radix: 16))" })")
  }

  @Test func `seed 1 splits nodes as it always has`() throws {
    let labels = NodeLabels(
      (0..<20).map { [$0 % 3 == 0 ? 0 : 1] }, labelNames: ["a", "b"])
    let split = try NodeSplit(of: labels, share: 0.3, seed: 1, repetition: 0)
    #expect(split.training == [1, 2, 3, 17, 18, 19])
    let other = try NodeSplit(of: labels, share: 0.3, seed: 1, repetition: 1)
    #expect(other.training == [2, 3, 6, 7, 16, 17])
  }

  @Test func `seed 1 draws pairs again as it always has`() throws {
    let scores = try RankedScores(
      positives: (0..<20).map { Double($0 * 7 % 20) },
      negatives: (0..<20).map { Double($0 * 3 % 20) - 5.5 })
    let draws = try Bootstrap(sampleCount: 8, seed: 1, threadCount: 2).metrics(of: [scores])[0]
    let digest = Self.digest(
      draws.flatMap { [$0.areaUnderCurve.bitPattern, $0.averagePrecision.bitPattern] })
    #expect(digest == 0xc4f7_0eea_ac8d_7ac6, "0x\(String(digest, radix: 16))")
  }
}
