internal import Graphs
internal import ParallelLoops
public import RandomWalks

/// Trains the vectors of nodes so that they predict which nodes walks pair them with.
///
/// The objective is skip-gram with negative sampling: for a pair of nodes with centre vector *u*
/// and context vector *v*, and for negative samples with context vectors *v*₁ to *v*ₖ, a step of
/// gradient descent on −log σ(*u*·*v*) − Σ log σ(−*u*·*vₖ*).
///
/// Nodes are cut into *P* blocks. The pairs of an episode, a part of the walks, are sorted into
/// *P* × *P* buckets by the blocks of their centre and context. In step *s* the buckets
/// (*u*, (*u* + *s*) mod *P*) have no row in common: any number of threads may take them, without
/// locks and without races, and the result is the same to the last bit. Negative samples come from
/// the bucket's own context block.
///
/// T. Mikolov et al.: Distributed Representations of Words and Phrases and their Compositionality,
/// NIPS 2013. The grid of blocks: Z. Zhu et al., GraphVite: A High-Performance CPU-GPU Hybrid System
/// for Node Embedding, WWW 2019; here with many small episodes, on threads.
public struct SkipGramTrainer: Sendable {
  private let options: SkipGramOptions
  private let seed: UInt64
  private let threadCount: Int

  /// Creates a trainer.
  ///
  /// - Parameters:
  ///   - options: The objective and the length of training.
  ///   - seed: The seed of all random numbers.
  ///   - threadCount: The largest number of threads; it does not change the result.
  /// - Precondition: The options lie in their ranges.
  public init(options: SkipGramOptions, seed: UInt64, threadCount: Int) {
    do { try options.validate() } catch { preconditionFailure("\(error)") }
    self.options = options
    self.seed = seed
    self.threadCount = threadCount
  }

  /// Trains vectors for the nodes of a corpus.
  ///
  /// - Parameters:
  ///   - corpus: The walks.
  ///   - onProgress: Called after every step, on the calling thread.
  /// - Returns: The trained vectors.
  /// - Complexity: O(*n* · *w* · *d* · (*k* + 1)) for *n* nodes in the walks, window *w*, *d*
  ///   dimensions and *k* negative samples. Memory: two tables, one episode of pairs (4 bytes each,
  ///   at most 32 million) and a constant.
  public func train(
    on corpus: WalkCorpus, onProgress: (TrainingProgress) -> Void = { _ in }
  ) -> SkipGramModel {
    let layout = BlockLayout(
      nodeCount: corpus.graph.nodeCount, dimensions: options.dimensions, seed: seed)
    let frequencies = corpus.nodeFrequencies(threadCount: threadCount)
    let window = Window(options: options, frequencies: frequencies)
    let sampler = NegativeSampler(
      frequencies: frequencies, exponent: options.negativeExponent, layout: layout)
    let tables = BlockTables(layout: layout, dimensions: options.dimensions, seed: seed)
    var pairs = PairBuckets(blockCount: layout.blockCount)

    let tokenCount = frequencies.reduce(0, +) * options.epochCount
    let walkCount = corpus.walkCount * options.epochCount
    let episodeCount = Self.episodeCount(
      walkCount: walkCount, pairCount: tokenCount * window.pairsPerToken)
    var loss: Double?
    for episode in 0..<episodeCount {
      let walks = part(episode, of: episodeCount, in: walkCount)
      pairs.fill(
        from: chunks(walks, of: corpus, layout: layout, window: window), threadCount: threadCount)
      var sample = LossSample()
      for shift in 0..<layout.blockCount {
        let done =
          (Double(episode) + Double(shift) / Double(layout.blockCount)) / Double(episodeCount)
        let step = Step(
          episode: episode, shift: shift, rate: Float(options.learningRate(at: done)),
          negativeSampleCount: options.negativeSampleCount, seed: seed, sampler: sampler)
        sample += step.train(tables, on: pairs, threadCount: threadCount)
        onProgress(
          TrainingProgress(
            fraction: done + 1 / Double(layout.blockCount * episodeCount),
            tokenCount: Int(done * Double(tokenCount)), loss: loss))
      }
      loss = sample.mean ?? loss
    }
    return SkipGramModel(tables: tables)
  }

  /// Enough episodes for the order of training to leave no trace in quality, and for one episode's
  /// pairs to fit in memory.
  private static func episodeCount(walkCount: Int, pairCount: Int) -> Int {
    let largestPairCount = 1 << 25
    return min(walkCount, max(20, (pairCount + largestPairCount - 1) / largestPairCount))
  }

  private func part(_ index: Int, of count: Int, in total: Int) -> Range<Int> {
    total * index / count..<total * (index + 1) / count
  }

  private func chunks(
    _ walks: Range<Int>, of corpus: WalkCorpus, layout: BlockLayout, window: Window
  ) -> [WalkChunk] {
    let count = min(walks.count, 4 * threadCount)
    return concurrentMap(count, threadCount: threadCount) { index in
      let part = part(index, of: count, in: walks.count)
      return WalkChunk(
        walks.lowerBound + part.lowerBound..<walks.lowerBound + part.upperBound, of: corpus,
        layout: layout, window: window)
    }
  }
}

extension SkipGramOptions {
  /// The learning rate when a share of the work is done: it falls linearly.
  func learningRate(at done: Double) -> Double {
    learningRate * (1 - done * (1 - finalLearningRateShare))
  }
}
