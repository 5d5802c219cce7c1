public import Graphs

/// A way to walk at random over a graph.
///
/// A walk is a function of its generator alone: the same generator gives the same walk, on any
/// thread and in any order.
public protocol RandomWalk: Sendable {
  /// The graph that is walked on.
  var graph: Graph { get }

  /// Appends the nodes of one walk to a buffer.
  ///
  /// The walk ends early at a node that no edge leaves; from an isolated node it is that node.
  ///
  /// - Parameters:
  ///   - start: The first node.
  ///   - length: The number of nodes of the walk, the first included; at least 1.
  ///   - walk: The buffer to append to.
  ///   - generator: The generator of the walk.
  /// - Precondition: `start` is a node of the graph.
  func append(
    from start: Node, length: Int, to walk: inout [Node], using generator: inout SplitMix64)
}
