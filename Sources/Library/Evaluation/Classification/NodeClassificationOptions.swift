public import Errors

/// The settings of an experiment in node classification.
public struct NodeClassificationOptions: Sendable {
  /// The shares of the labeled nodes to train on, each above 0 and below 1.
  public var trainingShares = [0.1, 0.5, 0.9]
  /// The number of random splits for each share; at least 1.
  public var repetitionCount = 10
  /// *C* of the logistic regression; positive.
  public var cost = 1.0
  /// The seed of the splits.
  public var seed: UInt64 = 1

  /// Creates the default options: shares of 10, 50 and 90 %, ten splits each.
  public init() {}

  /// Checks that every option is in range.
  ///
  /// - Throws: `OptionError` for the first that is not.
  public func validate() throws(OptionError) {
    try OptionError.require(
      !trainingShares.isEmpty && trainingShares.allSatisfy { $0 > 0 && $0 < 1 }, "trainingShares",
      trainingShares, "above 0 and below 1 each")
    try OptionError.require(
      (1...10_000).contains(repetitionCount), "repetitionCount", repetitionCount,
      "from 1 to 10000")
    try OptionError.require(cost > 0 && cost <= 1e9, "cost", cost, "above 0 and at most 1e9")
  }
}
