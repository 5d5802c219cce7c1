public import Errors

/// The settings of a prediction of missing edges.
public struct EdgePredictionOptions: Sendable {
  /// How the vectors of two nodes are compared; the degrees of the nodes count as well.
  public var edgeOperator = EdgeOperator.cosine
  /// How many edges to predict: for each node that is asked for, or in all; from 1 to 1,000,000.
  public var count = 10
  /// The share of edges that probabilities are learned from, and as many that the comparison with
  /// popularity is made on; above 0 and at most 0.4.
  public var heldOutShare = 0.1
  /// Whether the edges of a bipartite graph are predicted between its two sides only.
  public var respectsSides = true
  /// The rank up to which the comparison counts edges that are found; from 1 to 1,000,000.
  public var recallRank = 20
  /// *C* of the logistic regression; positive.
  public var cost = 1.0
  /// The seed of all that is drawn.
  public var seed: UInt64 = 1

  /// The maximum number of pairs that are scored when no node is asked for.
  public static let pairLimit = 20_000_000

  /// Creates the default options.
  public init() {}

  /// Checks that every option is in range.
  ///
  /// - Throws: `OptionError` for the first that is not.
  public func validate() throws(OptionError) {
    try OptionError.require(
      (1...1_000_000).contains(count), "count", count, "from 1 to 1000000")
    try OptionError.require(
      heldOutShare > 0 && heldOutShare <= 0.4, "heldOutShare", heldOutShare,
      "above 0 and at most 0.4")
    try OptionError.require(
      (1...1_000_000).contains(recallRank), "recallRank", recallRank, "from 1 to 1000000")
    try OptionError.require(cost > 0 && cost <= 1e9, "cost", cost, "above 0 and at most 1e9")
  }

  /// The split that edges are held out by.
  var split: EdgeSplitOptions {
    var split = EdgeSplitOptions()
    split.kind = .random
    split.testShare = heldOutShare
    split.validationShare = heldOutShare
    split.respectsSides = respectsSides
    split.largestTrainingCount = 20_000
    return split
  }
}
