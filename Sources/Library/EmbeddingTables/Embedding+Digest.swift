internal import Algorithms
internal import Names

extension Embedding {
  /// A checksum of the names and the vectors, the same on every machine.
  ///
  /// It tells whether two runs gave the same bytes, whatever format they were written in. It is not
  /// a signature. The metadata is not included.
  ///
  /// - Complexity: O(`count` · `dimensions`).
  public var digest: UInt64 {
    var digest = Digest()
    digest.add(UInt64(count))
    digest.add(UInt64(dimensions))
    digest.add(names)
    let vectors = vectors
    for index in vectors.indices { digest.add(UInt64(vectors[index].bitPattern)) }
    return digest.value
  }
}
