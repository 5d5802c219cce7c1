import RandomWalks
import Testing
import WalkAudits

@Suite struct FrequencyTestTests {
  @Test func `the statistic is that of a worked example`() {
    // 30 and 70 of 100 against one half each: G = 2 (30 ln 0.6 + 70 ln 1.4) = 16.456576,
    // Williams' correction 1 + (4 - 1) / 600.
    let test = FrequencyTest(counts: [30, 70], probabilities: [1, 1])
    #expect(test.degreesOfFreedom == 1)
    #expect(abs(test.statistic - 16.456_575_701 / 1.005) < 1e-6)
  }

  @Test func `rare outcomes are taken together`() {
    let test = FrequencyTest(
      counts: [50, 46, 1, 1, 1, 1], probabilities: [0.5, 0.44, 0.015, 0.015, 0.015, 0.015])
    #expect(test.degreesOfFreedom == 2)
    #expect(test.pValue > 0.5)
  }

  @Test func `nothing to compare gives no doubt`() {
    #expect(FrequencyTest(counts: [12], probabilities: [1]).pValue == 1)
    #expect(FrequencyTest(counts: [2, 3], probabilities: [0.5, 0.5]).pValue == 1)
    #expect(FrequencyTest(counts: [0, 0], probabilities: [0.5, 0.5]).pValue == 1)
  }

  @Test(arguments: [2, 5, 40])
  func `p-values of true samples are spread evenly`(outcomeCount: Int) {
    let probabilities = (1...outcomeCount).map { Double($0) }
    let table = AliasTable(weights: probabilities)
    var tenths = [Int](repeating: 0, count: 10)
    for sample in 0..<2000 as Range<UInt64> {
      var generator = SplitMix64(seed: 8, sample)
      var counts = [Int](repeating: 0, count: outcomeCount)
      for _ in 0..<20 * outcomeCount * outcomeCount {
        counts[table.draw(count: outcomeCount, using: &generator)] += 1
      }
      let test = FrequencyTest(counts: counts, probabilities: probabilities)
      tenths[min(9, Int(test.pValue * 10))] += 1
    }
    // Two outcomes make p-values lumpy: only the distribution's tail is checked closely.
    #expect((130...270).contains(tenths[0]), "\(tenths)")
    #expect(tenths.allSatisfy { $0 > 80 }, "\(tenths)")
  }
}
