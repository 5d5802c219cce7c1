/// A measure of how near two vectors are to each other.
public enum VectorMetric: String, CaseIterable, Sendable {
  /// The cosine of the angle between the vectors, in −1...1; larger is nearer.
  ///
  /// The cosine with a vector of zeros is 0, as for a right angle.
  case cosine
  /// The dot product; larger is nearer.
  case dot
  /// The Euclidean distance; smaller is nearer.
  ///
  /// It is computed as the root of the summed squared differences; a shortcut through dot products
  /// would lose the digits of small distances.
  case euclidean

  /// Whether smaller numbers mean nearer.
  public var isDistance: Bool { self == .euclidean }

  /// Converts an internal score, of which larger ones are always nearer, into the reported number.
  func reported(_ score: Float) -> Float {
    switch self {
    case .cosine: min(1, max(-1, score))
    case .dot: score
    case .euclidean: (-score).squareRoot()
    }
  }
}
