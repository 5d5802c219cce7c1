internal import Algorithms
internal import CVectorKernels
internal import Parallel
internal import RandomWalks

/// Training in the order of the walks on one thread, as in word2vec: for objectives whose
/// predictions have rows in common however they are split.
struct WalkOrderSchedule: ~Copyable, EpisodeSchedule {
  private let plan: TrainingPlan
  private let maker: ExampleMaker
  private var chunks: [WalkChunk] = []
  private var episode = 0
  let stepCount = 16

  init(_ plan: TrainingPlan, maker: ExampleMaker) {
    self.plan = plan
    self.maker = maker
  }

  mutating func begin(episode: Int, chunks: [WalkChunk]) {
    self.episode = episode
    self.chunks = chunks
  }

  borrowing func train(
    step: Int, rate: Float, _ tables: borrowing BlockTables, making next: borrowing EpisodeWalks
  ) {
    concurrently(plan.threadCount, threadCount: plan.threadCount) { worker in
      if worker == 0 {
        train(step: step, rate: rate, tables)
      } else {
        while !plan.cancellation.isRequested && next.makeOne() {}
      }
    }
  }

  private borrowing func train(step: Int, rate: Float, _ tables: borrowing BlockTables) {
    let all = 0..<tables.layout.nodeCount
    let instructions = vk_best_instruction_set()
    var generator = SplitMix64(
      seed: plan.seed, purpose: .negatives, UInt64(episode), UInt64(step))
    var example = Example()
    unsafe tables.withTables(centers: all, contexts: all) { tables in
      for chunk in chunks.indices.part(step, of: stepCount) {
        chunks[chunk].forEachCenter { addresses, center, contexts in
          if plan.cancellation.isRequested { return }
          maker.forEachExample(
            addresses, center: center, contexts: contexts, &example, using: &generator
          ) { example in
            // SAFETY: rows come from the layout, the tree has fewer inner nodes than there are
            // rows, and no other thread is at work.
            unsafe vk_example(
              instructions, tables, example.inputs, example.inputs.count, example.targets,
              example.targets.count, example.labels, rate)
          }
        }
      }
    }
  }
}
