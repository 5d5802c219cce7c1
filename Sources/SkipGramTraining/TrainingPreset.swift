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

  /// The number, the length and the kind of the walks.
  public var walks: WalkOptions {
    var walks = WalkOptions()
    walks.walksPerNode = self == .deepWalk2014 ? 80 : 10
    walks.walkLength = self == .deepWalk2014 ? 40 : 80
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
    }
    return training
  }
}
