internal import Names

extension Embedding {
  /// A hash of the names and the vectors, the same on every machine.
  ///
  /// It tells whether two runs ended with the same bytes, whatever format they were written in. It is
  /// a checksum and no signature. The metadata is not looked at.
  ///
  /// - Complexity: O(`count` · `dimensions`).
  public var digest: UInt64 {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    func add(_ number: UInt64) {
      // A bijection of the state for each number, as in FNV-1a.
      state = (state ^ number) &* 0xd6e8_feb8_6659_fd93
      state ^= state >> 32
    }
    add(UInt64(count))
    add(UInt64(dimensions))
    var name: [UInt8] = []
    for index in names.indices {
      name.removeAll(keepingCapacity: true)
      names.append(index, to: &name)
      add(UInt64(name.count))
      for byte in name { add(UInt64(byte)) }
    }
    let vectors = vectors
    for index in vectors.indices { add(UInt64(vectors[index].bitPattern)) }
    return state
  }
}
