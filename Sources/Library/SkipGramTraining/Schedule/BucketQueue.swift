internal import Synchronization

/// Hands out the buckets of some consecutive shifts, each as soon as those before it are done.
///
/// In shift *s*, the bucket of center block *u* has context block *u* + *s*. Before it, in shift
/// *s* − 1, come the bucket with the same center block and the one with the same context block, that
/// of center block *u* + 1. When every bucket waits for these two, every row is trained by the same
/// buckets in the same order as shift by shift, and no two that are under way share a row.
///
/// But a thread may go ahead with one center block, and then with the one below it, whose context
/// blocks but one are those it had before: vectors are found in the cache that threads share, where
/// shift by shift all of them would pass through it.
struct BucketQueue: ~Copyable, Sendable {
  struct Bucket: Sendable {
    let center: Int
    let context: Int
  }

  enum Answer: Sendable {
    case train(Bucket)
    /// There are buckets left, but each waits for one that is under way.
    case wait
    case finished
  }

  /// How far a center block is.
  private final class Progress: Sendable {
    /// Twice the number of shifts done, and one more while a bucket is under way.
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
  /// - Parameter bucket: The bucket that the caller has done since it asked last, if any; the next is
  ///   near to it.
  /// - Returns: The bucket, or why there is none.
  /// - Complexity: O(1) where a thread can go on beside its last bucket, at most O(*P*).
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
      // What another thread does meanwhile makes no bucket less ready, but it may take it first.
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
