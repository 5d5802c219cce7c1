/// What predicts what: the input side of the objective.
public enum TrainingModel: String, Sendable, CaseIterable {
  /// A node predicts each node near it, as in DeepWalk and node2vec (Mikolov et al., NIPS 2013).
  case skipGram = "skip-gram"
  /// The mean of the nodes near a node predicts it (Mikolov et al.: Efficient Estimation of Word
  /// Representations in Vector Space, 2013).
  ///
  /// The gradient of an input is divided by the number of inputs, as the mean requires; word2vec.c
  /// omits the division (O. İrsoy, A. Benton, K. Stratos: Corrected CBOW Performs as well as
  /// Skip-gram, 2021).
  case continuousBagOfWords = "cbow"
}

/// What is predicted: the output side of the objective.
public enum OutputLayer: String, Sendable, CaseIterable {
  /// The true node against a few nodes drawn by frequency.
  case negativeSampling = "negative-sampling"
  /// The path to the true node in a Huffman tree of all nodes, as in DeepWalk's paper (F. Morin, Y.
  /// Bengio: Hierarchical Probabilistic Neural Network Language Model, AISTATS 2005).
  case hierarchicalSoftmax = "hierarchical-softmax"
}

/// How a gradient changes a row.
public enum TrainingOptimizer: String, Sendable, CaseIterable {
  /// By the learning rate times the gradient.
  case gradientDescent = "sgd"
  /// By the learning rate times the gradient, divided by the root of the sum of the row's mean
  /// squared gradients so far, which is one number per row (J. Duchi, E. Hazan, Y. Singer: Adaptive
  /// Subgradient Methods, JMLR 2011; row-wise as in PyTorch-BigGraph, MLSys 2019). Use a learning
  /// rate near 0.1.
  case rowwiseAdagrad = "adagrad"
}

/// How the learning rate changes from its start to its end.
public enum LearningRateSchedule: String, Sendable, CaseIterable {
  /// Linearly, as in word2vec.
  case linear
  /// Not at all.
  case constant
  /// Along half a cosine (I. Loshchilov, F. Hutter: SGDR, ICLR 2017, without restarts).
  case cosine
}
