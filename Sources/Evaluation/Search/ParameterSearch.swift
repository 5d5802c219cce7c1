public import EmbeddingTables
internal import Graphs

/// Finds the candidate whose embedding predicts validation edges best, by successive halving.
///
/// Only a `TuningSplit` comes in: the test is never seen. The plan is fixed before the search, and
/// the time that anything takes has no part in it, so that the same candidates, split and seed give
/// the same result.
public struct ParameterSearch: Sendable {
  /// How a candidate did in a round.
  public struct Score: Sendable, Equatable {
    /// Which candidate.
    public let candidate: Int
    /// Which round, from 0.
    public let round: Int
    /// The area under the curve on the validation edges, of the best operator.
    public let area: Double
    /// The best operator.
    public let edgeOperator: EdgeOperator
  }

  private let plan: HalvingPlan
  private let operators: [EdgeOperator]
  private let cost: Double
  private let threadCount: Int

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - plan: How many candidates are tried how hard.
  ///   - operators: The operators that may be used; at least one.
  ///   - cost: *C* of the logistic regression.
  ///   - threadCount: The largest number of threads; it does not change the result.
  public init(plan: HalvingPlan, operators: [EdgeOperator], cost: Double, threadCount: Int) {
    precondition(!operators.isEmpty, "an operator is needed")
    self.plan = plan
    self.operators = operators
    self.cost = cost
    self.threadCount = threadCount
  }

  /// Searches.
  ///
  /// - Parameters:
  ///   - split: What to learn from and what to compare on.
  ///   - onScore: Called after each score.
  ///   - embed: Makes the embedding of a candidate with an effort in 0...1.
  /// - Returns: The scores of the last round that each candidate was in, best first: by round, by
  ///   area, by number.
  /// - Throws: `LinkPredictionError`, `MetricError`, and what `embed` throws.
  public func run(
    on split: TuningSplit, onScore: (Score) -> Void = { _ in },
    embed: (_ candidate: Int, _ effort: Double, _ residual: ResidualGraph) throws -> Embedding
  ) throws -> [Score] {
    var contenders = Array(0..<plan.rounds[0].candidateCount)
    var latest: [Score] = []
    for (number, round) in plan.rounds.enumerated() {
      contenders = Array(contenders.prefix(round.candidateCount))
      if !contenders.contains(0) { contenders.append(0) }
      var scores: [Score] = []
      for candidate in contenders {
        let embedding = try embed(candidate, round.effort, split.residual)
        let score = try score(candidate, round: number, embedding, split)
        onScore(score)
        scores.append(score)
      }
      scores.sort { ($1.area, $0.candidate) < ($0.area, $1.candidate) }
      contenders = scores.map(\.candidate)
      let going = Set(contenders)
      latest = scores + latest.filter { !going.contains($0.candidate) }
    }
    return latest
  }

  private func score(
    _ candidate: Int, round: Int, _ embedding: Embedding, _ split: TuningSplit
  ) throws -> Score {
    guard embedding.count == split.residual.graph.nodeCount else {
      throw LinkPredictionError.wrongVectorCount(
        found: embedding.count, nodeCount: split.residual.graph.nodeCount)
    }
    let scorers = PairScorer.all(
      operators, on: embedding, training: split.training, cost: cost, threadCount: threadCount)
    let areas = try scorers.map { scorer in
      try RankedScores(
        positives: scorer.scores(of: split.validation.positives, threadCount: threadCount),
        negatives: scorer.scores(of: split.validation.negatives, threadCount: threadCount)
      ).areaUnderCurve
    }
    let best = areas.indices.reduce(0) { areas[$1] > areas[$0] ? $1 : $0 }
    return Score(
      candidate: candidate, round: round, area: areas[best], edgeOperator: operators[best])
  }
}
