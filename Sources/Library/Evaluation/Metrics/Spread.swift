/// The mean and the standard deviation of repeated values.
public struct Spread: Sendable, Equatable {
  /// The mean.
  public let mean: Double
  /// The standard deviation, with *n* − 1 in the denominator; 0 for a single value.
  public let deviation: Double
  /// The number of values.
  public let count: Int

  /// Summarizes values.
  ///
  /// - Parameter values: At least one value.
  package init(of values: [Double]) {
    precondition(!values.isEmpty, "a spread needs a value")
    let mean = values.reduce(0, +) / Double(values.count)
    self.mean = mean
    count = values.count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    deviation = values.count < 2 ? 0 : (squares / Double(values.count - 1)).squareRoot()
  }
}
