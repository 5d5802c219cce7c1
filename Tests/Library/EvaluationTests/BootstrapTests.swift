import RandomNumbers
import Testing

@testable import Evaluation

@Suite struct BootstrapTests {
  /// Scores of two normal distributions one deviation apart: the area is Φ(1/√2) = 0.7602.
  static func normals(count: Int, seed: UInt64) throws -> RankedScores {
    var generator = SplitMix64(seed: seed)
    func normal(_ mean: Double) -> Double {
      // Twelve uniform numbers make a normal one, near enough.
      (0..<12).reduce(mean - 6) { sum, _ in sum + generator.nextUnit() }
    }
    let positives = (0..<count).map { _ in normal(1) }
    return try RankedScores(positives: positives, negatives: (0..<count).map { _ in normal(0) })
  }

  @Test func `the interval holds the true area about nineteen times of twenty`() throws {
    let runs = 200
    let covered = try (0..<runs).count { run in
      let scores = try Self.normals(count: 150, seed: UInt64(run))
      let bootstrap = Bootstrap(sampleCount: 200, seed: UInt64(run), threadCount: 2)
      let interval = Interval(of: try bootstrap.metrics(of: [scores])[0].map(\.areaUnderCurve))
      return interval.low <= 0.7602 && 0.7602 <= interval.high
    }
    // 190 expected; four deviations of a binomial count are 12.
    #expect(covered >= 178)
    #expect(covered < 200)
  }

  @Test func `an interval leaves out a fortieth at each end`() {
    let interval = Interval(of: (0...1000).map { Double($0 * 5 % 1001) })
    #expect(agrees([interval.low, interval.high], [25, 975], within: 1e-9))
    // The variance of n consecutive numbers, with n − 1 in the denominator, is n (n + 1) / 12.
    #expect(abs(interval.standardError - (1001.0 * 1002 / 12).squareRoot()) < 1e-9)
  }

  @Test func `the deviation of a few values has one less than their number below it`() {
    #expect(Spread(of: [2, 4, 6]).mean == 4)
    #expect(Spread(of: [2, 4, 6]).deviation == 2)
    #expect(Spread(of: [5]).deviation == 0)
  }

  @Test func `the draws depend on the seed alone`() throws {
    let scores = try Self.normals(count: 40, seed: 1)
    func areas(seed: UInt64, threadCount: Int) throws -> [Double] {
      try Bootstrap(sampleCount: 20, seed: seed, threadCount: threadCount)
        .metrics(of: [scores])[0].map(\.areaUnderCurve)
    }
    #expect(try areas(seed: 1, threadCount: 1) == areas(seed: 1, threadCount: 3))
    #expect(try areas(seed: 1, threadCount: 1) != areas(seed: 2, threadCount: 1))
  }

  @Test func `rankings see the same draws`() throws {
    let scores = try Self.normals(count: 40, seed: 1)
    let both = try Bootstrap(sampleCount: 10, seed: 3, threadCount: 2).metrics(of: [scores, scores])
    #expect(both[0].map(\.averagePrecision) == both[1].map(\.averagePrecision))
  }

  @Test func `means of the positives move around their mean`() throws {
    let values = (0..<100).map { Double($0 % 2) }
    let means = try Bootstrap(sampleCount: 400, seed: 5, threadCount: 2).means(of: [values])[0]
    let spread = Spread(of: means)
    #expect(abs(spread.mean - 0.5) < 0.01)
    // √(0.25 / 100) = 0.05
    #expect(abs(spread.deviation - 0.05) < 0.01)
  }
}
