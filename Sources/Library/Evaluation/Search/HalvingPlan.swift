internal import Algorithms

/// A plan of successive halving: little effort for all candidates, more for the better ones.
///
/// The first candidate, which stands for no search at all, is in every round.
///
/// K. Jamieson, A. Talwalkar: Non-Stochastic Best Arm Identification and Hyperparameter
/// Optimization, AISTATS 2016.
package struct HalvingPlan: Sendable, Equatable {
  /// Candidates that are tried with equal effort.
  package struct Round: Sendable, Equatable {
    /// The number of candidates.
    package let candidateCount: Int
    /// The effort for each of them, as a share of the full effort.
    package let effort: Double
  }

  /// The rounds, the last one with full effort.
  package let rounds: [Round]

  /// One in three candidates advances to the next round, with three times the effort.
  package static let factor = 3

  /// Plans the rounds for a number of candidates.
  ///
  /// - Parameter trialCount: The number of candidates, at least 1. Fewer than three give one round,
  ///   fewer than nine give two, more give three.
  package init(trialCount: Int) {
    precondition(trialCount >= 1, "at least one candidate is tried")
    let roundCount = trialCount < 3 ? 1 : trialCount < 9 ? 2 : 3
    var rounds: [Round] = []
    var count = trialCount
    var effort = 1.0
    for _ in 1..<roundCount { effort /= Double(Self.factor) }
    for _ in 0..<roundCount {
      rounds.append(Round(candidateCount: count, effort: effort))
      count = count.dividedRoundingUp(by: Self.factor)
      effort *= Double(Self.factor)
    }
    // Products of thirds are only close to one; the last round is exactly one.
    rounds[roundCount - 1] = Round(
      candidateCount: rounds[roundCount - 1].candidateCount, effort: 1)
    self.rounds = rounds
  }

  /// The maximum cost of the plan.
  ///
  /// - Parameter costs: The cost of each candidate at full effort, one per candidate of the plan.
  /// - Returns: The cost if the most expensive candidates advance together with the first.
  package func largestCost(of costs: [Double]) -> Double {
    let descending = costs.dropFirst().sorted(by: >)
    return rounds.reduce(0) { sum, round in
      let others = rounds.count == 1 ? round.candidateCount - 1 : round.candidateCount
      return sum + round.effort * (costs[0] + descending.prefix(others).reduce(0, +))
    }
  }

  /// The plan with the most candidates that stays within a budget.
  ///
  /// - Parameters:
  ///   - budget: The cost not to exceed.
  ///   - costs: The costs of all candidates at full effort, in the order in which they are tried.
  /// - Returns: A plan for the first of the candidates; for one candidate if even two are too
  ///   expensive.
  package static func largest(within budget: Double, costs: [Double]) -> HalvingPlan {
    let fitting = costs.indices.last { index in
      HalvingPlan(trialCount: index + 1).largestCost(of: Array(costs[...index])) <= budget
    }
    return HalvingPlan(trialCount: (fitting ?? 0) + 1)
  }
}
