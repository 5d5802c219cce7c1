/// A metric of one method, over all splits.
public struct Measurement: Sendable, Equatable {
  /// The mean and the standard deviation of the metric over the splits.
  public let spread: Spread
  /// The 95 % interval over resamples of the test pairs: the mean interval of the splits.
  public let interval: Interval
}
