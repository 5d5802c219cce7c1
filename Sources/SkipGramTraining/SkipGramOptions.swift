internal import CVectorKernels
public import RandomWalks

/// What the skip-gram objective is and how long it is trained.
///
/// The defaults are those of word2vec's authors, but for subsampling, which is off: frequent nodes
/// of a graph are not stop words.
public struct SkipGramOptions: Sendable {
  /// The number of components of a node's vector; at least 1.
  public var dimensions = 128
  /// The largest distance, in steps of a walk, at which two nodes are a pair; at least 1.
  public var windowSize = 10
  /// Whether each node of a walk draws its own window from 1...`windowSize`, as word2vec does, so
  /// that near nodes are paired more often than far ones.
  public var reducesWindow = true
  /// The number of negative samples of a pair, in 1...63.
  public var negativeSampleCount = 5
  /// The power of a node's frequency that its share of the negative samples is proportional to.
  public var negativeExponent = 0.75
  /// The learning rate at the start; positive and finite.
  public var learningRate = 0.025
  /// The learning rate at the end, as a share of `learningRate`; it falls linearly.
  public var finalLearningRateShare = 0.0001
  /// The number of passes over the walks; at least 1.
  public var epochCount = 1
  /// Above 0, frequent nodes are left out of walks at random, as word2vec's `sample` does: a node
  /// whose share of the walks is *f* stays with probability √(*s*/*f*) + *s*/*f*.
  public var subsampling = 0.0

  /// Creates the default options.
  public init() {}

  /// The largest number of negative samples of a pair.
  public static let largestNegativeSampleCount = Int(VK_MAX_TARGETS) - 1

  /// Checks that every option lies in its range.
  ///
  /// - Throws: `OptionError` for the first that does not.
  public func validate() throws(OptionError) {
    try OptionError.require(dimensions >= 1, "dimensions", dimensions, "at least 1")
    try OptionError.require(windowSize >= 1, "windowSize", windowSize, "at least 1")
    try OptionError.require(
      (1...Self.largestNegativeSampleCount).contains(negativeSampleCount), "negativeSampleCount",
      negativeSampleCount, "from 1 to \(Self.largestNegativeSampleCount)")
    try OptionError.require(
      negativeExponent.isFinite, "negativeExponent", negativeExponent, "finite")
    try OptionError.require(
      learningRate > 0 && learningRate.isFinite, "learningRate", learningRate,
      "positive and finite")
    try OptionError.require(
      (0...1).contains(finalLearningRateShare), "finalLearningRateShare", finalLearningRateShare,
      "from 0 to 1")
    try OptionError.require(epochCount >= 1, "epochCount", epochCount, "at least 1")
    try OptionError.require(
      subsampling >= 0 && subsampling.isFinite, "subsampling", subsampling, "0 (off) or positive")
  }
}
