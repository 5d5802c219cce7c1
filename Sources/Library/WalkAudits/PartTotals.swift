/// How many steps led into each part, and how many are expected, over many contexts.
///
/// In each context, a step leads into a part with some probability *P*: over all steps, the count
/// has mean Σ *P* and variance Σ *P* (1 − *P*), and is close to normal if the variance is large.
/// This finds deviations that no single context is visited often enough to show.
struct PartTotals: Sendable {
  /// The variance from which on the count is treated as normal.
  private static let smallestVariance = 25.0

  private(set) var stepCount = 0
  private(set) var observed = 0
  private(set) var expected = 0.0
  private(set) var variance = 0.0

  /// Adds the steps of a context.
  mutating func add(steps: Int, observed: Int, probability: Double) {
    stepCount += steps
    self.observed += observed
    expected += Double(steps) * probability
    variance += Double(steps) * probability * (1 - probability)
  }

  /// Adds other totals.
  mutating func add(_ other: PartTotals) {
    stepCount += other.stepCount
    observed += other.observed
    expected += other.expected
    variance += other.variance
  }

  /// The probability of a count at least as far from the expectation; nil if the variance is too
  /// small.
  var pValue: Double? {
    if variance < Self.smallestVariance { return nil }
    let difference = Double(observed) - expected
    return ChiSquared.survival(difference * difference / variance, degreesOfFreedom: 1)
  }
}
