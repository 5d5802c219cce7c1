internal import Algorithms
internal import Names

extension Graph {
  /// A checksum of the graph's node names, edges and weights, to tell whether two graphs are equal.
  ///
  /// It does not depend on the machine, nor on the file's format or line order unless the graph
  /// does. It is not a signature: equal graphs have equal digests, and different graphs have
  /// different ones except with probability 2⁻⁶⁴, but two graphs could be forged to agree.
  ///
  /// - Complexity: O(`nodeCount` + `arcCount`).
  public var digest: UInt64 {
    var digest = Digest()
    digest.add(isDirected ? 1 : 0)
    digest.add(UInt64(nodeCount))
    for index in offsets.indices { digest.add(UInt64(offsets[index])) }
    for index in targets.indices { digest.add(UInt64(targets[index])) }
    for index in arcWeights.indices { digest.add(UInt64(arcWeights[index].bitPattern)) }
    digest.add(names)
    // Two more rounds spread the last number over all bits.
    digest.add(0)
    digest.add(0)
    return digest.value
  }
}
