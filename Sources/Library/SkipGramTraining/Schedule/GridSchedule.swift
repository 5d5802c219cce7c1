internal import Algorithms
internal import Errors
internal import Parallel

/// The block schedule: skip-gram with negative sampling, on any number of threads.
struct GridSchedule: ~Copyable, EpisodeSchedule {
  private let negatives: SharedNegatives
  private let seed: UInt64
  private let threadCount: Int
  private let sampler: NegativeSampler
  private let cancellation: Cancellation
  private var pairs: PairBuckets
  private var episode = 0
  let stepCount: Int

  init(
    options: SkipGramOptions, seed: UInt64, threadCount: Int, frequencies: [Int],
    layout: BlockLayout, cancellation: Cancellation
  ) {
    negatives = SharedNegatives(options)
    self.seed = seed
    self.threadCount = threadCount
    self.cancellation = cancellation
    sampler = NegativeSampler(
      frequencies: frequencies, exponent: options.negativeExponent, layout: layout)
    pairs = PairBuckets(layout: layout, dimensions: options.dimensions)
    // Threads can run ahead of each other only within a step, which should therefore be long; but
    // stopping should not take long either.
    stepCount = min(4, layout.blockCount)
  }

  mutating func begin(episode: Int, chunks: [WalkChunk]) throws(MemoryError) {
    self.episode = episode
    try pairs.fill(from: chunks, threadCount: threadCount, cancellation: cancellation)
  }

  borrowing func train(
    step: Int, rate: Float, _ tables: borrowing BlockTables, making next: borrowing EpisodeWalks
  ) {
    let shifts = (0..<tables.layout.blockCount).part(step, of: stepCount)
    Step(
      episode: episode, shifts: shifts, rate: rate, negatives: negatives, seed: seed,
      sampler: sampler, cancellation: cancellation
    ).train(tables, on: pairs, making: next, threadCount: threadCount)
  }
}
