import Graphs
import NodeEmbedding
import RandomNumbers
import Testing

@testable import Evaluation

@Suite struct ParameterSearchTests {
  static let third: Double = 1 / 3.0
  static let plans: [(Int, [Int], [Double])] = [
    (1, [1], [1]), (2, [2], [1]), (3, [3, 1], [third, 1]), (8, [8, 3], [third, 1]),
    (9, [9, 3, 1], [third * third, third, 1]), (20, [20, 7, 3], [third * third, third, 1]),
  ]

  @Test(arguments: plans)
  func `a third goes on with three times the effort`(
    trialCount: Int, counts: [Int], efforts: [Double]
  ) {
    let plan = HalvingPlan(trialCount: trialCount)
    #expect(plan.rounds.map(\.candidateCount) == counts)
    #expect(agrees(plan.rounds.map(\.effort), efforts))
    #expect(plan.rounds.last?.effort == 1)
  }

  @Test func `a plan stays within its budget`() {
    let costs = (0..<300).map { 1 + Double($0 * 37 % 11) }
    for budget in [0.5, 3, 20, 100, 300] {
      let plan = HalvingPlan.largest(within: budget, costs: costs)
      let count = plan.rounds[0].candidateCount
      #expect(count < 300)
      if count > 1 {
        #expect(plan.largestCost(of: Array(costs[..<count])) <= budget)
        #expect(HalvingPlan(trialCount: count + 1).largestCost(of: Array(costs[...count])) > budget)
      }
    }
    #expect(HalvingPlan.largest(within: 0, costs: costs) == HalvingPlan(trialCount: 1))
  }

  /// A split of groups of nodes, and vectors that show the groups with noise.
  static func search(
    trialCount: Int, operators: [EdgeOperator] = [.dot, .euclidean], cost: Double = 1,
    noise: (_ candidate: Int, _ effort: Double) -> Double,
    onEmbed: (Int, Double) -> Void = { _, _ in }
  ) throws -> [ParameterSearch.Score] {
    var options = EdgeSplitOptions()
    options.testShare = 0.2
    options.validationShare = 0.2
    let graph = LinkPredictionTests.groups(seed: 4)
    let tuning = try #require(
      TuningSplit(EdgeSplit(of: graph, options: options, seed: 1)))
    return try ParameterSearch(
      plan: HalvingPlan(trialCount: trialCount), operators: operators, cost: cost,
      threadCount: 2
    ).run(on: tuning) { candidate, effort, residual in
      onEmbed(candidate, effort)
      var generator = SplitMix64(seed: UInt64(candidate))
      let spread = noise(candidate, effort)
      return Embedding(
        names: residual.graph.names, dimensions: 15,
        vectors: (0..<300 * 15).map { index in
          let isGroup = index / 15 / 20 == index % 15
          return Float((isGroup ? 1 : 0) + spread * (generator.nextUnit() - 0.5))
        })
    }
  }

  @Test func `a learned operator learns at the given cost`() throws {
    let areas = try [1e-6, 1].map { cost in
      try Self.search(trialCount: 1, operators: [.hadamard], cost: cost) { _, _ in 1 }.map(\.area)
    }
    #expect(areas[0] != areas[1])
  }

  @Test func `the best candidate wins, and the given one is in every round`() throws {
    var calls: [(Int, Double)] = []
    let scores = try Self.search(trialCount: 9) { candidate, _ in
      candidate == 5 ? 0.1 : candidate == 0 ? 6 : 3
    } onEmbed: {
      calls.append(($0, $1))
    }
    #expect(scores[0].candidate == 5)
    #expect(scores[0].round == 2)
    #expect(scores[0].area > 0.85)
    #expect(Set(scores.map(\.candidate)) == Set(0..<9))
    #expect(calls.filter { $0.0 == 0 }.count == 3)
    #expect(calls.filter { $0.1 == 1 }.map(\.0).sorted() == [0, 5])
  }

  @Test func `a score has an interval, and differences are those of the same draws`() throws {
    // Of the two candidates the second has little noise.
    let scores = try Self.search(trialCount: 2) { candidate, _ in candidate == 1 ? 0.1 : 4 }
    let (best, given) = (scores[0], scores[1])
    #expect(best.candidate == 1)
    for score in scores {
      #expect(score.interval.low < score.area && score.area < score.interval.high)
      #expect(score.interval.high - score.interval.low < 0.2)
    }
    let (area, margin) = best.difference(from: given)
    #expect(area == best.area - given.area)
    #expect(margin > 0 && area > margin)
    #expect(best.difference(from: best) == (0, 0))
  }

  @Test func `the same search gives the same scores`() throws {
    let first = try Self.search(trialCount: 5) { candidate, _ in Double(candidate) }
    let second = try Self.search(trialCount: 5) { candidate, _ in Double(candidate) }
    #expect(first == second)
  }

  @Test func `what is tuned on has no test`() throws {
    var options = EdgeSplitOptions()
    options.testShare = 0.3
    let graph = LinkPredictionTests.groups(seed: 4)
    #expect(try TuningSplit(EdgeSplit(of: graph, options: options, seed: 1)) == nil)
    options.validationShare = 0.1
    let split = try EdgeSplit(of: graph, options: options, seed: 1)
    let tuning = try #require(TuningSplit(split))
    let test = Set(split.test.positives)
    #expect(test.isDisjoint(with: tuning.residual.graph.pairs))
    #expect(test.isDisjoint(with: tuning.training.positives + tuning.validation.positives))
  }
}
