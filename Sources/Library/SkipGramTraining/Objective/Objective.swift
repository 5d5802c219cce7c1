/// What predicts what: the input side of the objective.
public enum TrainingModel: String, Sendable, CaseIterable {
  /// A node predicts each node near it (Mikolov et al., NIPS 2013); what DeepWalk and node2vec use.
  case skipGram = "skip-gram"
  /// The mean of the nodes near it predicts a node (Mikolov et al.: Efficient Estimation of Word
  /// Representations in Vector Space, 2013).
  ///
  /// The gradient is that of the mean, divided by the number of nodes, where word2vec.c omits the
  /// division (O. İrsoy, A. Benton, K. Stratos: Corrected CBOW Performs as well as Skip-gram, 2021).
  case continuousBagOfWords = "cbow"
}

/// What a prediction is trained against: the output side of the objective.
public enum OutputLayer: String, Sendable, CaseIterable {
  /// The true node against a few nodes drawn by frequency.
  case negativeSampling = "negative-sampling"
  /// The way to the true node through a Huffman tree of all nodes (F. Morin, Y. Bengio: Hierarchical
  /// Probabilistic Neural Network Language Model, AISTATS 2005); what DeepWalk's paper uses.
  case hierarchicalSoftmax = "hierarchical-softmax"
}

/// How a gradient changes a row.
public enum TrainingOptimizer: String, Sendable, CaseIterable {
  /// By the learning rate times the gradient.
  case gradientDescent = "sgd"
  /// By the learning rate times the gradient over the root of the sum of the row's mean squared
  /// gradients so far: one number a row (J. Duchi, E. Hazan, Y. Singer: Adaptive Subgradient
  /// Methods, JMLR 2011; row-wise as in PyTorch-BigGraph, MLSys 2019). Takes a learning rate near 0.1.
  case rowwiseAdagrad = "adagrad"
}

/// How the learning rate goes from its start to its end.
public enum LearningRateSchedule: String, Sendable, CaseIterable {
  /// In a straight line, as word2vec does.
  case linear
  /// It stays at its start.
  case constant
  /// Along half a cosine (I. Loshchilov, F. Hutter: SGDR, ICLR 2017, without restarts).
  case cosine
}
