import Testing

@testable import WalkAudits

@Suite struct AuditArithmeticTests {
  @Test func `p-values are corrected by Holm's steps`() {
    // Four tests: 4·0.01, 3·0.02, then 2·0.025 and 1·0.9, none below the one before.
    let corrected = HolmCorrection.corrected([0.01, 0.02, 0.025, 0.9], testCount: 4)
    for (value, expected) in zip(corrected, [0.04, 0.06, 0.06, 0.9]) {
      #expect(abs(value - expected) < 1e-12)
    }
    #expect(HolmCorrection.corrected([0.4], testCount: 10) == [1])
  }

  @Test func `counts over contexts are compared with their mean and variance`() throws {
    var totals = PartTotals()
    totals.add(steps: 100, observed: 60, probability: 0.5)
    #expect(totals.variance == 25)
    // Two standard deviations.
    #expect(abs(try #require(totals.pValue) - 0.0455003) < 1e-6)
    var few = PartTotals()
    few.add(steps: 10, observed: 10, probability: 0.5)
    #expect(few.pValue == nil)
    few.add(totals)
    #expect(few.stepCount == 110 && few.observed == 70 && few.variance == 27.5)
  }
}
