internal import Text
public import EmbeddingTables
public import Graphs
internal import Parallel
public import RandomWalks
public import SkipGramTraining

/// Node2vec: node embeddings by biased random walks and skip-gram training.
///
/// ```swift
/// let graph = try Graph(contentsOf: "graphs/karate.edges")
/// let embedding = try Node2Vec(returnParameter: 0.25, inOutParameter: 0.25).embed(graph)
/// embedding.vector(named: "34")  // 128 numbers
/// ```
///
/// A. Grover, J. Leskovec: node2vec: Scalable Feature Learning for Networks, KDD 2016. With *p* =
/// *q* = 1 the walks are those of DeepWalk.
public struct Node2Vec: Sendable {
  /// The number, length and kind of walks.
  public var walks = WalkOptions()
  /// The skip-gram objective and the length of training.
  public var training = SkipGramOptions()
  /// The seed of all randomness: the same seed gives the same vectors, bit for bit.
  public var seed: UInt64 = 1
  /// The maximum number of threads; it does not change the vectors.
  public var threadCount = processorCount

  /// Creates the method with the defaults of the paper.
  ///
  /// - Parameters:
  ///   - returnParameter: *p*: above 1, walks avoid stepping back.
  ///   - inOutParameter: *q*: above 1, walks stay near their start; below 1, they move outward.
  ///   - dimensions: The number of components of a vector.
  ///   - seed: The seed of all randomness.
  public init(
    returnParameter: Double = 1, inOutParameter: Double = 1, dimensions: Int = 128,
    seed: UInt64 = 1
  ) {
    walks.returnParameter = returnParameter
    walks.inOutParameter = inOutParameter
    training.dimensions = dimensions
    self.seed = seed
  }

