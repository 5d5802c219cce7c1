internal import Text
public import EmbeddingTables
public import Graphs
internal import Parallel
public import RandomWalks
public import SkipGramTraining

/// Node embeddings by biased random walks and skip-gram training.
///
/// ```swift
/// let graph = try Graph(contentsOf: "graphs/karate.edges")
/// let embedding = try Node2Vec(returnParameter: 0.25, inOutParameter: 0.25).embed(graph)
/// embedding.vector(named: "34")  // 128 numbers
/// ```
///
/// A. Grover, J. Leskovec: node2vec: Scalable Feature Learning for Networks, KDD 2016. With *p* = *q*
/// = 1 the walks are those of DeepWalk.
public struct Node2Vec: Sendable {
  /// How many walks are made, how long they are and how they turn.
  public var walks = WalkOptions()
  /// What the skip-gram objective is and how long it is trained.
  public var training = SkipGramOptions()
  /// The seed of everything that is random: the same seed gives the same vectors, bit by bit.
  public var seed: UInt64 = 1
  /// The largest number of threads; it does not change the vectors.
  public var threadCount = processorCount

  /// Creates the method with the defaults of the paper.
  ///
  /// - Parameters:
  ///   - returnParameter: *p*: above 1, walks avoid stepping back.
  ///   - inOutParameter: *q*: above 1, walks stay near; below 1, they move outward.
  ///   - dimensions: The number of components of a vector.
  ///   - seed: The seed of everything that is random.
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
  ///   - graph: The graph; a node without edges gets a vector too.
  ///   - start: Vectors to start from; without it, random ones.
  ///   - checkpoints: Where the run leaves checkpoints; without it, nowhere.
  ///   - onProgress: Called now and then, on the calling thread.
  ///   - shouldStop: Asked now and then whether the run is to stop there.
  /// - Returns: The vectors under the nodes' names, in the order of the nodes.
  /// - Throws: `OptionError` when an option is out of its range, `TrainingError` when training
  ///   diverges, is stopped, or a checkpoint cannot be used, `CancellationError` soon after the
  ///   current task was canceled.
  /// - Complexity: O(*n* · *r* · *l* · *w* · *d* · *k*) for *n* nodes, *r* walks a node of length *l*,
  ///   window *w*, *d* dimensions and *k* negative samples.
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
  ///   - walk: The kind of walk; of `walks`, only the number and the length are looked at.
  ///   - start: Vectors to start from; without it, random ones.
  ///   - checkpoints: Where the run leaves checkpoints; without it, nowhere.
  ///   - onProgress: Called now and then, on the calling thread.
  ///   - shouldStop: Asked now and then whether the run is to stop there.
  /// - Returns: The vectors under the nodes' names, in the order of the nodes.
  /// - Throws: `OptionError` when an option is out of its range, `TrainingError` when training
  ///   diverges, is stopped, or a checkpoint cannot be used, `CancellationError` soon after the
  ///   current task was canceled.
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

  /// Learns a vector for every node of a graph, for whoever awaits it.
  ///
  /// The work is done on a thread of its own. Cancelling the task ends it within a tenth of a second.
  ///
  /// ```swift
  /// let embedding = try await Node2Vec().embed(graph) { print($0.fraction) }
  /// ```
  ///
  /// - Parameters:
  ///   - graph: The graph; a node without edges gets a vector too.
  ///   - start: Vectors to start from; without it, random ones.
  ///   - checkpoints: Where the run leaves checkpoints; without it, nowhere.
  ///   - onProgress: Called now and then, on the thread of the work.
  /// - Returns: The vectors under the nodes' names, in the order of the nodes: those of the
  ///   synchronous form, bit by bit.
  /// - Throws: What the synchronous form throws.
  public func embed(
    _ graph: Graph, from start: WarmStart? = nil, checkpoints: Checkpoints? = nil,
    onProgress: @escaping @Sendable (TrainingProgress) -> Void = { _ in }
  ) async throws -> Embedding {
    try await awaited {
      try embed(graph, from: start, checkpoints: checkpoints, onProgress: onProgress)
    }
  }

  /// Learns a vector for every node from walks of any kind, for whoever awaits it.
  ///
  /// The work is done on a thread of its own. Cancelling the task ends it within a tenth of a second.
  ///
  /// - Parameters:
  ///   - walk: The kind of walk; of `walks`, only the number and the length are looked at.
  ///   - start: Vectors to start from; without it, random ones.
  ///   - checkpoints: Where the run leaves checkpoints; without it, nowhere.
  ///   - onProgress: Called now and then, on the thread of the work.
  /// - Returns: The vectors under the nodes' names, in the order of the nodes.
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

  /// What it takes to make the vectors again.
  private func metadata(of graph: Graph) -> EmbeddingMetadata {
    [
      "method": "\(training.model.rawValue) with \(training.outputLayer.rawValue) on random walks",
      "graph digest": graph.digest.hexadecimalText,
      "seed": "\(seed)",
      "walks": walks.impliedStrategy.rawValue,
      "p": "\(walks.returnParameter)",
      "q": "\(walks.inOutParameter)",
      "walks per node": "\(walks.walksPerNode)",
      "walk length": "\(walks.walkLength)",
      "window": "\(training.windowSize)\(training.reducesWindow ? ", reduced at random" : "")",
      "negatives": "\(training.negativeSampleCount)",
      "negative exponent": "\(training.negativeExponent)",
      "epochs": "\(training.epochCount)",
      "optimizer": training.optimizer.rawValue,
      "learning rate": "\(training.learningRate), \(training.schedule.rawValue)",
      "subsampling": "\(training.subsampling)",
    ]
  }
}
