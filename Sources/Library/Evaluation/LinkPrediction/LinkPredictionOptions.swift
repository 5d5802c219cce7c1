public import Errors

/// The settings of an experiment in link prediction.
public struct LinkPredictionOptions: Sendable {
  /// Which edges are taken out and what they are told apart from.
  public var split = EdgeSplitOptions()
  /// How the vectors of two nodes make a score; at least one.
  ///
  /// The verdict is on the first, or with validation edges on the one that does best on them.
  public var operators = EdgeOperator.allCases
  /// The number of splits, each with an embedding of its own; at least 1.
  public var repetitionCount = 1
  /// *C* of the logistic regression; positive.
  public var cost = 1.0
  /// The number of times that the test pairs are resampled for the intervals; at least 20.
  public var bootstrapSampleCount = 200
  /// The ranks that hits are counted at; each at least 1.
  public var hitRanks = [10, 50, 100]
  /// The seed of the splits and of what is handed to the embedding.
  public var seed: UInt64 = 1

  /// The number of negatives of the test that each positive is ranked among, or all where there are
  /// fewer.
  public static let rankedNegativeCount = 1000

  /// Creates the default options: one split of the node2vec paper, every operator.
  public init() {
    split.largestTrainingCount = 20_000
  }

  /// Checks that every option lies in its range; the shares are checked by the split.
  ///
  /// - Throws: `OptionError` for the first that does not.
  public func validate() throws(OptionError) {
    try OptionError.require(!operators.isEmpty, "operators", "none", "at least one")
    try OptionError.require(
      repetitionCount >= 1, "repetitionCount", repetitionCount, "at least 1")
    try OptionError.require(cost > 0 && cost.isFinite, "cost", cost, "positive and finite")
    try OptionError.require(
      bootstrapSampleCount >= 20, "bootstrapSampleCount", bootstrapSampleCount, "at least 20")
    try OptionError.require(
      !hitRanks.isEmpty && hitRanks.allSatisfy { $0 >= 1 }, "hitRanks", hitRanks,
      "whole numbers from 1 on")
    try split.validateTrainingCount()
  }
}
