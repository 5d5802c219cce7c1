internal import Errors

/// Which edges are removed from a graph, and which pairs without an edge they are compared with.
public struct EdgeSplitOptions: Sendable {
  /// How to choose the edges to remove.
  public enum Kind: String, CaseIterable, Sendable {
    /// At random, keeping connected components connected: the edges of a random spanning forest
    /// stay. This is the split of the node2vec paper.
    case connected
    /// At random, from all edges.
    case random
    /// The latest edges.
    case temporal
    /// All edges but one of nodes chosen at random, which are then "cold": little is known about
    /// them.
    case coldStart = "cold-start"
  }

  /// How to choose pairs without an edge.
  ///
  /// None of them is an edge of the full graph.
  public enum Negatives: String, CaseIterable, Sendable {
    /// Every pair is equally likely.
    case uniform
    /// Nodes are drawn in proportion to their degrees, so that a high degree is no clue.
    case degreeMatched = "degree-matched"
    /// Pairs with a common neighbor in the residual graph, all equally likely; edges without one
    /// are excluded from the test, so that having a common neighbor is no clue.
    case twoHop = "two-hop"
    /// The reversed edges of a directed graph, unless they are edges, too.
    case reversed
  }

  /// How to choose the edges to remove.
  public var kind = Kind.connected
  /// The share of edges to be predicted in the test, above 0 and below 1.
  public var testShare = 0.5
  /// The share of edges for choosing parameters; 0 for none.
  public var validationShare = 0.0
  /// The share of edges that are removed to train a classifier on.
  ///
  /// If it is 0, the classifier is trained on edges of the residual graph, which the embedding
  /// knows.
  public var classifierShare = 0.0
  /// How to choose pairs without an edge.
  public var negatives = Negatives.uniform
  /// Whether pairs without an edge join the two sides of a bipartite graph, like its edges.
  public var respectsSides = true
  /// The maximum number of edges to train a classifier on, chosen at random, at least 1; nil for
  /// all.
  public var largestTrainingCount: Int?

  /// Creates the options of the node2vec paper: half of the edges, uniform non-edges.
  public init() {}

  func validateTrainingCount() throws(OptionError) {
    if let count = largestTrainingCount {
      try OptionError.require(count >= 1, "largestTrainingCount", count, "at least 1")
    }
  }
}
