/// Why no metric can be computed from scores.
public enum MetricError: Error, Equatable, CustomStringConvertible {
  /// There are no positives.
  case noPositives
  /// There are no negatives.
  case noNegatives
  /// Some scores are not finite.
  case notFinite(count: Int)

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .noPositives: "a metric needs scores of positives, and there are none"
    case .noNegatives: "a metric needs scores of negatives, and there are none"
    case .notFinite(let count): "\(count) of the scores are infinite or not numbers"
    }
  }
}
