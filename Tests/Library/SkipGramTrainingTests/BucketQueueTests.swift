import RandomNumbers
import Testing

@testable import SkipGramTraining

@Suite struct BucketQueueTests {
  typealias Bucket = BucketQueue.Bucket

  /// Lets some workers take buckets and finish them in an order drawn by a seed.
  ///
  /// - Returns: The buckets in the order in which they were taken, and with each those under way.
  static func run(
    shifts: Range<Int>, blockCount: Int, workerCount: Int, seed: UInt64
  ) -> [(bucket: Bucket, others: [Bucket])] {
    let queue = BucketQueue(shifts: shifts, blockCount: blockCount)
    var generator = SplitMix64(seed: seed)
    var work = [Bucket?](repeating: nil, count: workerCount)
    var waiting = Set<Int>()
    var taken: [(Bucket, [Bucket])] = []
    while true {
      let worker = generator.next(below: workerCount)
      if waiting.contains(worker) { continue }
      switch queue.next(after: work[worker]) {
      case .train(let bucket):
        work[worker] = nil
        taken.append((bucket, work.compactMap(\.self)))
        work[worker] = bucket
        waiting = []
      case .wait:
        work[worker] = nil
        // Only a worker with a bucket can end the others' waiting.
        waiting = Set(work.indices.filter { work[$0] == nil })
        #expect(waiting.count < workerCount)
      case .finished:
        return taken
      }
    }
  }

  @Test(
    arguments: [(0..<8, 32), (3..<7, 8), (0..<4, 4), (0..<1, 1), (24..<32, 32)], [1, 2, 5, 40])
  func `each bucket is handed out once, after those it shares rows with in earlier shifts`(
    job: (shifts: Range<Int>, blockCount: Int), workerCount: Int
  ) {
    let blockCount = job.blockCount
    for seed in 0..<5 {
      let taken = Self.run(
        shifts: job.shifts, blockCount: blockCount, workerCount: workerCount, seed: UInt64(seed))
      #expect(taken.count == job.shifts.count * blockCount)
      // The rows of each center and each context block meet the buckets shift by shift.
      var nextOfCenter = [Int](repeating: job.shifts.lowerBound, count: blockCount)
      var nextOfContext = nextOfCenter
      for (bucket, others) in taken {
        let shift = (bucket.context - bucket.center + blockCount) % blockCount
        #expect(nextOfCenter[bucket.center] == shift)
        #expect(nextOfContext[bucket.context] == shift)
        nextOfCenter[bucket.center] += 1
        nextOfContext[bucket.context] += 1
        for other in others {
          #expect(other.center != bucket.center && other.context != bucket.context)
        }
      }
    }
  }

  @Test func `a worker alone goes on with its center block or the one below`() {
    let taken = Self.run(shifts: 0..<4, blockCount: 16, workerCount: 1, seed: 1)
    let moves = zip(taken, taken.dropFirst()).map { first, second in
      (first.bucket.center - second.bucket.center + 16) % 16
    }
    #expect(moves.allSatisfy { $0 <= 1 })
  }
}
