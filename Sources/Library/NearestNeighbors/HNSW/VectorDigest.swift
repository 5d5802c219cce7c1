internal import Parallel
internal import Algorithms
internal import EmbeddingTables

/// A digest of the vectors of an embedding.
///
/// It must not change, since index files contain it.
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
    var digest = Digest()
    for place in span.indices { digest.add(UInt64(span[place].bitPattern)) }
    return digest.value
  }
  var digest = Digest()
  digest.add(UInt64(embedding.dimensions))
  for part in parts { digest.add(part) }
  return digest.value
}
