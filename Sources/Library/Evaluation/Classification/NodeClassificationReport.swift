/// The result of node classification.
public struct NodeClassificationReport: Sendable {
  /// The scores for one share of nodes to train on, or for a given split.
  public struct Part: Sendable {
    /// The share of the labeled nodes that were trained on.
    public let trainingShare: Double
    /// The number of nodes that were trained on.
    public let trainingCount: Int
    /// The number of nodes that were tested on.
    public let testCount: Int
    /// F1 of the counts of all labels taken together.
    public let microF1: Spread
    /// The mean of the labels' F1.
    public let macroF1: Spread
    /// The share of nodes whose predicted labels are exactly the true ones.
    public let accuracy: Spread
    /// How often each label was predicted, summed over the splits.
    public let labels: [LabelCounts]
  }

  /// What was asked for.
  public let options: NodeClassificationOptions
  /// Whether the split was given rather than drawn.
  public let isGivenSplit: Bool
  /// The number of nodes that have a label.
  public let labeledCount: Int
  /// The number of nodes.
  public let nodeCount: Int
  /// Whether a node has more than one label.
  public let isMultiLabel: Bool
  /// The names of the labels.
  public let labelNames: [String]
  /// The scores of each share.
  public let parts: [Part]
}
