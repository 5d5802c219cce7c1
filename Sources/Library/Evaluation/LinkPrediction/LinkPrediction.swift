public import EmbeddingTables
public import Errors
public import Graphs
internal import Names
public import Parallel
internal import RandomNumbers

/// An experiment that removes edges from a graph, embeds the rest, and predicts the removed edges.
///
/// Everything that learns is given a `ResidualGraph`, never the full graph. Classifiers are trained
/// on the split's training pairs, operators are compared on its validation pairs, and both are
/// scored once on its test pairs, along with every heuristic on the same residual graph and the
/// same pairs.
///
/// ```swift
/// let report = try LinkPrediction().run(on: graph) { residual, seed in
///   try Node2Vec(dimensions: 64, seed: seed).embed(residual.graph)
/// }
/// print(report.text)
/// ```
public struct LinkPrediction: Sendable {
  /// The stages of the experiment.
  public enum Stage: Sendable, Equatable {
    /// Removing edges.
    case splitting
    /// Waiting for the embedding.
    case embedding
    /// Training classifiers and scoring pairs.
    case scoring
    /// Resampling the test pairs to compute intervals.
    case measuring
  }

  private let options: LinkPredictionOptions
  private let threadCount: Int

  /// Prepares an experiment.
  ///
  /// - Parameters:
  ///   - options: The settings of the experiment.
  ///   - threadCount: The maximum number of threads, at least 1; it does not change the report.
  /// - Throws: `OptionError` if an option is out of range.
  public init(
    options: LinkPredictionOptions = LinkPredictionOptions(), threadCount: Int = processorCount
  ) throws(OptionError) {
    try options.validate()
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    self.options = options
    self.threadCount = threadCount
  }

  /// Runs the experiment.
  ///
  /// - Parameters:
  ///   - graph: The full graph.
  ///   - times: The times of its edges, for a temporal split.
  ///   - onStage: Called when a stage of a repetition, counted from 0, begins.
  ///   - embed: Makes an embedding of the residual graph from a seed. Its rows are the nodes, in
  ///     their order. Called once per repetition.
  /// - Returns: The report.
  /// - Throws: `EdgeSplitError` if the graph cannot be split as requested, `LinkPredictionError`,
  ///   what `embed` throws, and `CancellationError` if the current task is canceled.
  public func run(
    on graph: Graph, times: EdgeTimes? = nil,
    onStage: (_ repetition: Int, _ stage: Stage) -> Void = { _, _ in },
    embed: (_ residual: ResidualGraph, _ seed: UInt64) throws -> Embedding
  ) throws -> LinkPredictionReport {
    var splits: [LinkPredictionReport.Split] = []
    var results: [SplitResult] = []
    for repetition in 0..<options.repetitionCount {
      func begin(_ stage: Stage) throws(CancellationError) {
        if Task.isCancelled { throw CancellationError() }
        onStage(repetition, stage)
      }
      let seed = Self.seed(of: repetition, from: options.seed)
      try begin(.splitting)
      let split = try EdgeSplit(of: graph, options: options.split, times: times, seed: seed)
      try begin(.embedding)
      let embedding = try embed(split.residual, seed)
      guard embedding.count == graph.nodeCount else {
        throw LinkPredictionError.wrongVectorCount(
          found: embedding.count, nodeCount: graph.nodeCount)
      }
      if let row = embedding.firstRowThatIsNotFinite {
        throw LinkPredictionError.notFinite(node: graph.names[row])
      }
      try begin(.scoring)
      let scorers = try PairScorer.all(
        options.operators, on: embedding, training: split.training, cost: options.cost,
        threadCount: threadCount)
      let scores = try self.scores(of: split.test, by: scorers, in: split.residual)
      let validationAreas = try split.validation.map { validation in
        let scores = try self.scores(of: validation, by: scorers, in: split.residual)
        return try Self.areas(of: scores, positiveCount: validation.positives.count)
      }
      try begin(.measuring)
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

  /// Runs the experiment asynchronously, on a thread outside of Swift's own pool.
  ///
  /// Canceling the task ends the experiment within a tenth of a second, provided that `embed` ends
  /// as quickly. On graphs of tens of millions of edges, copying the graph and sorting scores take
  /// longer and are not interrupted.
  ///
  /// - Parameters:
  ///   - graph: The full graph.
  ///   - times: The times of its edges, for a temporal split.
  ///   - onStage: Called when a stage of a repetition, counted from 0, begins.
  ///   - embed: Makes an embedding of the residual graph from a seed. Its rows are the nodes, in
  ///     their order. Called once per repetition, in the task, so that it sees its cancellation.
  /// - Returns: The report.
  /// - Throws: What the synchronous form throws.
  public func run(
    on graph: Graph, times: EdgeTimes? = nil,
    onStage: @escaping @Sendable (_ repetition: Int, _ stage: Stage) -> Void = { _, _ in },
    embed: @escaping @Sendable (_ residual: ResidualGraph, _ seed: UInt64) throws -> Embedding
  ) async throws -> LinkPredictionReport {
    try await awaited { try run(on: graph, times: times, onStage: onStage, embed: embed) }
  }

  /// The first repetition uses the seed itself, so that its split is that of the seed.
  private static func seed(of repetition: Int, from seed: UInt64) -> UInt64 {
    guard repetition > 0 else { return seed }
    var generator = SplitMix64(seed: seed, for: .repetition, repetition)
    return generator.next()
  }

  private func scores(
    of sample: PairSample, by scorers: [PairScorer], in residual: ResidualGraph
  ) throws(CancellationError) -> [[Double]] {
    let pairs = sample.positives + sample.negatives
    return try scorers.map { scorer throws(CancellationError) in
      try scorer.scores(of: pairs, threadCount: threadCount)
    } + Heuristic.scores(of: pairs, in: residual, threadCount: threadCount)
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
