internal import Synchronization

/// Hands out the buckets of some consecutive shifts, each as soon as those before it are done.
///
/// In shift *s*, the bucket of center block *u* has context block *u* + *s*. In shift *s* − 1 it is
/// preceded by two buckets: the one with the same center block, and the one with the same context
/// block, which belongs to center block *u* + 1. If every bucket waits for these two, every row is
/// trained by the same buckets in the same order as shift by shift, and no two buckets in progress
/// share a row.
///
/// A thread may nevertheless run ahead with one center block, and then continue with the one below
/// it, whose context blocks are the same except for one: their vectors are then still in the cache
/// that threads share. Shift by shift, all vectors would pass through that cache.
struct BucketQueue: ~Copyable, Sendable {
  struct Bucket: Sendable {
    let center: Int
    let context: Int
  }

  enum Answer: Sendable {
    case train(Bucket)
    /// Buckets are left, but each of them waits for one in progress.
    case wait
    case finished
  }

  /// The progress of a center block.
  private final class Progress: Sendable {
    /// Twice the number of shifts done, plus one while a bucket is in progress.
    let state = Atomic<Int>(0)
  }

  private let shifts: Range<Int>
  private let centers: [Progress]
  private let bucketsLeft: Atomic<Int>

  init(shifts: Range<Int>, blockCount: Int) {
    self.shifts = shifts
    centers = (0..<blockCount).map { _ in Progress() }
    bucketsLeft = Atomic(shifts.count * blockCount)
  }

  /// Takes a bucket.
  ///
  /// - Parameter bucket: The bucket that the caller has just finished, if any; the next one is near
  ///   it.
  /// - Returns: The bucket, or why there is none.
  /// - Complexity: O(1) if a thread can continue near its last bucket, otherwise O(*P*).
  func next(after bucket: Bucket?) -> Answer {
    if let bucket {
      centers[bucket.center].state.wrappingAdd(1, ordering: .releasing)
      bucketsLeft.wrappingSubtract(1, ordering: .relaxed)
    }
    guard bucketsLeft.load(ordering: .relaxed) > 0 else { return .finished }
    let blockCount = centers.count
    let start = bucket?.center ?? blockCount - 1
    for distance in 0..<blockCount {
      let center = (start + blockCount - distance) % blockCount
      let state = centers[center].state.load(ordering: .acquiring)
      let done = state / 2
      // Other threads never make a ready bucket unready, but one of them may take it first.
      if state % 2 == 0, done < shifts.count,
        centers[(center + 1) % blockCount].state.load(ordering: .acquiring) / 2 >= done,
        centers[center].state.compareExchange(
          expected: state, desired: state + 1, ordering: .acquiring
        ).exchanged
      {
        return .train(
          Bucket(center: center, context: (center + shifts.lowerBound + done) % blockCount))
      }
    }
    return .wait
  }
}
