public import Graphs

/// A way to walk at random over a graph.
///
/// A walk is a function of its generator alone: the same start and generator give the same walk, on
/// any thread, in any order and whatever other walks are made at the same time.
public protocol RandomWalk: Sendable {
  /// The graph that is walked on.
  var graph: Graph { get }

  /// The number of bytes of the tables that walks hold beside the graph.
  var tableByteCount: Int { get }

  /// Appends walks to a buffer, many of them in flight at once.
  ///
  /// A walk ends early at a node that no edge leaves; from an isolated node it is that node.
  ///
  /// - Parameters:
  ///   - count: The number of walks.
  ///   - length: The number of nodes of a walk that finds no dead end; at least 1.
  ///   - nodes: The buffer that the walks' nodes are appended to, one walk after the other.
  ///   - ends: The buffer that the end of each walk in `nodes` is appended to.
  ///   - origin: The first node and the generator of each walk, by its number in 0..<`count`.
  /// - Precondition: Every first node is a node of the graph.
  func append(
    _ count: Int, length: Int, to nodes: inout [Node], ends: inout [Int],
    from origin: (Int) -> (node: Node, generator: SplitMix64))
}
