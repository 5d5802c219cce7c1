internal import SystemLibrary

/// A test of whether counts are a sample of a distribution: the *G*-test (likelihood ratio).
///
/// Outcomes with an expected count below five are grouped, since the statistic follows the χ²
/// distribution only if expected counts are not small.
///
/// R. R. Sokal, F. J. Rohlf: Biometry, chapter 17, with Williams' correction.
package struct FrequencyTest: Sendable, Equatable {
  /// 2 Σ observed · ln(observed / expected), after Williams' correction.
  package let statistic: Double
  /// The number of groups of outcomes minus one; 0 if there is nothing to compare.
  package let degreesOfFreedom: Int
  /// The probability of a statistic at least as large if the counts are such a sample.
  ///
  /// It is 1 if there is nothing to compare.
  package let pValue: Double

  /// The smallest expected count of a group of outcomes.
  static let smallestExpectedCount = 5.0

  /// Compares counts with probabilities.
  ///
  /// - Parameters:
  ///   - counts: How often each outcome was observed.
  ///   - probabilities: The probability of each outcome, all positive; they are scaled to a sum of
  ///     1.
  /// - Complexity: O(*n*) for *n* outcomes.
  package init(counts: [Int], probabilities: [Double]) {
    precondition(counts.count == probabilities.count, "one probability a count")
    let total = Double(counts.reduce(0, +))
    let scale = total / probabilities.reduce(0, +)
    var groups: [(observed: Double, expected: Double)] = []
    var rare = (observed: 0.0, expected: 0.0)
    for (count, probability) in zip(counts, probabilities) {
      let group = (observed: Double(count), expected: probability * scale)
      if group.expected < Self.smallestExpectedCount {
        rare.observed += group.observed
        rare.expected += group.expected
      } else {
        groups.append(group)
      }
    }
    if rare.expected >= Self.smallestExpectedCount {
      groups.append(rare)
    } else if let smallest = groups.indices.min(by: { groups[$0].expected < groups[$1].expected }) {
      groups[smallest].observed += rare.observed
      groups[smallest].expected += rare.expected
    }
    degreesOfFreedom = max(0, groups.count - 1)
    guard degreesOfFreedom > 0 else {
      statistic = 0
      pValue = 1
      return
    }
    var sum = 0.0
    for group in groups where group.observed > 0 {
      sum += group.observed * log(group.observed / group.expected)
    }
    let k = Double(groups.count)
    let correction =
      1
      + (groups.reduce(0) { $0 + 1 / $1.expected } * total - 1)
      / (6 * total * (k - 1)) * (total > 0 ? 1 : 0)
    statistic = max(0, 2 * sum / correction)
    pValue = ChiSquared.survival(statistic, degreesOfFreedom: degreesOfFreedom)
  }
}
