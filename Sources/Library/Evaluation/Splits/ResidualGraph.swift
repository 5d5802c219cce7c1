public import Graphs

/// What is left of a graph when the edges to be predicted are taken out.
///
/// Only a split creates one. Whatever learns in an experiment, an embedding or a heuristic, is
/// given this type and nothing else: it cannot see an edge that it will be tested on, and the full
/// graph does not compile in its place.
public struct ResidualGraph: Sendable {
  /// The graph of the edges that may be learned from; it has all nodes of the full graph.
  public let graph: Graph

  init(_ graph: Graph) {
    self.graph = graph
  }
}
