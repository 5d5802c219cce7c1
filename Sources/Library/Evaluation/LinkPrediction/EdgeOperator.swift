/// A way to compute a score of a pair of nodes from their vectors.
///
/// The first four compute one feature per component, on which a classifier is trained; the last
/// three are scores themselves. All are symmetric: the order of the two nodes does not matter.
///
/// A. Grover, J. Leskovec: node2vec: Scalable Feature Learning for Networks, KDD 2016, table 1.
public enum EdgeOperator: String, CaseIterable, Sendable {
  /// The products of the components.
  case hadamard
  /// The means of the components.
  case average
  /// The absolute differences of the components.
  case weightedL1 = "weighted-l1"
  /// The squared differences of the components.
  case weightedL2 = "weighted-l2"
  /// The dot product.
  case dot
  /// The cosine of the angle; 0 if a vector is zero.
  case cosine
  /// The negative distance, so that near pairs score high.
  case euclidean

  /// Whether a classifier learns a weight for each component.
  public var isLearned: Bool {
    switch self {
    case .hadamard, .average, .weightedL1, .weightedL2: true
    case .dot, .cosine, .euclidean: false
    }
  }

  /// The feature computed from two components.
  @inline(__always)
  func feature(_ first: Double, _ second: Double) -> Double {
    switch self {
    case .hadamard, .dot, .cosine: first * second
    case .average: (first + second) / 2
    case .weightedL1: abs(first - second)
    case .weightedL2, .euclidean: (first - second) * (first - second)
    }
  }
}
