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
  func train(
    _ tables: borrowing BlockTables, on pairs: borrowing PairBuckets, threadCount: Int
  ) {
    let blockCount = tables.layout.blockCount
    concurrently(blockCount, threadCount: threadCount) { centre in
      trainBucket(
        centre: centre, context: (centre + shift) % blockCount, tables: tables, pairs: pairs)
    }
  }

  private func trainBucket(
    centre: Int, context: Int, tables: borrowing BlockTables, pairs: borrowing PairBuckets
  ) {
    let batchSize = 1024
    let groupSize = Int(VK_GROUP)
    var generator = SplitMix64(
      seed: seed, purpose: .negatives, UInt64(episode), UInt64(centre << 32 | context))
    var negatives = [UInt32](repeating: 0, count: batchSize / groupSize * negativeSampleCount)
    unsafe pairs.withPairs(centre: centre, context: context) { pairs in
      for start in stride(from: 0, to: pairs.count, by: batchSize) {
        let count = min(batchSize, pairs.count - start)
        let groupCount = (count + groupSize - 1) / groupSize
        sampler.fill(
          &negatives, count: groupCount * negativeSampleCount, from: context, using: &generator)
        let batch = unsafe UnsafeBufferPointer(rebasing: pairs[start..<start + count])
        if tables.hasSquares {
          unsafe trainEach(batch, negatives, centre: centre, context: context, tables)
        } else {
          // SAFETY: addresses come from the layout, samples from the context block's rows: both lie
          // in the blocks. The schedule gives no other thread of this step either of the blocks.
          unsafe tables.withBlocks(centre: centre, context: context) { blocks in
            unsafe vk_skip_gram(
              vk_best_instruction_set(), blocks, batch.baseAddress, count, negatives,
              negativeSampleCount, rate)
          }
        }
      }
    }
  }

  /// Trains pairs one by one, with a rate for each row.
  private func trainEach(
    _ pairs: UnsafeBufferPointer<UInt32>, _ negatives: [UInt32], centre: Int, context: Int,
    _ tables: borrowing BlockTables
  ) {
    let centres = tables.layout.rows(of: centre)
    let contexts = tables.layout.rows(of: context)
    let instructions = vk_best_instruction_set()
    let groupCount = (pairs.count + Int(VK_GROUP) - 1) / Int(VK_GROUP)
    var targets: [UInt32] = []
    // SAFETY: as above, with the sums of the same rows.
    unsafe tables.withTables(centres: centres, contexts: contexts) { tables in
      for index in pairs.indices {
        let pair = unsafe pairs[index]
        targets.removeAll(keepingCapacity: true)
        targets.append(pair & 0xffff)
        let first = index % groupCount * negativeSampleCount
        for sample in negatives[first..<first + negativeSampleCount] where sample != targets[0] {
          targets.append(sample)
        }
        unsafe vk_example(instructions, tables, [pair >> 16], 1, targets, targets.count, 1, rate)
      }
    }
  }
}
