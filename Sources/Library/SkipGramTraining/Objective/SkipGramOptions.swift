internal import CVectorKernels
public import RandomWalks

/// The skip-gram objective and the length of training.
///
/// The defaults are those of word2vec's authors, except that subsampling is off: the frequent nodes
/// of a graph are not stop words.
public struct SkipGramOptions: Sendable {
  /// The number of components of a node's vector; from 1 to 65,536.
  public var dimensions = 128
  /// The maximum distance, in steps of a walk, between the nodes of a pair; from 1 to 65,535.
  public var windowSize = 10
  /// Whether each node of a walk draws its own window size from 1...`windowSize`, as in word2vec,
  /// so that near nodes are paired more often than distant ones.
  public var reducesWindow = true
  /// The number of negative samples per pair, in 1...63.
  ///
  /// Pairs are trained in groups of four that share their samples: three are drawn for every five,
  /// and weighted so that the expected gradient is that of this number.
  public var negativeSampleCount = 5
  /// The exponent of the noise distribution: negative samples are drawn with probability
  /// proportional to this power of a node's frequency; from −10 to 10.
  public var negativeExponent = 0.75
  /// The learning rate at the start; above 0 and at most 1,000,000.
  public var learningRate = 0.025
  /// The learning rate at the end, as a share of `learningRate`; ignored if the rate is constant.
  public var finalLearningRateShare = 0.0001
  /// The number of passes over the walks; from 1 to 1,000,000.
  public var epochCount = 1
  /// The subsampling threshold *s*, called `sample` in word2vec; 0 keeps all nodes.
  ///
  /// Frequent nodes are left out of walks at random: a node whose share of the walks is *f* is kept
  /// with probability √(*s*/*f*) + *s*/*f*.
  public var subsampling = 0.0
  /// Whether `Node2Vec` and `DeepWalk` let one direction of the vectors tell the degrees of nodes.
  ///
  /// The mean of all vectors is taken off; in its direction, a vector gets a component that grows
  /// with the degree, and apart from it a length that falls a little with the degree. Products
  /// then predict edges better, and maps are worse, which show the degree first. This holds
  /// for skip-gram with negative sampling, from random vectors of 16 components or more; other
  /// vectors stay as they are trained.
  public var hasDegreeAxis = false

  /// What predicts what.
  ///
  /// Skip-gram with negative sampling is trained on all threads. Every other objective is trained
  /// in the order of the walks on one thread, since its steps have rows in common.
  public var model = TrainingModel.skipGram
  /// What is predicted.
  public var outputLayer = OutputLayer.negativeSampling
  /// How a gradient changes a row.
  public var optimizer = TrainingOptimizer.gradientDescent
  /// How the learning rate changes from its start to its end.
  public var schedule = LearningRateSchedule.linear
  /// The number of episodes without a lower held-out loss after which training stops, at least 1.
  ///
  /// If it is nil, training never stops early. A run has at least 60 episodes, if it has as many
  /// walks.
  public var patience: Int?

  /// Creates the default options.
  public init() {}

  /// The maximum number of negative samples per pair.
  public static let largestNegativeSampleCount = Int(VK_MAX_TARGETS) - 1

  /// Checks that every option is in range.
  ///
  /// - Throws: `OptionError` for the first that is not.
  public func validate() throws(OptionError) {
    try OptionError.require(
      (1...1 << 16).contains(dimensions), "dimensions", dimensions, "from 1 to 65536")
    try OptionError.require(
      (1...Int(UInt16.max)).contains(windowSize), "windowSize", windowSize, "from 1 to 65535")
    try OptionError.require(
      (1...Self.largestNegativeSampleCount).contains(negativeSampleCount), "negativeSampleCount",
      negativeSampleCount, "from 1 to \(Self.largestNegativeSampleCount)")
    try OptionError.require(
      (-10...10).contains(negativeExponent), "negativeExponent", negativeExponent,
      "from -10 to 10")
    try OptionError.require(
      learningRate > 0 && learningRate <= 1e6, "learningRate", learningRate,
      "above 0 and at most 1000000")
    try OptionError.require(
      (0...1).contains(finalLearningRateShare), "finalLearningRateShare", finalLearningRateShare,
      "from 0 to 1")
    try OptionError.require(
      (1...1_000_000).contains(epochCount), "epochCount", epochCount, "from 1 to 1000000")
    try OptionError.require(
      subsampling >= 0 && subsampling.isFinite, "subsampling", subsampling, "0 (off) or positive")
    try OptionError.require(patience ?? 1 >= 1, "patience", patience ?? 1, "at least 1")
  }
}

extension SkipGramOptions {
  /// The learning rate after a share of the work is done.
  func learningRate(at done: Double) -> Double {
    let fallen: Double =
      switch schedule {
      case .linear: done
      case .constant: 0
      case .cosine: 0.5 - 0.5 * cosine(ofTurn: done / 2)
      }
    return learningRate * (1 - fallen * (1 - finalLearningRateShare))
  }

  /// The cosine of a fraction of a full turn, in 0...1/2, by its series, since `cos` is not rounded
  /// identically on every machine.
  private func cosine(ofTurn turn: Double) -> Double {
    let x = (0.25 - turn) * 2 * Double.pi
    var term = x
    var sum = x
    for n in 1...12 {
      term *= -x * x / Double(2 * n * (2 * n + 1))
      sum += term
    }
    return sum
  }
}
