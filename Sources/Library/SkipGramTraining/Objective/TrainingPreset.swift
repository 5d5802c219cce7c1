public import RandomWalks

/// The settings of a paper or a program, for comparison or reproduction.
public enum TrainingPreset: String, Sendable, CaseIterable {
  /// The paper of Perozzi, Al-Rfou and Skiena, section 6: 80 walks of 40 nodes, hierarchical
  /// softmax.
  case deepWalk2014 = "deepwalk-2014"
  /// The reference implementation by Grover and Leskovec: 10 walks of 80 nodes, negative sampling,
  /// and the subsampling that its word2vec uses by default.
  case node2Vec2016 = "node2vec-2016"
  /// The defaults of gensim's `Word2Vec` with `sg=1`, on node2vec's walks.
  case gensim
  /// The settings that classify the nodes of BlogCatalog best within one and a half times the time
  /// of the defaults: short windows on many unbiased walks, and a high learning rate. They suit
  /// dense graphs of this kind; for sparse ones, such as citation networks, use the defaults.
  case blogCatalog = "blogcatalog"

  /// The number, length and kind of walks.
  public var walks: WalkOptions {
    var walks = WalkOptions()
    walks.walksPerNode = 10
    walks.walkLength = 80
    switch self {
    case .deepWalk2014:
      walks.walksPerNode = 80
      walks.walkLength = 40
    case .blogCatalog:
      walks.walksPerNode = 26
      walks.returnParameter = 0.25
      walks.inOutParameter = 0.25
    case .node2Vec2016, .gensim: break
    }
    return walks
  }

  /// The objective and the length of training.
  public var training: SkipGramOptions {
    var training = SkipGramOptions()
    // The programs' learning rates end at 0.0001 and never fall below it.
    training.finalLearningRateShare = 0.004
    training.hasDegreeAxis = false
    switch self {
    case .deepWalk2014:
      training.outputLayer = .hierarchicalSoftmax
    case .node2Vec2016:
      training.subsampling = 1e-3
    case .gensim:
      training.dimensions = 100
      training.windowSize = 5
      training.epochCount = 5
      training.subsampling = 1e-3
    case .blogCatalog:
      training.windowSize = 4
      training.learningRate = 0.05
    }
    return training
  }
}
