package import EmbeddingTables
internal import Graphs

/// Finds the candidate whose embedding predicts validation edges best, by successive halving.
///
/// It is only given a `TuningSplit`, so that it never sees the test. The plan is fixed before the
/// search and does not depend on running times, so that the same candidates, split and seed give
/// the same result.
package struct ParameterSearch: Sendable {
  /// The score of a candidate in a round.
  package struct Score: Sendable, Equatable {
    /// The number of the candidate.
    package let candidate: Int
    /// The number of the round, from 0.
    package let round: Int
    /// The area under the ROC curve on the validation edges, with the best operator.
    package let area: Double
    /// The range of the area in 95 % of resamples of the validation pairs.
    package let interval: Interval
    /// The best operator.
    package let edgeOperator: EdgeOperator
    /// The area for each draw; the draws are the same for every candidate.
    let samples: [Double]

    /// Compares a candidate with another on the same validation pairs.
    ///
    /// - Parameter other: The score of the other candidate.
    /// - Returns: The difference of the areas, and half of its 95 % interval: 1.96 times its
    ///   bootstrap error.
    package func difference(from other: Score) -> (area: Double, margin: Double) {
      let differences = Spread(of: zip(samples, other.samples).map { $0 - $1 })
      return (area - other.area, 1.96 * differences.deviation)
    }
  }

  /// The number of times that the validation pairs are resampled for the intervals.
  package static let bootstrapSampleCount = 200

  private let plan: HalvingPlan
  private let operators: [EdgeOperator]
  private let cost: Double
  private let seed: UInt64
  private let threadCount: Int

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - plan: How many candidates to try with how much effort.
  ///   - operators: The operators to try; at least one.
  ///   - cost: *C* of the logistic regression.
  ///   - seed: The seed of the intervals.
  ///   - threadCount: The maximum number of threads; it does not change the result.
  package init(
    plan: HalvingPlan, operators: [EdgeOperator], cost: Double, seed: UInt64 = 1, threadCount: Int
  ) {
    precondition(!operators.isEmpty, "an operator is needed")
    self.plan = plan
    self.operators = operators
    self.cost = cost
    self.seed = seed
    self.threadCount = threadCount
  }

  /// Runs the search.
  ///
  /// - Parameters:
  ///   - split: What to learn from and what to compare on.
  ///   - onScore: Called after each score.
  ///   - embed: Makes the embedding of a candidate with an effort in 0...1.
  /// - Returns: The score of each candidate in the last round that it was in, best first: by round,
  ///   by area, by number.
  /// - Throws: `LinkPredictionError`, `MetricError`, what `embed` throws, and `CancellationError`
  ///   if the current task is canceled.
  package func run(
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
        try Task.checkCancellation()
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
    let scorers = try PairScorer.all(
      operators, on: embedding, training: split.training, cost: cost, threadCount: threadCount)
    let rankings = try scorers.map { scorer in
      try RankedScores(
        positives: try scorer.scores(of: split.validation.positives, threadCount: threadCount),
        negatives: try scorer.scores(of: split.validation.negatives, threadCount: threadCount))
    }
    let areas = rankings.map(\.areaUnderCurve)
    let best = areas.indices.reduce(0) { areas[$1] > areas[$0] ? $1 : $0 }
    let samples = try Bootstrap(
      sampleCount: Self.bootstrapSampleCount, seed: seed, threadCount: threadCount
    ).metrics(of: [rankings[best]])[0].map(\.areaUnderCurve)
    return Score(
      candidate: candidate, round: round, area: areas[best], interval: Interval(of: samples),
      edgeOperator: operators[best], samples: samples)
  }
}
