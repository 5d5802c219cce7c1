/// The range that a metric would be in 95 % of the time if other pairs had been drawn.
public struct Interval: Sendable, Equatable {
  /// The lower end: the 2.5th percentile.
  public let low: Double
  /// The upper end: the 97.5th percentile.
  public let high: Double
  /// The standard deviation of the resampled values.
  public let standardError: Double

  /// Computes the interval of resampled values.
  ///
  /// - Parameter samples: The values, in any order; at least one. Percentiles are interpolated.
  init(of samples: [Double]) {
    let sorted = samples.sorted()
    func percentile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }
    low = percentile(0.025)
    high = percentile(0.975)
    standardError = Spread(of: samples).deviation
  }

  /// Creates an interval from its ends.
  init(low: Double, high: Double, standardError: Double) {
    self.low = low
    self.high = high
    self.standardError = standardError
  }

  /// The means of the ends and of the errors of several intervals.
  static func mean(of intervals: [Interval]) -> Interval {
    func mean(_ value: (Interval) -> Double) -> Double {
      intervals.reduce(0) { $0 + value($1) } / Double(intervals.count)
    }
    return Interval(
      low: mean(\.low), high: mean(\.high), standardError: mean(\.standardError))
  }
}
