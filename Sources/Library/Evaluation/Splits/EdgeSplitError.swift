public import Graphs

/// Why a graph cannot be split.
public enum EdgeSplitError: Error, Equatable, CustomStringConvertible {
  /// The shares are out of range or leave no edge.
  case invalidShares(total: Double)
  /// A part would contain no edge.
  case tooSmall(part: String, share: Double, edgeCount: Int)
  /// Too few edges can be removed: the others keep components connected, or are a node's last edge.
  case tooSparse(wanted: Int, removable: Int, edgeCount: Int)
  /// There are too few pairs of the requested kind without an edge.
  case tooFewNegatives(found: Int, wanted: Int, kind: String)
  /// No edge to be predicted has a common neighbor in the residual graph.
  case noTwoHopEdges(part: String)
  /// Reversed edges were requested as negatives of an undirected graph.
  case notDirected
  /// No edge can be reversed: every reversed edge is an edge, too.
  case noReversedEdges(part: String)
  /// A temporal split was requested of a graph without times.
  case missingTimes
  /// A time is not finite.
  case timeNotFinite(source: Node, target: Node)
  /// An edge has no time.
  case edgeWithoutTime(source: String, target: String)
  /// Too many times are equal to cut between them.
  case tiedTimes(part: String)

  /// What is wrong and what would be accepted.
  public var description: String {
    switch self {
    case .invalidShares(let total):
      "shares of edges are at least 0, that of the test above 0, and all together below 1, not "
        + "\(total)"
    case .tooSmall(let part, let share, let edgeCount):
      "a share of \(share) of \(edgeCount) edges leaves the \(part) without any"
    case .tooSparse(let wanted, let removable, let edgeCount):
      "the graph is too sparse: \(wanted) of \(edgeCount) edges were to be taken out, and "
        + (removable * 1000 < edgeCount
          ? "\(removable == 0 ? "none" : String(removable)) can be; ask for the random split"
          : "\(removable) can be; ask for a share of at most "
            + "\(Double(removable * 1000 / edgeCount) / 1000), or for the random split")
    case .tooFewNegatives(let found, let wanted, let kind):
      "\(wanted) \(kind) pairs without an edge are needed, and \(found) were found"
    case .noTwoHopEdges(let part):
      "no edge of the \(part) has a common neighbor in what is left of the graph: two-hop "
        + "negatives make no sense here"
    case .notDirected: "reversed negatives need a directed graph"
    case .noReversedEdges(let part):
      "every edge of the \(part) has one that leads back: there are no reversed negatives"
    case .missingTimes: "a temporal split needs a time for each edge"
    case .timeNotFinite(let source, let target):
      "the time of the edge from node \(source) to node \(target) is infinite or not a number"
    case .edgeWithoutTime(let source, let target): "the edge \(source) \(target) has no time"
    case .tiedTimes(let part):
      "too many edges have the same time: the \(part) would have no edge of its own"
    }
  }
}
