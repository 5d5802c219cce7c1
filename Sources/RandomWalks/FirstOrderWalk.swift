public import Graphs
public import ParallelLoops

/// A walk that steps to a neighbor in proportion to the edge's weight, whatever came before.
///
/// On an unweighted graph every neighbor is as likely as the others. This is the walk of DeepWalk
/// (Perozzi, Al-Rfou, Skiena: DeepWalk: Online Learning of Social Representations, KDD 2014).
public struct FirstOrderWalk: RandomWalk {
  /// The graph that is walked on.
  public let graph: Graph
  private let sampler: NeighborSampler

  /// Prepares walks on a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph to walk on.
  ///   - threadCount: The largest number of threads used to prepare a weighted graph.
  /// - Complexity: O(1) on an unweighted graph. On a weighted one O(*n*) for *n* arcs, and 8 bytes
  ///   of memory an arc.
  public init(on graph: Graph, threadCount: Int = processorCount) {
    self.graph = graph
    sampler = NeighborSampler(graph, threadCount: threadCount)
  }

  /// Appends the nodes of one walk to a buffer.
  ///
  /// - Parameters:
  ///   - start: The first node.
  ///   - length: The number of nodes of the walk, the first included; at least 1.
  ///   - walk: The buffer to append to.
  ///   - generator: The generator of the walk.
  /// - Precondition: `start` is a node of the graph.
  /// - Complexity: O(`length`).
  public func append(
    from start: Node, length: Int, to walk: inout [Node], using generator: inout SplitMix64
  ) {
    var node = start
    walk.append(node)
    let neighbors = graph.allNeighbors
    for _ in 1..<length {
      let row = graph.row(of: node)
      if row.isEmpty { return }
      node = neighbors[sampler.arc(of: row, using: &generator)]
      walk.append(node)
    }
  }
}
