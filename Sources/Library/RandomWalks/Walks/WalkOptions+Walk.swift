public import Graphs
public import Parallel

extension WalkOptions {
  /// Prepares walks of the kind that these options ask for.
  ///
  /// - Parameters:
  ///   - graph: The graph to walk on.
  ///   - threadCount: The largest number of threads.
  /// - Returns: The walks, or nil where they need types of nodes or times of edges.
  /// - Precondition: The options are valid.
  /// - Complexity: That of preparing the kind of walk.
  public func walk(on graph: Graph, threadCount: Int = processorCount) -> (any RandomWalk)? {
    switch impliedStrategy {
    case .uniform: FirstOrderWalk(on: graph, ignoresWeights: true, threadCount: threadCount)
    case .weighted: FirstOrderWalk(on: graph, threadCount: threadCount)
    case .node2vec, .node2vecPlus:
      if returnParameter == 1 && inOutParameter == 1 {
        // Every factor is 1.
        FirstOrderWalk(on: graph, threadCount: threadCount)
      } else {
        SecondOrderWalk(
          on: graph, returnParameter: returnParameter, inOutParameter: inOutParameter,
          tieDeviation: impliedStrategy == .node2vecPlus ? tieDeviation ?? 0 : nil,
          threadCount: threadCount)
      }
    case .restart:
      RestartWalk(
        on: graph, restartProbability: restartProbability ?? Self.standardRestartProbability,
        threadCount: threadCount)
    case .metapath, .temporal: nil
    }
  }

  /// Prepares walks along the metapath.
  ///
  /// - Parameters:
  ///   - graph: The graph to walk on.
  ///   - types: The types of its nodes.
  ///   - threadCount: The largest number of threads.
  /// - Returns: The walks.
  /// - Throws: `MetapathError` when the metapath names a type that no node has.
  public func walk(
    on graph: Graph, types: NodeTypes, threadCount: Int = processorCount
  ) throws(MetapathError) -> MetapathWalk {
    try MetapathWalk(on: graph, types: types, path: metapath, threadCount: threadCount)
  }
}
