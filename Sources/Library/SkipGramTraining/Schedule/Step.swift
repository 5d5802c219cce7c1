internal import Algorithms
internal import CVectorKernels
internal import Parallel
internal import RandomWalks
internal import SystemLibrary

/// One step of the block schedule: the buckets of some consecutive shifts.
struct Step: Sendable {
  let episode: Int
  /// By how many blocks contexts are ahead of centers.
  let shifts: Range<Int>
  let rate: Float
  /// The negative samples of a group of pairs.
  let negatives: SharedNegatives
  let seed: UInt64
  let sampler: NegativeSampler
  /// Requests that the step be left incomplete.
  let cancellation: Cancellation

  /// Trains the buckets of the step on several threads, which make chunks of the next walks when
  /// they would have to wait.
  func train(
    _ tables: borrowing BlockTables, on pairs: borrowing PairBuckets,
    making next: borrowing EpisodeWalks, threadCount: Int
  ) {
    let blockCount = tables.layout.blockCount
    let queue = BucketQueue(shifts: shifts, blockCount: blockCount)
    let workerCount = min(threadCount, blockCount)
    concurrently(workerCount, threadCount: workerCount) { _ in
      var last: BucketQueue.Bucket?
      while !cancellation.isRequested {
        switch queue.next(after: last) {
        case .train(let bucket):
          train(bucket, tables, pairs)
          last = bucket
        case .wait:
          last = nil
          if !next.makeOne() { sched_yield() }
        case .finished:
          return
        }
      }
    }
  }

  private func train(
    _ bucket: BucketQueue.Bucket, _ tables: borrowing BlockTables, _ pairs: borrowing PairBuckets
  ) {
    let (center, context) = (bucket.center, bucket.context)
    let batchSize = 1024
    let negativeCount = negatives.count
    let groupSize = Int(VK_GROUP)
    let largestSampleCount = batchSize / groupSize * negativeCount
    var generator = SplitMix64(
      seed: seed, purpose: .negatives, UInt64(episode), UInt64(center << 32 | context))
    var samples = [UInt32](repeating: 0, count: largestSampleCount)
    unsafe pairs.withPairs(center: center, context: context) { pairs in
      for start in stride(from: 0, to: pairs.count, by: batchSize) {
        if cancellation.isRequested { return }
        let count = min(batchSize, pairs.count - start)
        let sampleCount = count.dividedRoundingUp(by: groupSize) * negativeCount
        let drawnCount = min(sampleCount, largestSampleCount / SharedNegatives.groupsPerSample)
        sampler.fill(&samples, count: drawnCount, from: context, using: &generator)
        for index in drawnCount..<sampleCount { samples[index] = samples[index - drawnCount] }
        let batch = unsafe UnsafeBufferPointer(rebasing: pairs[start..<start + count])
        if tables.hasSquares {
          unsafe trainEach(batch, samples, center: center, context: context, tables)
        } else {
          // SAFETY: addresses come from the layout and samples from the rows of the context block,
          // so that both lie in the blocks. The schedule gives neither block to another thread
          // meanwhile.
          unsafe tables.withBlocks(center: center, context: context) { blocks in
            unsafe vk_skip_gram(
              vk_best_instruction_set(), blocks, batch.baseAddress, count, samples, negativeCount,
              rate, negatives.weight)
          }
        }
      }
    }
  }

  /// Trains pairs one by one, with a learning rate for each row.
  private func trainEach(
    _ pairs: UnsafeBufferPointer<UInt32>, _ samples: [UInt32], center: Int, context: Int,
    _ tables: borrowing BlockTables
  ) {
    let centers = tables.layout.rows(of: center)
    let contexts = tables.layout.rows(of: context)
    let instructions = vk_best_instruction_set()
    let groupCount = pairs.count.dividedRoundingUp(by: Int(VK_GROUP))
    var targets: [UInt32] = []
    // SAFETY: as above, with the sums of the same rows.
    unsafe tables.withTables(centers: centers, contexts: contexts) { tables in
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
