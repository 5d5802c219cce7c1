internal import EmbeddingTables
internal import Parallel

/// A number that stands for the vectors of an embedding: other vectors have another, in all
/// likelihood.
///
/// - Parameters:
///   - embedding: The embedding; its names do not count.
///   - threadCount: The largest number of threads to use. The number does not depend on it.
/// - Returns: 64 bits that depend on every bit of every component, and on their order.
func digest(of embedding: Embedding, threadCount: Int) -> UInt64 {
  let total = embedding.vectors.count
  let tile = 1 << 18
  let parts = concurrentMap((total + tile - 1) / tile, threadCount: threadCount) { index in
    let span = embedding.vectors.extracting(index * tile..<min((index + 1) * tile, total))
    // FNV-1a, a component at a time.
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
