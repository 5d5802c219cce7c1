public import RandomWalks

/// The settings of a paper or a program, to compare with or to reproduce.
public enum TrainingPreset: String, Sendable, CaseIterable {
  /// The paper of Perozzi, Al-Rfou and Skiena, section 6: 80 walks of 40 nodes, hierarchical softmax.
  case deepWalk2014 = "deepwalk-2014"
  /// The reference program of Grover and Leskovec: 10 walks of 80 nodes, negative sampling, and the
  /// subsampling that its word2vec has on unless told otherwise.
  case node2Vec2016 = "node2vec-2016"
  /// What gensim's `Word2Vec` does with `sg=1` and nothing else said, on node2vec's walks.
  case gensim
  /// What classifies the nodes of BlogCatalog best in the time of the defaults and half as much again:
  /// short windows on many walks that move freely, and a high rate. For dense graphs of that kind;
  /// sparse ones, such as citations, want the defaults.
  case blogCatalog = "blogcatalog"

  /// The number, the length and the kind of the walks.
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
    // The programs' rates end at 0.0001, and do not fall below it.
    training.finalLearningRateShare = 0.004
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
