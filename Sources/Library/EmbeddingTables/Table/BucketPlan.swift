internal import Algorithms
internal import Parallel

/// The destinations of occurrences of rows when they are sorted into buckets of neighboring rows.
///
/// Indices are counted and placed in chunks of a fixed size, so that many threads can take part and
/// each bucket still keeps the order of the positions.
struct BucketPlan: Sendable {
  /// The start of each bucket, and the end of the last.
  private(set) var bucketStarts: [Int]
  /// For each chunk, the destination of its first occurrence of each bucket.
  private let places: [[Int]]
  private let shift: Int

  private static let chunkSize = 1 << 16

  /// Counts the occurrences of every bucket.
  ///
  /// - Parameters:
  ///   - indices: Rows; row *r* belongs to bucket *r* >> `shift`.
  ///   - ignored: A row whose occurrences are skipped.
  ///   - shift: The number of low bits in which the rows of a bucket differ.
  ///   - bucketCount: The number of buckets.
  ///   - threadCount: The maximum number of threads.
  init(
    _ indices: [Int], ignoring ignored: Int?, shift: Int, bucketCount: Int, threadCount: Int
  ) {
    self.shift = shift
    let ignored = ignored ?? -1
    let chunkCount = indices.count.dividedRoundingUp(by: Self.chunkSize)
    var places = concurrentMap(chunkCount, threadCount: threadCount) { chunk in
      var counts = [Int](repeating: 0, count: bucketCount)
      for position in Self.positions(of: chunk, count: indices.count)
      where indices[position] != ignored {
        counts[indices[position] >> shift] += 1
      }
      return counts
    }
    bucketStarts = [0]
    var place = 0
    for bucket in 0..<bucketCount {
      for chunk in 0..<chunkCount {
        (places[chunk][bucket], place) = (place, place + places[chunk][bucket])
      }
      bucketStarts.append(place)
    }
    self.places = places
  }

  /// Writes every occurrence, row and position, to its bucket.
  ///
  /// - Parameters:
  ///   - indices: The rows that were counted.
  ///   - ignored: The row that was skipped.
  ///   - keys: Memory for as many numbers as there are occurrences.
  ///   - threadCount: The maximum number of threads.
  func place(
    _ indices: [Int], ignoring ignored: Int?, in keys: UnsafeMutableBufferPointer<UInt64>,
    threadCount: Int
  ) {
    let ignored = ignored ?? -1
    nonisolated(unsafe) let keys = unsafe keys
    concurrently(places.count, threadCount: threadCount) { chunk in
      var places = places[chunk]
      for position in Self.positions(of: chunk, count: indices.count)
      where indices[position] != ignored {
        let bucket = indices[position] >> shift
        // SAFETY: each chunk has as much room in a bucket as it has occurrences of it.
        unsafe keys[places[bucket]] = UInt64(indices[position]) << 32 | UInt64(position)
        places[bucket] += 1
      }
    }
  }

  private static func positions(of chunk: Int, count: Int) -> Range<Int> {
    chunk * chunkSize..<min(count, (chunk + 1) * chunkSize)
  }
}
