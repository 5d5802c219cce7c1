public import EmbeddingTables
public import Errors
public import Graphs
internal import Names
internal import Parallel
internal import RandomNumbers

/// The experiment: take edges out of a graph, embed what is left, and find the edges again.
///
/// What learns is handed a `ResidualGraph` and never the graph. Classifiers are trained on the
/// split's training pairs, operators compared on its validation pairs, and both scored once on its
/// test pairs, beside every heuristic on the same residual graph and the same pairs.
public struct LinkPrediction: Sendable {
  /// What the experiment is doing.
  public enum Stage: Sendable, Equatable {
    /// It takes edges out.
    case splitting
    /// It waits for the embedding.
    case embedding
    /// It trains classifiers and scores pairs.
    case scoring
    /// It draws the test pairs anew for the intervals.
    case measuring
  }

  private let options: LinkPredictionOptions
  private let threadCount: Int

  /// Prepares an experiment.
  ///
  /// - Parameters:
  ///   - options: How link prediction is tried.
  ///   - threadCount: The largest number of threads; it does not change the report.
  /// - Throws: `OptionError` when an option is out of its range.
  public init(
    options: LinkPredictionOptions, threadCount: Int
  ) throws(OptionError) {
    try options.validate()
    self.options = options
    self.threadCount = threadCount
  }

  /// Runs the experiment.
  ///
  /// - Parameters:
  ///   - graph: The full graph.
  ///   - times: The times of its edges, for a temporal split.
  ///   - onStage: Called when a stage of a repetition, counted from 0, begins.
  ///   - embed: Makes an embedding of what is left of the graph, with a seed. Its rows are the nodes,
  ///     in their order. Called once for each repetition.
  /// - Returns: The report.
  /// - Throws: `EdgeSplitError` when the graph cannot be split as asked, `LinkPredictionError`, and
  ///   what `embed` throws.
  public func run(
    on graph: Graph, times: EdgeTimes? = nil,
    onStage: (_ repetition: Int, _ stage: Stage) -> Void = { _, _ in },
    embed: (_ residual: ResidualGraph, _ seed: UInt64) throws -> Embedding
  ) throws -> LinkPredictionReport {
    var splits: [LinkPredictionReport.Split] = []
    var results: [SplitResult] = []
    for repetition in 0..<options.repetitionCount {
      let seed = Self.seed(of: repetition, from: options.seed)
      onStage(repetition, .splitting)
      let split = try EdgeSplit(of: graph, options: options.split, times: times, seed: seed)
      onStage(repetition, .embedding)
      let embedding = try embed(split.residual, seed)
      guard embedding.count == graph.nodeCount else {
        throw LinkPredictionError.wrongVectorCount(
          found: embedding.count, nodeCount: graph.nodeCount)
      }
      if let row = embedding.firstRowThatIsNotFinite {
        throw LinkPredictionError.notFinite(node: graph.names[row])
      }
      onStage(repetition, .scoring)
      let scorers = PairScorer.all(
        options.operators, on: embedding, training: split.training, cost: options.cost,
        threadCount: threadCount)
      let scores = self.scores(of: split.test, by: scorers, in: split.residual)
      let validationAreas = try split.validation.map { validation in
        let scores = self.scores(of: validation, by: scorers, in: split.residual)
        return try Self.areas(of: scores, positiveCount: validation.positives.count)
      }
      onStage(repetition, .measuring)
      let bootstrap = Bootstrap(
        sampleCount: options.bootstrapSampleCount, seed: seed, threadCount: threadCount)
      results.append(
        try SplitResult(
          methods: options.operators.map { .embedding($0) }
            + Heuristic.allCases.map { .heuristic($0) },
          scores: scores, positiveCount: split.test.positives.count,
          validationAreas: validationAreas, hitRanks: options.hitRanks, bootstrap: bootstrap))
      splits.append(LinkPredictionReport.Split(split, seed: seed))
    }
    return LinkPredictionReport(options: options, splits: splits, results: results)
  }

  /// The first repetition has the seed itself, so that its split is that of the seed.
  private static func seed(of repetition: Int, from seed: UInt64) -> UInt64 {
    guard repetition > 0 else { return seed }
    var generator = SplitMix64(seed: seed, for: .repetition, repetition)
    return generator.next()
  }

  private func scores(
    of sample: PairSample, by scorers: [PairScorer], in residual: ResidualGraph
  ) -> [[Double]] {
    let pairs = sample.positives + sample.negatives
    return scorers.map { $0.scores(of: pairs, threadCount: threadCount) }
      + Heuristic.scores(of: pairs, in: residual, threadCount: threadCount)
  }

  private static func areas(
    of scores: [[Double]], positiveCount: Int
  ) throws(MetricError) -> [Double] {
    var areas: [Double] = []
    for scores in scores {
      let ranked = try RankedScores(
        positives: Array(scores.prefix(positiveCount)),
        negatives: Array(scores.dropFirst(positiveCount)))
      areas.append(ranked.areaUnderCurve)
    }
    return areas
  }
}

extension LinkPredictionReport.Split {
  fileprivate init(_ split: EdgeSplit, seed: UInt64) {
    func counts(_ sample: PairSample?) -> [Int] {
      [sample?.positives.count ?? 0, sample?.negatives.count ?? 0]
    }
    self.init(
      seed: seed, residualEdgeCount: split.residual.graph.edgeCount,
      trainingCounts: counts(split.training), validationCounts: counts(split.validation),
      testCounts: counts(split.test), leftOutCount: split.leftOutCount,
      joinsTwoSides: split.joinsTwoSides)
  }
}
