/// Missing edges of a graph, and what is known about how well they are predicted.
public struct EdgePredictionReport: Sendable {
  /// The likeliest edges, likeliest first: one list for each node that was asked for, or a single
  /// one for the whole graph.
  public let edges: [[PredictedEdge]]
  /// The number of pairs that were scored.
  public let scoredPairCount: Int
  /// Whether all pairs without an edge were scored; otherwise, for each node, those to which most
  /// paths of two steps lead, or of three steps between the sides of a bipartite graph.
  public let scoredAllPairs: Bool
  /// The number of edges that probabilities were learned from.
  public let calibrationEdgeCount: Int
  /// The number of edges that the comparison was made on.
  public let testEdgeCount: Int
  /// Whether the graph is bipartite, and only pairs of its two sides were scored.
  public let joinsTwoSides: Bool
  /// How well held-out edges are ranked; nil if the vectors were given, since they may know the
  /// edges, or if no held-out edge is at a node that was asked for.
  public let comparison: RankingComparison?
}
