internal import Algorithms
internal import Names

extension Graph {
  /// A number that tells whether two graphs are the same: their nodes' names, edges and weights.
  ///
  /// It depends on nothing else: not on the file's format or order, where the graph does not, nor
  /// on the machine. It is a checksum and no signature: equal graphs have equal digests, and
  /// different ones differ except by a chance of 2⁻⁶⁴, but a forger could make two graphs agree.
  ///
  /// - Complexity: O(`nodeCount` + `arcCount`).
  public var digest: UInt64 {
    var digest = Digest()
    digest.add(isDirected ? 1 : 0)
    digest.add(UInt64(nodeCount))
    for index in offsets.indices { digest.add(UInt64(offsets[index])) }
    for index in targets.indices { digest.add(UInt64(targets[index])) }
    for index in arcWeights.indices { digest.add(UInt64(arcWeights[index].bitPattern)) }
    var name: [UInt8] = []
    for index in names.indices {
      name.removeAll(keepingCapacity: true)
      names.append(index, to: &name)
      digest.add(UInt64(name.count))
      for byte in name { digest.add(UInt64(byte)) }
    }
    // Twice more, so that the last number is spread over all bits.
    digest.add(0)
    digest.add(0)
    return digest.value
  }
}
