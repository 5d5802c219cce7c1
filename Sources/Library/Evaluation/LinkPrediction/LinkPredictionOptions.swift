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
  /// The number of splits, each with an embedding of its own; from 1 to 10,000.
  public var repetitionCount = 1
  /// *C* of the logistic regression; positive.
  public var cost = 1.0
  /// The number of times to resample the test pairs for the intervals; from 20 to 100,000.
  public var bootstrapSampleCount = 200
  /// The ranks *k* at which to count hits; each from 1 to 1,000,000,000.
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
      (1...10_000).contains(repetitionCount), "repetitionCount", repetitionCount,
      "from 1 to 10000")
    try OptionError.require(cost > 0 && cost <= 1e9, "cost", cost, "above 0 and at most 1e9")
    try OptionError.require(
      (20...100_000).contains(bootstrapSampleCount), "bootstrapSampleCount", bootstrapSampleCount,
      "from 20 to 100000")
    try OptionError.require(
      !hitRanks.isEmpty && hitRanks.allSatisfy { (1...1_000_000_000).contains($0) }, "hitRanks",
      hitRanks, "whole numbers from 1 to 1000000000")
    try split.validateTrainingCount()
  }
}
