public import Graphs

/// A kind of random walk on a graph.
///
/// A walk depends only on its first node and its generator: it is the same on any thread, in any
/// order and whatever other walks are made at the same time.
public protocol RandomWalk: Sendable {
  /// The graph that the walks are on.
  var graph: Graph { get }

  /// The number of bytes of the tables that walks hold in addition to the graph.
  var tableByteCount: Int { get }

  /// Appends walks to a buffer, making many of them at once.
  ///
  /// A walk ends early at a node without outgoing edges; a walk from such a node has one node.
  ///
  /// - Parameters:
  ///   - count: The number of walks.
  ///   - length: The number of nodes of a walk that meets no dead end; at least 1.
  ///   - nodes: The buffer to which the nodes of the walks are appended, one walk after another.
  ///   - ends: The buffer to which the end of each walk in `nodes` is appended.
  ///   - origin: The first node and the generator of each walk, by its number in 0..<`count`.
  /// - Precondition: Every first node is a node of the graph.
  func append(
    _ count: Int, length: Int, to nodes: inout [Node], ends: inout [Int],
    from origin: (Int) -> (node: Node, generator: SplitMix64))
}
