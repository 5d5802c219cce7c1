public import EmbeddingTables
internal import Errors
public import Graphs
internal import Names
public import Parallel
internal import SystemLibrary

/// Predicts the labels of a node from its vector.
///
/// A logistic regression for each label separates its nodes from all others ("one versus rest"),
/// using the vectors unscaled.
///
/// B. Perozzi, R. Al-Rfou, S. Skiena: DeepWalk: Online Learning of Social Representations, KDD
/// 2014, section 5.
public struct NodeClassifier: Sendable {
  private let models: [LogisticRegression]
  private let embedding: Embedding

  /// Trains a classifier.
  ///
  /// - Parameters:
  ///   - embedding: The vectors; its rows are the nodes of `labels`.
  ///   - labels: The labels.
  ///   - nodes: The nodes to train on, with labels; at least one.
  ///   - cost: *C* of the logistic regression; positive and finite.
  ///   - threadCount: The maximum number of threads, at least 1; it does not change the classifier.
  /// - Throws: `OptionError` if a number is out of range; `NodeClassificationError` if vectors and
  ///   labels do not match, if a vector is not finite, if no node is given, or if a node has no
  ///   vector; `CancellationError` if the current task is canceled.
  public init(
    on embedding: Embedding, labels: NodeLabels, nodes: [Node], cost: Double = 1,
    threadCount: Int = processorCount
  ) throws {
    try OptionError.require(cost > 0 && cost.isFinite, "cost", cost, "positive and finite")
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    guard labels.nodeCount == embedding.count else {
      throw NodeClassificationError.wrongNodeCount(
        labels: labels.nodeCount, vectors: embedding.count)
    }
    if let row = embedding.firstRowThatIsNotFinite {
      throw NodeClassificationError.notFinite(node: embedding.names[row])
    }
    guard !nodes.isEmpty else { throw NodeClassificationError.noLabeledNodes }
    for node in nodes { try Self.require(node, in: embedding) }
    var elements: [Double] = []
    elements.reserveCapacity(nodes.count * embedding.dimensions)
    for node in nodes {
      let vector = embedding[Int(node)]
      for index in vector.indices { elements.append(Double(vector[index])) }
    }
    let answers = (0..<labels.labelCount).map { label in
      nodes.map { labels[$0].contains(NodeLabels.Label(label)) }
    }
    models = try LogisticRegression.train(
      on: FeatureMatrix(columnCount: embedding.dimensions, elements: elements), answers: answers,
      cost: cost, threadCount: threadCount)
    self.embedding = embedding
  }

  /// Returns the most likely labels of a node.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - count: The number of labels to return, in 0...(number of labels).
  /// - Returns: Labels in order of descending probability, each with the probability that its own
  ///   model assigns; of equal ones the smaller number comes first.
  /// - Throws: `NodeClassificationError.unknownNode` if the node has no vector.
  public func likeliestLabels(
    of node: Node, count: Int
  ) throws(NodeClassificationError) -> [(label: NodeLabels.Label, probability: Double)] {
    try Self.require(node, in: embedding)
    let scores = scores(of: node)
    let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    return order.prefix(max(0, count)).map { (NodeLabels.Label($0), 1 / (1 + exp(-scores[$0]))) }
  }

  private static func require(
    _ node: Node, in embedding: Embedding
  ) throws(NodeClassificationError) {
    guard Int(node) < embedding.count else {
      throw .unknownNode(Int(node), nodeCount: embedding.count)
    }
  }

  /// The score of each label: the logarithm of its odds.
  private func scores(of node: Node) -> [Double] {
    let vector = embedding[Int(node)]
    return models.map { model in
      var sum = model.intercept
      for index in vector.indices { sum += model.weights[index] * Double(vector[index]) }
      return sum
    }
  }
}
