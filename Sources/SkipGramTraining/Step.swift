internal import CVectorKernels
internal import ParallelLoops
internal import RandomWalks

/// One step of the block schedule: the buckets that share no row with each other.
struct Step: Sendable {
  let episode: Int
  /// How many blocks the context is ahead of the centre.
  let shift: Int
  let rate: Float
  let negativeSampleCount: Int
  let seed: UInt64
  let sampler: NegativeSampler

  /// Trains the buckets of the step, spread over threads.
  ///
  /// - Returns: The losses of the first pairs of each bucket, before they were trained.
  func train(
    _ tables: borrowing BlockTables, on pairs: borrowing PairBuckets, threadCount: Int
  ) -> LossSample {
    let blockCount = tables.layout.blockCount
    return concurrentMap(blockCount, threadCount: threadCount) { centre in
      trainBucket(
        centre: centre, context: (centre + shift) % blockCount, tables: tables, pairs: pairs)
    }.reduce(into: LossSample()) { $0 += $1 }
  }

  private func trainBucket(
    centre: Int, context: Int, tables: borrowing BlockTables, pairs: borrowing PairBuckets
  ) -> LossSample {
    let batchSize = 1024
    let groupSize = Int(VK_GROUP)
    var generator = SplitMix64(
      seed: seed, purpose: .negatives, UInt64(episode), UInt64(centre << 32 | context))
    var negatives = [UInt32](repeating: 0, count: batchSize / groupSize * negativeSampleCount)
    var sample = LossSample()
    let instructions = vk_best_instruction_set()
    // SAFETY: addresses come from the layout, samples from the context block's rows: both lie in
    // the blocks. The schedule gives no other thread of this step either of the blocks.
    unsafe tables.withBlocks(centre: centre, context: context) { blocks in
      unsafe pairs.withPairs(centre: centre, context: context) { pairs in
        for start in stride(from: 0, to: pairs.count, by: batchSize) {
          let count = min(batchSize, pairs.count - start)
          let groupCount = (count + groupSize - 1) / groupSize
          sampler.fill(
            &negatives, count: groupCount * negativeSampleCount, from: context, using: &generator)
          unsafe negatives.withUnsafeBufferPointer { negatives in
            let batch = unsafe pairs.baseAddress.map { unsafe $0 + start }
            if start == 0 {
              let sampledCount = min(count, LossSample.pairsPerBucket)
              sample.pairCount = sampledCount
              sample.sum = unsafe vk_skip_gram_loss(
                blocks, batch, sampledCount, negatives.baseAddress, negativeSampleCount)
            }
            unsafe vk_skip_gram(
              instructions, blocks, batch, count, negatives.baseAddress, negativeSampleCount, rate)
          }
        }
      }
    }
    return sample
  }
}

/// The losses of some pairs.
struct LossSample: Sendable {
  /// The number of pairs of a bucket that are sampled: the first of them.
  static let pairsPerBucket = 8

  var sum = 0.0
  var pairCount = 0

  /// The mean loss of a pair, or nil where there was none.
  var mean: Double? { pairCount > 0 ? sum / Double(pairCount) : nil }

  static func += (sample: inout LossSample, other: LossSample) {
    sample.sum += other.sum
    sample.pairCount += other.pairCount
  }
}
