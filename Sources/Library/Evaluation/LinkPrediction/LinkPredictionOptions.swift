public import Errors

/// The settings of an experiment in link prediction.
public struct LinkPredictionOptions: Sendable {
  /// Which edges are removed, and which pairs without an edge they are compared with.
  public var split = EdgeSplitOptions()
  /// The ways to score pairs by their vectors; at least one.
  ///
  /// The verdict is about the first operator or, if there are validation edges, the one that does
  /// best on them.
  public var operators = EdgeOperator.allCases
  /// The number of splits, each with an embedding of its own; at least 1.
  public var repetitionCount = 1
  /// *C* of the logistic regression; positive.
  public var cost = 1.0
  /// The number of times to resample the test pairs for the intervals; at least 20.
  public var bootstrapSampleCount = 200
  /// The ranks *k* at which to count hits; each at least 1.
  public var hitRanks = [10, 50, 100]
  /// The seed of the splits, from which the seeds of the embeddings are derived.
  public var seed: UInt64 = 1

  /// The number of test negatives among which each positive is ranked; all of them if there are
  /// fewer.
  public static let rankedNegativeCount = 1000

  /// Creates the default options: one split as in the node2vec paper, every operator.
  public init() {
    split.largestTrainingCount = 20_000
  }

  /// Checks that every option is in range; the shares are checked by the split.
  ///
  /// - Throws: `OptionError` for the first that is not.
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
