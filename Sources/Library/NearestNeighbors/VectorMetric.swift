/// How near two vectors are to each other.
public enum VectorMetric: String, CaseIterable, Sendable {
  /// The cosine of the angle between them, in −1...1; larger is nearer.
  ///
  /// The cosine with a vector of zeros is 0, as if it were at a right angle.
  case cosine
  /// Their dot product; larger is nearer.
  case dot
  /// Their Euclidean distance; smaller is nearer.
  ///
  /// It is the root of the summed squares of the differences, without a short cut through dot
  /// products, which would lose the digits of small distances.
  case euclidean

  /// Whether smaller numbers mean nearer.
  public var isDistance: Bool { self == .euclidean }

  /// The number that a caller sees for a score, of which larger ones are always nearer.
  func reported(_ score: Float) -> Float {
    switch self {
    case .cosine: min(1, max(-1, score))
    case .dot: score
    case .euclidean: (-score).squareRoot()
    }
  }
}
