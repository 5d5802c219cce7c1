internal import Algorithms
internal import Errors
internal import Parallel

/// The block schedule: skip-gram with negative sampling, on any number of threads.
struct GridSchedule: ~Copyable, EpisodeSchedule {
  private let plan: TrainingPlan
  private let negatives: SharedNegatives
  private let sampler: NegativeSampler
  private var pairs: PairBuckets
  private var episode = 0
  let stepCount: Int

  init(_ plan: TrainingPlan) {
    self.plan = plan
    negatives = SharedNegatives(plan.options)
    sampler = NegativeSampler(
      frequencies: plan.frequencies, exponent: plan.options.negativeExponent, layout: plan.layout)
    pairs = PairBuckets(layout: plan.layout, dimensions: plan.options.dimensions)
    // Threads can run ahead of each other only within a step, which should therefore be long; but
    // stopping should not take long either.
    stepCount = min(4, plan.layout.blockCount)
  }

  mutating func begin(episode: Int, chunks: [WalkChunk]) throws(MemoryError) {
    self.episode = episode
    try pairs.fill(from: chunks, threadCount: plan.threadCount, cancellation: plan.cancellation)
  }

  borrowing func train(
    step: Int, rate: Float, _ tables: borrowing BlockTables, making next: borrowing EpisodeWalks
  ) {
    let shifts = (0..<tables.layout.blockCount).part(step, of: stepCount)
    Step(
      episode: episode, shifts: shifts, rate: rate, negatives: negatives,
      seed: plan.seed, sampler: sampler, cancellation: plan.cancellation
    ).train(tables, on: pairs, making: next, threadCount: plan.threadCount)
  }
}
