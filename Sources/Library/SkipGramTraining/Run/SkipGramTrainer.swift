internal import Algorithms
internal import Graphs
public import Parallel
public import RandomWalks

/// Trains vectors of nodes to predict which nodes the walks pair them with.
///
/// By default, the objective is skip-gram with negative sampling: for a pair of nodes with center
/// vector *u* and context vector *v*, and negative samples with context vectors *v*₁ to *v*ₖ, a
/// step of gradient descent on −log σ(*u*·*v*) − Σ log σ(−*u*·*vₖ*).
///
/// The nodes are then split into *P* blocks. The pairs of an episode, which is a part of the walks,
/// are sorted into *P* × *P* buckets by the blocks of their center and context. In shift *s*, the
/// buckets (*u*, (*u* + *s*) mod *P*) have no row in common. Any number of threads can train them,
/// and those of the next shift as soon as the buckets before them are done, without locks and
/// without races, and the result is identical bit for bit. Negative samples come from the context
/// block of the bucket.
///
/// T. Mikolov et al.: Distributed Representations of Words and Phrases and their Compositionality,
/// NIPS 2013. The grid of blocks: Z. Zhu et al., GraphVite: A High-Performance CPU-GPU Hybrid
/// System for Node Embedding, WWW 2019; here with many small episodes, on threads.
public struct SkipGramTrainer: Sendable {
  let options: SkipGramOptions
  private let seed: UInt64
  let threadCount: Int

  /// Creates a trainer.
  ///
  /// - Parameters:
  ///   - options: The objective and the length of training.
  ///   - seed: The seed of all random numbers.
  ///   - threadCount: The maximum number of threads; it does not change the result.
  /// - Throws: `OptionError` if an option is out of range, or `threadCount` is below 1.
  public init(
    options: SkipGramOptions, seed: UInt64, threadCount: Int = processorCount
  ) throws(OptionError) {
    try options.validate()
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    self.options = options
    self.seed = seed
    self.threadCount = threadCount
  }