  /// Learns a vector for every node of a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph; a node without edges gets a vector, too.
  ///   - start: The initial vectors; random ones by default.
  ///   - checkpoints: Where and how often to save checkpoints; none by default.
  ///   - onProgress: Called from time to time, on the calling thread.
  ///   - shouldStop: Called from time to time; returns whether to stop the run.
  /// - Returns: The vectors, named and ordered like the nodes.
  /// - Throws: `OptionError` if an option is out of range, `TrainingError` if training diverges, is
  ///   stopped, or a checkpoint cannot be used, `CancellationError` soon after the current task is
  ///   canceled.
  /// - Complexity: O(*n* · *r* · *l* · *w* · *d* · *k*) for *n* nodes, *r* walks per node of length
  ///   *l*, window *w*, *d* dimensions and *k* negative samples.
  public func embed(
    _ graph: Graph, from start: WarmStart? = nil, checkpoints: Checkpoints? = nil,
    onProgress: (TrainingProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws -> Embedding {
    try validate()
    return try embed(
      walks.walk(on: graph, threadCount: threadCount), from: start, checkpoints: checkpoints,
      onProgress: onProgress, shouldStop: shouldStop)
  }

  /// Learns a vector for every node from walks of any kind.
  ///
  /// - Parameters:
  ///   - walk: The kind of walk; only the number and the length are taken from `walks`.
  ///   - start: The initial vectors; random ones by default.
  ///   - checkpoints: Where and how often to save checkpoints; none by default.
  ///   - onProgress: Called from time to time, on the calling thread.
  ///   - shouldStop: Called from time to time; returns whether to stop the run.
  /// - Returns: The vectors, named and ordered like the nodes.
  /// - Throws: `OptionError` if an option is out of range, `TrainingError` if training diverges, is
  ///   stopped, or a checkpoint cannot be used, `CancellationError` soon after the current task is
  ///   canceled.
  /// - Complexity: As for a graph.
  public func embed(
    _ walk: any RandomWalk, from start: WarmStart? = nil, checkpoints: Checkpoints? = nil,
    onProgress: (TrainingProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws -> Embedding {
    try validate()
    let corpus = WalkCorpus(
      walk, walksPerNode: walks.walksPerNode, walkLength: walks.walkLength, seed: seed)
    let model = try SkipGramTrainer(options: training, seed: seed, threadCount: threadCount)
      .train(
        on: corpus, from: start, checkpoints: checkpoints, onProgress: onProgress,
        shouldStop: shouldStop)
    return Embedding(
      names: walk.graph.names, dimensions: training.dimensions, vectors: model.takeVectors(),
      metadata: metadata(of: walk.graph))
  }

  /// Learns a vector for every node of a graph asynchronously.
  ///
  /// The work runs on a thread of its own. Canceling the task ends it within a tenth of a second.
  ///
  /// ```swift
  /// let embedding = try await Node2Vec().embed(graph) { print($0.fraction) }
  /// ```
  ///
  /// - Parameters:
  ///   - graph: The graph; a node without edges gets a vector, too.
  ///   - start: The initial vectors; random ones by default.
  ///   - checkpoints: Where and how often to save checkpoints; none by default.
  ///   - onProgress: Called from time to time, on the thread of the work.
  /// - Returns: The vectors, named and ordered like the nodes: those of the synchronous form, bit
  ///   for bit.
  /// - Throws: What the synchronous form throws.
  public func embed(
    _ graph: Graph, from start: WarmStart? = nil, checkpoints: Checkpoints? = nil,
    onProgress: @escaping @Sendable (TrainingProgress) -> Void = { _ in }
  ) async throws -> Embedding {
    try await awaited {
      try embed(graph, from: start, checkpoints: checkpoints, onProgress: onProgress)
    }
  }

  /// Learns a vector for every node from walks of any kind, asynchronously.
  ///
  /// The work runs on a thread of its own. Canceling the task ends it within a tenth of a second.
  ///
  /// - Parameters:
  ///   - walk: The kind of walk; only the number and the length are taken from `walks`.
  ///   - start: The initial vectors; random ones by default.
  ///   - checkpoints: Where and how often to save checkpoints; none by default.
  ///   - onProgress: Called from time to time, on the thread of the work.
  /// - Returns: The vectors, named and ordered like the nodes.
  /// - Throws: What the synchronous form throws.
  public func embed(
    _ walk: any RandomWalk, from start: WarmStart? = nil, checkpoints: Checkpoints? = nil,
    onProgress: @escaping @Sendable (TrainingProgress) -> Void = { _ in }
  ) async throws -> Embedding {
    try await awaited {
      try embed(walk, from: start, checkpoints: checkpoints, onProgress: onProgress)
    }
  }

  private func validate() throws(OptionError) {
    try walks.validate()
    try training.validate()
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
  }

  /// The metadata with which the vectors can be reproduced.
  private func metadata(of graph: Graph) -> EmbeddingMetadata {
    metadata(
      graphDigest: graph.digest.hexadecimalText,
      walks: [
        ("walks", walks.impliedStrategy.rawValue), ("p", "\(walks.returnParameter)"),
        ("q", "\(walks.inOutParameter)"), ("walks per node", "\(walks.walksPerNode)"),
        ("walk length", "\(walks.walkLength)"),
      ])
  }

  /// The metadata of vectors trained on some walks.
  ///
  /// - Parameters:
  ///   - graphDigest: The digest of the graph, if the walks were made on one.
  ///   - walks: What is known about the walks.
  /// - Returns: The metadata.
  func metadata(
    graphDigest: String? = nil, walks: [(key: String, value: String)]
  ) -> EmbeddingMetadata {
    let method = "\(training.model.rawValue) with \(training.outputLayer.rawValue)"
    let entries =
      [("method", "\(method) on random walks")]
      + (graphDigest.map { [("graph digest", $0)] } ?? []) + [("seed", "\(seed)")] + walks
      + [
        ("window", "\(training.windowSize)\(training.reducesWindow ? ", reduced at random" : "")"),
        ("negatives", "\(training.negativeSampleCount)"),
        ("negative exponent", "\(training.negativeExponent)"),
        ("epochs", "\(training.epochCount)"), ("optimizer", training.optimizer.rawValue),
        ("learning rate", "\(training.learningRate), \(training.schedule.rawValue)"),
        ("subsampling", "\(training.subsampling)"),
      ]
    var metadata = EmbeddingMetadata()
    for (key, value) in entries { metadata[key] = value }
    return metadata
  }
}
