internal import Text

/// Why an experiment cannot be run, apart from problems with its split.
public enum LinkPredictionError: Error, Equatable, CustomStringConvertible {
  /// The embedding does not have a vector for each node.
  case wrongVectorCount(found: Int, nodeCount: Int)
  /// The vector of a node has a component that is not finite.
  case notFinite(node: String)
  /// No metric can be computed from the scores of a method.
  case noMetric(method: String, reason: MetricError)

  /// What is wrong and what would be accepted.
  public var description: String {
    switch self {
    case .wrongVectorCount(let found, let nodeCount):
      "the embedding has \(found) vectors for \(nodeCount) nodes"
    case .notFinite(let node):
      "the vector of node \(Excerpt.quoted(node.utf8)) has a component that "
        + "is infinite or not a number"
    case .noMetric(let method, let reason): "\(method): \(reason)"
    }
  }
}
