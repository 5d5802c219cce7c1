internal import LargeMemory
internal import ParallelLoops

/// The pairs of an episode, sorted into a bucket for each centre and each context block.
///
/// Within a bucket, pairs keep the order of the walks: the buckets are the same for every number of
/// threads. A pair takes 4 bytes: the centre's row in the high 16 bits, the context's in the low.
@safe struct PairBuckets: ~Copyable, @unchecked Sendable {
  // `@unchecked Sendable`: while pairs are placed, every thread writes to ranges of its own; after
  // that they are only read.

  private let blockCount: Int
  private var storage = LargeMemory<UInt32>.required(count: 0)
  /// The start of each bucket, and the end of the last.
  private var bucketStarts: [Int]

  init(blockCount: Int) {
    self.blockCount = blockCount
    bucketStarts = [Int](repeating: 0, count: blockCount * blockCount + 1)
  }

  /// The number of pairs.
  var pairCount: Int { bucketStarts.last ?? 0 }

  /// Replaces the pairs by those of an episode, whose chunks have counted theirs.
  mutating func fill(from chunks: [WalkChunk], threadCount: Int) {
    let blockCount = blockCount
    var cursors = chunks.map(\.pairCounts)
    // From counts to places: bucket after bucket, and within a bucket chunk after chunk.
    var place = 0
    for bucket in 0..<blockCount * blockCount {
      bucketStarts[bucket] = place
      for chunk in chunks.indices {
        let count = cursors[chunk][bucket]
        cursors[chunk][bucket] = place
        place += count
      }
    }
    bucketStarts[blockCount * blockCount] = place
    reserve(place)
    self.place(chunks, at: cursors, threadCount: threadCount)
  }

  /// The number of pairs of a bucket.
  borrowing func count(centre: Int, context: Int) -> Int { range(centre, context).count }

  private borrowing func range(_ centre: Int, _ context: Int) -> Range<Int> {
    let bucket = centre * blockCount + context
    return bucketStarts[bucket]..<bucketStarts[bucket + 1]
  }

  /// Lets a body read the pairs of a bucket.
  borrowing func withPairs<Result>(
    centre: Int, context: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Result
  ) -> Result {
    let range = range(centre, context)
    return unsafe body(
      UnsafeBufferPointer(start: storage.base + range.lowerBound, count: range.count))
  }

  private mutating func reserve(_ count: Int) {
    guard count > storage.count else { return }
    storage = .required(count: count + count / 8)
  }

  private borrowing func place(_ chunks: [WalkChunk], at starts: [[Int]], threadCount: Int) {
    concurrently(chunks.count, threadCount: threadCount) { chunk in
      place(chunks[chunk], at: starts[chunk])
    }
  }

  /// Writes the pairs of a chunk, each at the next free place of its bucket.
  private borrowing func place(_ chunk: WalkChunk, at starts: [Int]) {
    var cursors = starts
    let base = unsafe storage.base
    // SAFETY: `starts` leaves each chunk as many places of a bucket as it has pairs for it.
    unsafe cursors.withUnsafeMutableBufferPointer { cursors in
      chunk.forEachCentre { addresses, centre, contexts in
        let block = Int(addresses[centre] >> 16)
        let cursors = unsafe UnsafeMutableBufferPointer(
          rebasing: cursors[block * blockCount..<(block + 1) * blockCount])
        let centreRow = addresses[centre] << 16
        for context in contexts where context != centre {
          let address = unsafe addresses[unchecked: context]
          let place = unsafe cursors[Int(address >> 16)]
          unsafe cursors[Int(address >> 16)] = place &+ 1
          unsafe base[place] = centreRow | address & 0xffff
        }
      }
    }
  }
}
