/// A parameter of `WalkOptions` that only some kinds of walks have.
///
/// The raw value is the name of the property.
public enum WalkParameter: String, Sendable {
  /// *p* of node2vec.
  case returnParameter
  /// *q* of node2vec.
  case inOutParameter
  /// *γ* of node2vec+.
  case tieDeviation
  /// The probability of a jump back to the first node.
  case restartProbability
  /// The types of nodes in turn.
  case metapath
}
