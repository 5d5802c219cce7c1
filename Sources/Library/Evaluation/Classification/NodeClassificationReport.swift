/// The result of node classification.
public struct NodeClassificationReport: Sendable {
  /// The scores for one training share, or for a given split.
  public struct Part: Sendable {
    /// The share of the labeled nodes used for training.
    public let trainingShare: Double
    /// The number of nodes used for training.
    public let trainingCount: Int
    /// The number of nodes used for testing.
    public let testCount: Int
    /// The F1 score of the counts of all labels together.
    public let microF1: Spread
    /// The mean of the F1 scores of the labels.
    public let macroF1: Spread
    /// The share of nodes for which exactly the true labels were predicted.
    public let accuracy: Spread
    /// The counts of each label, summed over the splits.
    public let labels: [LabelCounts]
  }

  /// The settings of the experiment.
  public let options: NodeClassificationOptions
  /// Whether the split was given instead of drawn.
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