  /// Trains vectors for the nodes of a corpus.
  ///
  /// - Parameters:
  ///   - corpus: The walks.
  ///   - start: The initial vectors; random ones by default.
  ///   - checkpoints: Where and how often to save checkpoints; none by default.
  ///   - onProgress: Called after every step, on the calling thread.
  ///   - shouldStop: Called after every step, on the calling thread; returns whether to stop the
  ///     run.
  /// - Returns: The trained vectors.
  /// - Throws: `TrainingError` if training diverges, is stopped, or a checkpoint cannot be used
  ///   or, at the start or the stop of the run, written;
  ///   `OptionError` if the walks have more nodes than can be counted; `EmbeddingError.noMemory` or
  ///   `MemoryError` if there is not enough memory; `CancellationError` soon after the current task
  ///   is canceled.
  /// - Complexity: O(*n* · *w* · *d* · (*k* + 1)) for *n* nodes in the walks, window *w*, *d*
  ///   dimensions and *k* negative samples. Memory: see `memoryEstimate(for:)`.
  public func train(
    on corpus: WalkCorpus, from start: WarmStart? = nil, checkpoints: Checkpoints? = nil,
    onProgress: (TrainingProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws -> SkipGramModel {
    try requireCountable(corpus)
    return try run(
      on: corpus, from: start, checkpoints: checkpoints, onProgress: onProgress,
      shouldStop: shouldStop)
  }

  /// Trains vectors for the nodes of walks that were read.
  ///
  /// If a `WalkCorpus` has the same walks in the same order, and its seed is that of the trainer,
  /// the vectors are the same. The loss is that of some of the walks, since there are no others; a
  /// node that is in no walk keeps its initial vector.
  ///
  /// - Parameters:
  ///   - walks: The walks.
  ///   - start: The initial vectors; random ones by default.
  ///   - checkpoints: Where and how often to save checkpoints; none by default.
  ///   - onProgress: Called after every step, on the calling thread.
  ///   - shouldStop: Called after every step, on the calling thread; returns whether to stop the
  ///     run.
  /// - Returns: The trained vectors.
  /// - Throws: What the other form throws.
  public func train(
    on walks: RecordedWalks, from start: WarmStart? = nil, checkpoints: Checkpoints? = nil,
    onProgress: (TrainingProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws -> SkipGramModel {
    try requireCountable(walks)
    return try run(
      on: RecordedCorpus(walks: walks, seed: seed), from: start, checkpoints: checkpoints,
      onProgress: onProgress, shouldStop: shouldStop)
  }

  private func run(
    on corpus: any Corpus, from start: WarmStart?, checkpoints: Checkpoints?,
    onProgress: (TrainingProgress) -> Void, shouldStop: () -> Bool
  ) throws -> SkipGramModel {
    if let start, start.dimensions != options.dimensions {
      throw TrainingError.initialDimensions(start.dimensions, expected: options.dimensions)
    }
    let cancellation = Cancellation()
    let frequencies = try corpus.nodeFrequencies(threadCount: threadCount)
    let plan = TrainingPlan(
      options: options, seed: seed, threadCount: threadCount,
      layout: BlockLayout(
        nodeCount: corpus.nodeCount, dimensions: options.dimensions, seed: seed),
      frequencies: frequencies, cancellation: cancellation)
    let tables = try BlockTables(plan, start: start)
    try cancellation.check()
    let maker = ExampleMaker(plan)
    let run = TrainingRun(
      plan: plan, corpus: corpus, window: plan.window, tokenCount: plan.tokenCount,
      heldOut: HeldOutSample(of: corpus, plan, maker: maker), start: start,
      checkpoints: checkpoints,
      file: checkpoints.map {
        CheckpointFile(directory: $0.directory, job: job(frequencies: frequencies, start: start))
      })
    if options.isGridTrained {
      var grid = GridSchedule(plan)
      try run.train(tables, by: &grid, shouldStop: shouldStop, onProgress: onProgress)
    } else {
      var order = WalkOrderSchedule(plan, maker: maker)
      try run.train(tables, by: &order, shouldStop: shouldStop, onProgress: onProgress)
    }
    return SkipGramModel(tables: tables)
  }

  /// Throws if the walks have more pairs than can be counted.
  func requireCountable(_ corpus: WalkCorpus) throws(OptionError) {
    try requireCountable(
      corpus.nodeCount,
      times: [("walksPerNode", corpus.walksPerNode), ("walkLength", corpus.walkLength)])
  }

  /// Throws if the walks have more pairs than can be counted.
  func requireCountable(_ walks: RecordedWalks) throws(OptionError) {
    try requireCountable(walks.tokenCount, times: [])
  }

  private func requireCountable(
    _ count: Int, times factors: [(String, Int)]
  ) throws(OptionError) {
    var count = count
    let training = [("epochCount", options.epochCount), ("windowSize", 2 * options.windowSize)]
    for (option, factor) in factors + training {
      let (product, overflows) = count.multipliedReportingOverflow(by: factor)
      try OptionError.require(
        !overflows, option, factor, "such that the pairs of all walks are fewer than 2^63")
      count = product
    }
  }

  /// A number that identifies the run: equal for equal options, seed, walks and initial vectors.
  private func job(frequencies: [Int], start: WarmStart?) -> UInt64 {
    var checksum = Digest()
    checksum.add("\(options) \(seed)".utf8Span.span)
    for frequency in frequencies { checksum.add(UInt64(frequency)) }
    if let start {
      checksum.add(start.anchoring.bitPattern)
      for node in frequencies.indices {
        checksum.add(start.isFrozen[node] ? 1 : 0)
        for element in start.vector(of: node) ?? [] { checksum.add(UInt64(element.bitPattern)) }
      }
    }
    return checksum.value
  }
}

extension SkipGramOptions {
  /// Whether the steps of the objective can be split such that they share no rows.
  var isGridTrained: Bool { model == .skipGram && outputLayer == .negativeSampling }
}
