/// A metric of one method, over all splits.
public struct Measurement: Sendable, Equatable {
  /// The metric of each split: their mean and how far they lie apart.
  public let spread: Spread
  /// Where 95 % of draws of the test's edges would put it: the mean interval of the splits.
  public let interval: Interval
}
