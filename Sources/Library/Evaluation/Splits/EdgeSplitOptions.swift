internal import Errors

/// Which edges are taken out of a graph, and which pairs without an edge they are told apart from.
public struct EdgeSplitOptions: Sendable {
  /// How the edges that are taken out are chosen.
  public enum Kind: String, CaseIterable, Sendable {
    /// At random, but no connected component falls apart: the edges of a random spanning forest
    /// stay. This is the split of the node2vec paper.
    case connected
    /// At random, from all edges.
    case random
    /// The latest ones.
    case temporal
    /// All edges but one of nodes chosen at random, which are "cold": little is known of them.
    case coldStart = "cold-start"
  }

  /// How pairs without an edge are chosen.
  ///
  /// None is an edge of the full graph.
  public enum Negatives: String, CaseIterable, Sendable {
    /// Every pair is equally likely.
    case uniform
    /// Nodes are drawn in proportion to their degrees, so that a high degree gives nothing away.
    case degreeMatched = "degree-matched"
    /// Pairs that have a common neighbor in the residual graph, all equally likely; edges without
    /// one are left out of the test, so that the common neighbor gives nothing away.
    case twoHop = "two-hop"
    /// The edges of a directed graph turned around, where that is no edge.
    case reversed
  }

  /// How the edges that are taken out are chosen.
  public var kind = Kind.connected
  /// The share of edges to be predicted in the test, above 0 and below 1.
  public var testShare = 0.5
  /// The share of edges to choose parameters with; 0 for none.
  public var validationShare = 0.0
  /// The share of edges that are taken out to train a classifier on.
  ///
  /// With 0 it is trained on edges of the residual graph, which the embedding knows.
  public var classifierShare = 0.0
  /// How pairs without an edge are chosen.
  public var negatives = Negatives.uniform
  /// Whether pairs without an edge join the two sides of a bipartite graph, as its edges do.
  public var respectsSides = true
  /// The largest number of edges to train a classifier on, chosen at random, at least 1; nil for
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
