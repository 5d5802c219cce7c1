/// Why scores have no metric.
public enum MetricError: Error, Equatable, CustomStringConvertible {
  /// There is nothing to find: no score belongs to a positive.
  case noPositives
  /// There is nothing to tell positives from: no score belongs to a negative.
  case noNegatives
  /// Scores are infinite or not numbers.
  case notFinite(count: Int)

  /// What is missing, in words.
  public var description: String {
    switch self {
    case .noPositives: "a metric needs scores of positives, and there are none"
    case .noNegatives: "a metric needs scores of negatives, and there are none"
    case .notFinite(let count): "\(count) of the scores are infinite or not numbers"
    }
  }
}
