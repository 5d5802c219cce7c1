public import EmbeddingTables
public import Errors

extension EdgeOperator {
  /// Makes a vector of each of several pairs, as features of an edge.
  ///
  /// - Parameters:
  ///   - pairs: Pairs of rows of the embedding.
  ///   - embedding: The vectors of the nodes.
  /// - Returns: `pairs.count` × `dimensions` numbers, one pair after another.
  /// - Throws: `OptionError` for an operator that gives one number for a pair.
  /// - Precondition: The rows are in range.
  /// - Complexity: O(*n* · *d*) for *n* pairs and *d* dimensions.
  public func vectors(
    of pairs: [NodePair], in embedding: Embedding
  ) throws(OptionError) -> [Float] {
    try OptionError.require(
      isLearned, "operator", rawValue,
      "one that gives a vector: hadamard, average, weighted-l1 or weighted-l2")
    var elements: [Float] = []
    elements.reserveCapacity(pairs.count * embedding.dimensions)
    for pair in pairs {
      let first = embedding[Int(pair.source)]
      let second = embedding[Int(pair.target)]
      for index in first.indices {
        elements.append(Float(feature(Double(first[index]), Double(second[index]))))
      }
    }
    return elements
  }
}
