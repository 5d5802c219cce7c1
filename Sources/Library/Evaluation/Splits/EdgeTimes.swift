public import Graphs

/// The time at which each edge of a graph appeared.
public struct EdgeTimes: Sendable {
  private var times: [NodePair: Double] = [:]
  private let isDirected: Bool

  /// Creates the times of edges; a repeated edge has its earliest time.
  ///
  /// - Parameters:
  ///   - edges: Source, target and time of each edge. An undirected edge may be given either way.
  ///   - isDirected: Whether an edge leads only from its source to its target.
  /// - Throws: `EdgeSplitError.timeNotFinite` if a time is not finite.
  public init(
    _ edges: some Collection<(Node, Node, Double)>, isDirected: Bool
  ) throws(EdgeSplitError) {
    for (source, target, time) in edges where !time.isFinite {
      throw .timeNotFinite(source: source, target: target)
    }
    self.init(finite: edges, isDirected: isDirected)
  }

  /// Creates the times of edges, all of which are finite.
  init(finite edges: some Collection<(Node, Node, Double)>, isDirected: Bool) {
    self.isDirected = isDirected
    for (source, target, time) in edges {
      let pair = NodePair(source, target).normalized(isDirected: isDirected)
      times[pair] = min(time, times[pair] ?? time)
    }
  }

  /// The time of an edge, or nil if it has none.
  subscript(pair: NodePair) -> Double? { times[pair.normalized(isDirected: isDirected)] }
}
