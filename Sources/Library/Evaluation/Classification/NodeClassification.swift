public import EmbeddingTables
public import Errors
public import Graphs

/// The experiment: learn labels from the vectors of some nodes and name those of the others.
///
/// This is the protocol of the DeepWalk paper: logistic regression, one label versus the rest; for
/// each node of the test the *k* likeliest labels, where *k*, the number of labels that it has, is
/// known. With one label a node that is the likeliest label.
public struct NodeClassification: Sendable {
  private let options: NodeClassificationOptions
  private let threadCount: Int

  /// Prepares an experiment.
  ///
  /// - Parameters:
  ///   - options: How classification is tried.
  ///   - threadCount: The largest number of threads; it does not change the report.
  /// - Throws: `OptionError` when an option is out of its range.
  public init(
    options: NodeClassificationOptions, threadCount: Int
  ) throws(OptionError) {
    try options.validate()
    self.options = options
    self.threadCount = threadCount
  }

  /// Runs the experiment on random splits, or once on a given one.
  ///
  /// - Parameters:
  ///   - embedding: The vectors; the rows are the nodes of the labels.
  ///   - labels: The labels.
  ///   - split: A split to use instead of random ones; nodes without a label are left out of it.
  ///   - onProgress: Called with the share of splits that are done, in 0...1.
  /// - Returns: The report.
  /// - Throws: `NodeClassificationError` when there is too little to learn from or to test on.
  public func run(
    on embedding: Embedding, labels: NodeLabels, split: NodeSplit? = nil,
    onProgress: (Double) -> Void = { _ in }
  ) throws -> NodeClassificationReport {
    guard labels.nodeCount == embedding.count else {
      throw NodeClassificationError.wrongNodeCount(
        labels: labels.nodeCount, vectors: embedding.count)
    }
    let labelled = labels.labelledNodes
    guard !labelled.isEmpty else { throw NodeClassificationError.noLabelledNodes }
    let present = Set(labelled.flatMap { labels[$0] })
    guard present.count > 1 else {
      throw NodeClassificationError.oneLabel(labels.labelNames[Int(labels[labelled[0]][0])])
    }
    let shares = split == nil ? options.trainingShares : [0]
    let repetitionCount = split == nil ? options.repetitionCount : 1
    var parts: [NodeClassificationReport.Part] = []
    for (index, share) in shares.enumerated() {
      var results: [ClassificationScores] = []
      var counts = (training: 0, test: 0)
      for repetition in 0..<repetitionCount {
        let split =
          try split.map { try Self.labelled($0, in: labels) }
          ?? NodeSplit(of: labels, share: share, seed: options.seed, repetition: repetition)
        results.append(try scores(on: embedding, labels: labels, split: split))
        counts = (split.training.count, split.test.count)
        onProgress(
          (Double(index) + Double(repetition + 1) / Double(repetitionCount)) / Double(shares.count))
      }
      parts.append(
        NodeClassificationReport.Part(
          trainingShare: split == nil ? share : Double(counts.training) / Double(labelled.count),
          trainingCount: counts.training, testCount: counts.test,
          microF1: Spread(of: results.map(\.microF1)), macroF1: Spread(of: results.map(\.macroF1)),
          accuracy: Spread(of: results.map(\.accuracy)), labels: Self.sum(results)))
    }
    return NodeClassificationReport(
      options: options, isGivenSplit: split != nil, labelledCount: labelled.count,
      nodeCount: labels.nodeCount, isMultiLabel: labels.isMultiLabel,
      labelNames: labels.labelNames, parts: parts)
  }

  private func scores(
    on embedding: Embedding, labels: NodeLabels, split: NodeSplit
  ) throws -> ClassificationScores {
    let classifier = try NodeClassifier(
      on: embedding, labels: labels, nodes: split.training, cost: options.cost,
      threadCount: threadCount)
    let actual = split.test.map { node in labels[node].map { Int($0) } }
    let predicted = zip(split.test, actual).map { node, labels in
      classifier.likeliestLabels(of: node, count: labels.count).map { Int($0.label) }
    }
    return try ClassificationScores(
      predicted: predicted, actual: actual, labelCount: labels.labelCount)
  }

  private static func labelled(
    _ split: NodeSplit, in labels: NodeLabels
  ) throws(NodeClassificationError) -> NodeSplit {
    let training = split.training.filter { !labels[$0].isEmpty }
    let test = split.test.filter { !labels[$0].isEmpty }
    guard !training.isEmpty else { throw .emptyPart("train") }
    guard !test.isEmpty else { throw .emptyPart("test") }
    return NodeSplit(training: training, test: test)
  }

  private static func sum(_ results: [ClassificationScores]) -> [LabelCounts] {
    results[0].labels.indices.map { label in
      results.reduce(into: LabelCounts()) { $0 += $1.labels[label] }
    }
  }
}
