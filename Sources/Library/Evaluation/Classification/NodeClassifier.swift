public import EmbeddingTables
public import Graphs
internal import Names
internal import SystemLibrary

/// Says what labels a node has from its vector.
///
/// A logistic regression for each label tells its nodes from all others ("one versus rest"), on the
/// vectors as they are.
///
/// B. Perozzi, R. Al-Rfou, S. Skiena: DeepWalk: Online Learning of Social Representations, KDD 2014,
/// section 5.
public struct NodeClassifier: Sendable {
  private let models: [LogisticRegression]
  private let embedding: Embedding

  /// Trains a classifier.
  ///
  /// - Parameters:
  ///   - embedding: The vectors; the rows are the nodes of the labels.
  ///   - labels: The labels.
  ///   - nodes: The nodes to train on, with labels.
  ///   - cost: *C* of the logistic regression.
  ///   - threadCount: The largest number of threads; it does not change the classifier.
  /// - Throws: `NodeClassificationError` when vectors and labels do not fit together, when a vector
  ///   is not finite, and when no node is given.
  public init(
    on embedding: Embedding, labels: NodeLabels, nodes: [Node], cost: Double = 1,
    threadCount: Int
  ) throws(NodeClassificationError) {
    guard labels.nodeCount == embedding.count else {
      throw .wrongNodeCount(labels: labels.nodeCount, vectors: embedding.count)
    }
    if let row = embedding.firstRowThatIsNotFinite {
      throw .notFinite(node: embedding.names[row])
    }
    guard !nodes.isEmpty else { throw .noLabelledNodes }
    var elements: [Double] = []
    elements.reserveCapacity(nodes.count * embedding.dimensions)
    for node in nodes {
      let vector = embedding[Int(node)]
      for index in vector.indices { elements.append(Double(vector[index])) }
    }
    let answers = (0..<labels.labelCount).map { label in
      nodes.map { labels[$0].contains(NodeLabels.Label(label)) }
    }
    models = LogisticRegression.train(
      on: FeatureMatrix(columnCount: embedding.dimensions, elements: elements), answers: answers,
      cost: cost, threadCount: threadCount)
    self.embedding = embedding
  }

  /// The labels that a node most likely has.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - count: How many labels to give, at most as many as there are.
  /// - Returns: Labels from the likeliest on, each with the probability that its own model gives
  ///   it; of equal ones the smaller number first.
  public func likeliestLabels(
    of node: Node, count: Int
  ) -> [(label: NodeLabels.Label, probability: Double)] {
    let scores = scores(of: node)
    let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    return order.prefix(count).map { (NodeLabels.Label($0), 1 / (1 + exp(-scores[$0]))) }
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
