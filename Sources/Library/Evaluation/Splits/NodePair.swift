public import Graphs

/// Two nodes that may or may not be joined by an edge.
///
/// In an undirected graph, the smaller node comes first.
public struct NodePair: Sendable, Hashable {
  /// The node that an edge would come from.
  public let source: Node
  /// The node that an edge would lead to.
  public let target: Node

  /// Creates a pair.
  ///
  /// - Parameters:
  ///   - source: The node that an edge would come from.
  ///   - target: The node that an edge would lead to.
  public init(_ source: Node, _ target: Node) {
    self.source = source
    self.target = target
  }

  /// The pair with the smaller node first; unchanged if the graph is directed.
  func normalized(isDirected: Bool) -> NodePair {
    isDirected || source <= target ? self : reversed
  }

  /// The pair with its nodes exchanged.
  var reversed: NodePair { NodePair(target, source) }
}
