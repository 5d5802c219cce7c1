public import EmbeddingTables
public import Errors
public import Graphs
internal import Names
public import Parallel

/// An experiment that learns labels from the vectors of some nodes and predicts those of the
/// others.
///
/// This is the protocol of the DeepWalk paper: logistic regression, one label versus the rest. The
/// number *k* of labels of each test node is taken as known, and the *k* likeliest labels are
/// predicted. If every node has one label, that is the likeliest label.
///
/// ```swift
/// let report = try NodeClassification().run(on: embedding, labels: labels)
/// print(report.text)
/// ```
public struct NodeClassification: Sendable {
  private let options: NodeClassificationOptions
  private let threadCount: Int

  /// Prepares an experiment.
  ///
  /// - Parameters:
  ///   - options: The settings of the experiment.
  ///   - threadCount: The maximum number of threads, at least 1; it does not change the report.
  /// - Throws: `OptionError` if an option is out of range.
  public init(
    options: NodeClassificationOptions = NodeClassificationOptions(),
    threadCount: Int = processorCount
  ) throws(OptionError) {
    try options.validate()
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    self.options = options
    self.threadCount = threadCount
  }

  /// Runs the experiment on random splits, or once on a given one.
  ///
  /// - Parameters:
  ///   - embedding: The vectors; its rows are the nodes of `labels`.
  ///   - labels: The labels.
  ///   - split: A split to use instead of random ones; its nodes without a label are ignored.
  ///   - onProgress: Called with the share of splits that are done, in 0...1.
  /// - Returns: The report.
  /// - Throws: `NodeClassificationError` if there is too little to train or test on, if vectors,
  ///   labels and split do not match, or if a vector is not finite; `CancellationError` if the
  ///   current task is canceled.
  public func run(
    on embedding: Embedding, labels: NodeLabels, split: NodeSplit? = nil,
    onProgress: (Double) -> Void = { _ in }
  ) throws -> NodeClassificationReport {
    guard labels.nodeCount == embedding.count else {
      throw NodeClassificationError.wrongNodeCount(
        labels: labels.nodeCount, vectors: embedding.count)
    }
    let labeled = labels.labeledNodes
    guard !labeled.isEmpty else { throw NodeClassificationError.noLabeledNodes }
    let present = Set(labeled.flatMap { labels[$0] })
    guard present.count > 1 else {
      throw NodeClassificationError.oneLabel(labels.labelNames[Int(labels[labeled[0]][0])])
    }
    let shares = split == nil ? options.trainingShares : [0]
    let repetitionCount = split == nil ? options.repetitionCount : 1
    var parts: [NodeClassificationReport.Part] = []
    for (index, share) in shares.enumerated() {
      var results: [ClassificationScores] = []
      var counts = (training: 0, test: 0)
      for repetition in 0..<repetitionCount {
        try Task.checkCancellation()
        let split =
          try split.map { try Self.labeled($0, in: labels, names: embedding.names) }
          ?? NodeSplit(of: labels, share: share, seed: options.seed, repetition: repetition)
        results.append(try scores(on: embedding, labels: labels, split: split))
        counts = (split.training.count, split.test.count)
        onProgress(
          (Double(index) + Double(repetition + 1) / Double(repetitionCount)) / Double(shares.count))
      }
      parts.append(
        NodeClassificationReport.Part(
          trainingShare: split == nil ? share : Double(counts.training) / Double(labeled.count),
          trainingCount: counts.training, testCount: counts.test,
          microF1: Spread(of: results.map(\.microF1)), macroF1: Spread(of: results.map(\.macroF1)),
          accuracy: Spread(of: results.map(\.accuracy)), labels: Self.sum(results)))
    }
    return NodeClassificationReport(
      options: options, isGivenSplit: split != nil, labeledCount: labeled.count,
      nodeCount: labels.nodeCount, isMultiLabel: labels.isMultiLabel,
      labelNames: labels.labelNames, parts: parts)
  }

  /// Runs the experiment asynchronously, on a thread outside of Swift's own pool.
  ///
  /// Canceling the task ends the experiment within a tenth of a second.
  ///
  /// - Parameters:
  ///   - embedding: The vectors; its rows are the nodes of `labels`.
  ///   - labels: The labels.
  ///   - split: A split to use instead of random ones; its nodes without a label are ignored.
  ///   - onProgress: Called with the share of splits that are done, in 0...1.
  /// - Returns: The report.
  /// - Throws: What the synchronous form throws.
  public func run(
    on embedding: Embedding, labels: NodeLabels, split: NodeSplit? = nil,
    onProgress: @escaping @Sendable (Double) -> Void = { _ in }
  ) async throws -> NodeClassificationReport {
    try await awaited {
      try run(on: embedding, labels: labels, split: split, onProgress: onProgress)
    }
  }

  private func scores(
    on embedding: Embedding, labels: NodeLabels, split: NodeSplit
  ) throws -> ClassificationScores {
    let classifier = try NodeClassifier(
      on: embedding, labels: labels, nodes: split.training, cost: options.cost,
      threadCount: threadCount)
    let actual = split.test.map { node in labels[node].map { Int($0) } }
    let predicted = try zip(split.test, actual).enumerated().map { index, example in
      if index.isMultiple(of: 1024) { try Task.checkCancellation() }
      let (node, labels) = example
      return try classifier.likeliestLabels(of: node, count: labels.count).map { Int($0.label) }
    }
    return try ClassificationScores(
      predicted: predicted, actual: actual, labelCount: labels.labelCount)
  }

  private static func labeled(
    _ split: NodeSplit, in labels: NodeLabels, names: NameList
  ) throws(NodeClassificationError) -> NodeSplit {
    for node in split.training + split.test where Int(node) >= labels.nodeCount {
      throw .unknownNode(Int(node), nodeCount: labels.nodeCount)
    }
    if let node = Set(split.training).intersection(split.test).min() {
      throw .inBothParts(node: names[Int(node)])
    }
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
