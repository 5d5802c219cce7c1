/// How many steps led into each part, and how many should have, over many contexts.
///
/// In a context a step leads into a part with some probability *P*: over all steps the count has
/// mean Σ *P* and variance Σ *P* (1 − *P*), and is close to normal when the variance is large. This
/// finds what no single context is visited often enough to show.
struct PartTotals: Sendable {
  /// The variance from which on the count is taken as normal.
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

  /// Adds what other totals hold.
  mutating func add(_ other: PartTotals) {
    stepCount += other.stepCount
    observed += other.observed
    expected += other.expected
    variance += other.variance
  }

  /// The probability of a count as far from the expected one, or nil where that says nothing.
  var pValue: Double? {
    if variance < Self.smallestVariance { return nil }
    let difference = Double(observed) - expected
    return ChiSquared.survival(difference * difference / variance, degreesOfFreedom: 1)
  }
}
