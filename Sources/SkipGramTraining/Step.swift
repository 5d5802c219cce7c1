internal import CVectorKernels
internal import RandomWalks

/// One step of the block schedule: the buckets that share no row with each other.
struct Step: Sendable {
  let episode: Int
  /// How many blocks the context is ahead of the centre.
  let shift: Int
  let rate: Float
  /// The negative samples of a group of pairs.
  let negatives: SharedNegatives
  let seed: UInt64
  let sampler: NegativeSampler

  /// Trains the buckets of the step, spread over threads, and makes its share of the next walks.
  func train(
    _ tables: borrowing BlockTables, on pairs: borrowing PairBuckets,
    making next: inout EpisodeWalks,
    threadCount: Int
  ) {
    let blockCount = tables.layout.blockCount
    // The largest first: threads that are done wait for no more than a small one.
    let buckets = (0..<blockCount).map { centre in
      let context = (centre + shift) % blockCount
      return (centre, context, count: pairs.count(centre: centre, context: context))
    }.sorted { $0.count > $1.count }
    next.make(after: blockCount, threadCount: threadCount, step: shift, of: blockCount) { index in
      let (centre, context, _) = buckets[index]
      trainBucket(centre: centre, context: context, tables: tables, pairs: pairs)
    }
  }

  private func trainBucket(
    centre: Int, context: Int, tables: borrowing BlockTables, pairs: borrowing PairBuckets
  ) {
    let batchSize = 1024
    let negativeCount = negatives.count
    let groupSize = Int(VK_GROUP)
    let largestSampleCount = batchSize / groupSize * negativeCount
    var generator = SplitMix64(
      seed: seed, purpose: .negatives, UInt64(episode), UInt64(centre << 32 | context))
    var samples = [UInt32](repeating: 0, count: largestSampleCount)
    unsafe pairs.withPairs(centre: centre, context: context) { pairs in
      for start in stride(from: 0, to: pairs.count, by: batchSize) {
        let count = min(batchSize, pairs.count - start)
        let sampleCount = (count + groupSize - 1) / groupSize * negativeCount
        let drawnCount = min(sampleCount, largestSampleCount / SharedNegatives.groupsPerSample)
        sampler.fill(&samples, count: drawnCount, from: context, using: &generator)
        for index in drawnCount..<sampleCount { samples[index] = samples[index - drawnCount] }
        let batch = unsafe UnsafeBufferPointer(rebasing: pairs[start..<start + count])
        if tables.hasSquares {
          unsafe trainEach(batch, samples, centre: centre, context: context, tables)
        } else {
          // SAFETY: addresses come from the layout, samples from the context block's rows: both lie
          // in the blocks. The schedule gives no other thread of this step either of the blocks.
          unsafe tables.withBlocks(centre: centre, context: context) { blocks in
            unsafe vk_skip_gram(
              vk_best_instruction_set(), blocks, batch.baseAddress, count, samples, negativeCount,
              rate, negatives.weight)
          }
        }
      }
    }
  }

  /// Trains pairs one by one, with a rate for each row.
  private func trainEach(
    _ pairs: UnsafeBufferPointer<UInt32>, _ samples: [UInt32], centre: Int, context: Int,
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
        let first = index % groupCount * negatives.count
        for sample in samples[first..<first + negatives.count] where sample != targets[0] {
          targets.append(sample)
        }
        unsafe vk_example(instructions, tables, [pair >> 16], 1, targets, targets.count, 1, rate)
      }
    }
  }
}
