import Errors
import Testing

@testable import Evaluation

@Suite struct MetricsTests {
  struct Expectations: Decodable {
    struct Ranking: Decodable {
      let name: String
      let positives, negatives: [Double]
      let auc, averagePrecision: Double
      let falsePositiveRates, truePositiveRates, precisions, recalls: [Double]
      let hitsAt3, hitsAt10, meanReciprocalRank: Double
    }
    struct Classification: Decodable {
      let name: String
      let actual, predicted: [[Int]]
      let labelCount: Int
      let microF1, macroF1, accuracy: Double
      let f1: [Double]
    }
    let rankings: [Ranking]
    let classifications: [Classification]
  }

  @Test func `areas, precision and curves agree with scikit-learn`() throws {
    let expected = try Fixture.read("metrics.json", as: Expectations.self).rankings
    #expect(expected.count == 8)
    for expected in expected {
      let scores = try RankedScores(positives: expected.positives, negatives: expected.negatives)
      let comment = Comment(rawValue: expected.name)
      #expect(agrees([scores.areaUnderCurve], [expected.auc]), comment)
      #expect(agrees([scores.averagePrecision], [expected.averagePrecision]), comment)
      let curve = scores.receiverOperatingCurve
      #expect(agrees(curve.map(\.x), expected.falsePositiveRates), comment)
      #expect(agrees(curve.map(\.y), expected.truePositiveRates), comment)
      let precision = scores.precisionRecallCurve
      #expect(agrees(precision.map(\.x), expected.recalls), comment)
      #expect(agrees(precision.map(\.y), expected.precisions), comment)
    }
  }

  @Test func `ranks agree with their definition`() throws {
    for expected in try Fixture.read("metrics.json", as: Expectations.self).rankings {
      let ranks = try Ranks(of: expected.positives, among: expected.negatives)
      let comment = Comment(rawValue: expected.name)
      #expect(agrees([try ranks.hits(at: 3)], [expected.hitsAt3]), comment)
      #expect(agrees([try ranks.hits(at: 10)], [expected.hitsAt10]), comment)
      #expect(agrees([ranks.meanReciprocalRank], [expected.meanReciprocalRank]), comment)
    }
  }

  @Test func `F1 and accuracy agree with scikit-learn`() throws {
    for expected in try Fixture.read("metrics.json", as: Expectations.self).classifications {
      let scores = try ClassificationScores(
        predicted: expected.predicted, actual: expected.actual, labelCount: expected.labelCount)
      let comment = Comment(rawValue: expected.name)
      #expect(agrees([scores.microF1], [expected.microF1]), comment)
      #expect(agrees([scores.macroF1], [expected.macroF1]), comment)
      #expect(agrees([scores.accuracy], [expected.accuracy]), comment)
      #expect(agrees(scores.labels.map(\.f1), expected.f1), comment)
    }
  }

  @Test func `the order of equal scores does not matter`() throws {
    let first = try RankedScores(positives: [1, 1, 0], negatives: [1, 0, 0, 1])
    let second = try RankedScores(positives: [0, 1, 1], negatives: [0, 1, 1, 0])
    #expect(first.areaUnderCurve == second.areaUnderCurve)
    #expect(first.averagePrecision == second.averagePrecision)
  }

  @Test func `a weight counts an item as often as it says`() throws {
    let scores = try RankedScores(positives: [3, 1, 2], negatives: [2, 0])
    let weighted = scores.summary(weights: [2, 0, 3, 1, 4])
    let repeated = try RankedScores(positives: [3, 3, 2, 2, 2], negatives: [2, 0, 0, 0, 0])
    #expect(weighted.areaUnderCurve == repeated.areaUnderCurve)
    #expect(weighted.averagePrecision == repeated.averagePrecision)
  }

  @Test func `scores without a metric are an error`() {
    #expect(throws: MetricError.noPositives) { try RankedScores(positives: [], negatives: [1]) }
    #expect(throws: MetricError.noNegatives) { try RankedScores(positives: [1], negatives: []) }
    #expect(throws: MetricError.notFinite(count: 2)) {
      try RankedScores(positives: [.nan, 1], negatives: [.infinity])
    }
    #expect(throws: MetricError.noNegatives) { try Ranks(of: [1], among: []) }
    #expect(throws: MetricError.notFinite(count: 1)) { try Ranks(of: [.nan], among: [1]) }
    #expect(throws: MetricError.noPositives) {
      try ClassificationScores(predicted: [], actual: [], labelCount: 2)
    }
  }

  @Test func `hits need a rank from 1 on`() throws {
    let ranks = try Ranks(of: [1], among: [0, 2])
    #expect(try ranks.hits(at: 1) == 0)
    #expect(throws: OptionError.self) { try ranks.hits(at: 0) }
  }

  @Test func `counting items twice is the same as giving them twice`() throws {
    let scores = try RankedScores(positives: [3, 1, 2], negatives: [2, 0])
    let weighted = scores.summary(weights: [2, 1, 0, 1, 3])
    let repeated = try RankedScores(positives: [3, 3, 1], negatives: [2, 0, 0, 0])
    #expect(weighted.areaUnderCurve == repeated.areaUnderCurve)
    #expect(weighted.averagePrecision == repeated.averagePrecision)
  }
}
