/// Pairs with an edge and pairs without, to train or to test on.
public struct PairSample: Sendable, Equatable {
  /// Pairs that the full graph has an edge between.
  public let positives: [NodePair]
  /// Pairs that the full graph has no edge between.
  public let negatives: [NodePair]

  init(positives: [NodePair], negatives: [NodePair]) {
    self.positives = positives
    self.negatives = negatives
  }
}
