internal import Parallel
internal import Algorithms
internal import EmbeddingTables

/// A digest of the vectors of an embedding.
///
/// It must not change, since index files contain it; files written before would be unreadable with
/// `Digest`.
///
/// - Parameters:
///   - embedding: The embedding; its names do not count.
///   - threadCount: The maximum number of threads. It does not change the digest.
/// - Returns: 64 bits that depend on every bit of every component, and on their order.
/// - Throws: `CancellationError` if the current task is canceled.
func digest(
  of embedding: Embedding, threadCount: Int
) throws(CancellationError) -> UInt64 {
  let total = embedding.vectors.count
  let tile = 1 << 18
  let parts = try concurrentMapOrCancelled(
    total.dividedRoundingUp(by: tile), threadCount: threadCount
  ) { index in
    let span = embedding.vectors.extracting((0..<total).chunk(index, ofSize: tile))
    // FNV-1a, one component at a time.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for place in span.indices {
      hash = (hash ^ UInt64(span[place].bitPattern)) &* 0x100_0000_01b3
    }
    return hash
  }
  return parts.reduce(UInt64(embedding.dimensions)) { hash, part in
    var mixed = (hash ^ part) &* 0x9e37_79b9_7f4a_7c15
    mixed ^= mixed >> 29
    return mixed
  }
}
