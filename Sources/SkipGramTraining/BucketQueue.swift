/// Hands out the buckets of some consecutive shifts, each as soon as those before it are done.
///
/// In shift *s*, the bucket of centre block *u* has context block *u* + *s*. Before it, in shift
/// *s* − 1, come the bucket with the same centre block and the one with the same context block, that
/// of centre block *u* + 1. When every bucket waits for these two, every row is trained by the same
/// buckets in the same order as shift by shift, and no two that are under way share a row.
///
/// But a thread may go ahead with one centre block, and then with the one below it, whose context
/// blocks but one are those it had before: vectors are found in the cache that threads share, where
/// shift by shift all of them would pass through it.
struct BucketQueue: Sendable {
  struct Bucket: Sendable, Equatable {
    let centre: Int
    let context: Int
  }

  enum Answer: Sendable, Equatable {
    case train(Bucket)
    /// There are buckets left, but each waits for one that is under way.
    case wait
    case finished
  }

  private let shifts: Range<Int>
  /// How many shifts of each centre block are done.
  private var doneCounts: [Int]
  /// Whether a bucket of each centre block is under way.
  private var isTaken: [Bool]
  private var bucketsLeft: Int

  init(shifts: Range<Int>, blockCount: Int) {
    self.shifts = shifts
    doneCounts = [Int](repeating: 0, count: blockCount)
    isTaken = [Bool](repeating: false, count: blockCount)
    bucketsLeft = shifts.count * blockCount
  }

  /// Takes a bucket.
  ///
  /// - Parameter bucket: The bucket that the caller has done since it asked last, if any; the next is
  ///   near to it.
  /// - Returns: The bucket, or why there is none.
  /// - Complexity: O(1) where a thread can go on beside its last bucket, at most O(*P*).
  mutating func next(after bucket: Bucket?) -> Answer {
    if let bucket {
      isTaken[bucket.centre] = false
      doneCounts[bucket.centre] += 1
      bucketsLeft -= 1
    }
    guard bucketsLeft > 0 else { return .finished }
    let blockCount = doneCounts.count
    let start = bucket?.centre ?? blockCount - 1
    for distance in 0..<blockCount {
      let centre = (start + blockCount - distance) % blockCount
      let done = doneCounts[centre]
      if !isTaken[centre], done < shifts.count, doneCounts[(centre + 1) % blockCount] >= done {
        isTaken[centre] = true
        return .train(
          Bucket(centre: centre, context: (centre + shifts.lowerBound + done) % blockCount))
      }
    }
    return .wait
  }
}
