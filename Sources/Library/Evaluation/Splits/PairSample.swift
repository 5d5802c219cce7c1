/// Pairs with an edge and pairs without, to train or to test on.
public struct PairSample: Sendable, Equatable {
  /// Pairs with an edge in the full graph.
  public let positives: [NodePair]
  /// Pairs without an edge in the full graph.
  public let negatives: [NodePair]

  init(positives: [NodePair], negatives: [NodePair]) {
    self.positives = positives
    self.negatives = negatives
  }
}
