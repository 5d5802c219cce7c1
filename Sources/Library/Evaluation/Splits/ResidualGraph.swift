public import Graphs

/// A graph without the edges that are to be predicted.
///
/// Only a split creates one. Everything that learns in an experiment, whether an embedding or a
/// heuristic, is given this type and nothing else: it cannot see an edge that it will be tested on,
/// and passing the full graph instead does not compile.
public struct ResidualGraph: Sendable {
  /// The graph of the edges that may be learned from; it has all nodes of the full graph.
  public let graph: Graph

  init(_ graph: Graph) {
    self.graph = graph
  }
}
