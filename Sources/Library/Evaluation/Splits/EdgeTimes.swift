public import Graphs

/// When each edge of a graph came up.
public struct EdgeTimes: Sendable {
  private var times: [NodePair: Double] = [:]
  private let isDirected: Bool

  /// Creates the times of edges; an edge that came up repeatedly counts from its first time.
  ///
  /// - Parameters:
  ///   - edges: Source, target and time, which is finite. An undirected edge may be given either way.
  ///   - isDirected: Whether an edge leads only from its source to its target.
  public init(_ edges: some Sequence<(Node, Node, Double)>, isDirected: Bool) {
    self.isDirected = isDirected
    for (source, target, time) in edges {
      precondition(time.isFinite, "times are finite")
      let pair = NodePair(source, target).normalized(isDirected: isDirected)
      times[pair] = min(time, times[pair] ?? time)
    }
  }

  /// The time of an edge, or nil.
  subscript(pair: NodePair) -> Double? { times[pair.normalized(isDirected: isDirected)] }
}
