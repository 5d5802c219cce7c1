internal import Algorithms
public import Errors

/// The rank of each positive among the same negatives.
///
/// The rank is 1, plus 1 for each negative with a higher score, plus one half for each with an
/// equal score, so that a constant score gains nothing.
public struct Ranks: Sendable {
  /// The rank of each positive: at least 1, and a multiple of one half.
  public let values: [Double]

  /// Ranks each positive.
  ///
  /// - Parameters:
  ///   - positives: The scores of the positives.
  ///   - negatives: The scores of the negatives among which each positive is ranked.
  /// - Throws: `MetricError` if either is empty or a score is not finite.
  /// - Complexity: O(*n* log *m*) for *n* scores and *m* negatives.
  public init(of positives: [Double], among negatives: [Double]) throws(MetricError) {
    guard !positives.isEmpty else { throw .noPositives }
    guard !negatives.isEmpty else { throw .noNegatives }
    let notFinite = (positives + negatives).count { !$0.isFinite }
    guard notFinite == 0 else { throw .notFinite(count: notFinite) }
    let sorted = negatives.sorted()
    values = positives.map { score in
      let lower = sorted.indices.partitioningIndex { sorted[$0] >= score }
      let notHigher = sorted.indices.partitioningIndex { sorted[$0] > score }
      return 1 + Double(sorted.count - notHigher) + Double(notHigher - lower) / 2
    }
  }

  /// The share of positives whose rank is at most *k*.
  ///
  /// - Parameter k: The largest rank that counts; at least 1.
  /// - Returns: A number in 0...1.
  /// - Throws: `OptionError` if `k` is less than 1.
  public func hits(at k: Int) throws(OptionError) -> Double {
    try OptionError.require(k >= 1, "k", k, "at least 1")
    return Double(values.count { $0 <= Double(k) }) / Double(values.count)
  }

  /// The mean reciprocal rank.
  public var meanReciprocalRank: Double {
    values.reduce(0) { $0 + 1 / $1 } / Double(values.count)
  }
}
