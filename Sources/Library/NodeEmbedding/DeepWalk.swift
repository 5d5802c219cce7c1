public import EmbeddingTables
public import Graphs
public import SkipGramTraining

/// Node embeddings by random walks that step to any neighbor, and skip-gram training.
///
/// This is `Node2Vec` with *p* = *q* = 1, under the name that people know. The objective is skip-gram
/// with negative sampling; that of the paper is `training.outputLayer = .hierarchicalSoftmax`.
///
/// B. Perozzi, R. Al-Rfou, S. Skiena: DeepWalk: Online Learning of Social Representations, KDD 2014.
public struct DeepWalk: Sendable {
  private var method: Node2Vec

  /// Creates the method.
  ///
  /// - Parameters:
  ///   - walksPerNode: The number of walks that start at each node.
  ///   - walkLength: The number of nodes of a walk.
  ///   - dimensions: The number of components of a vector.
  ///   - seed: The seed of everything that is random.
  public init(
    walksPerNode: Int = 10, walkLength: Int = 80, dimensions: Int = 128, seed: UInt64 = 1
  ) {
    method = Node2Vec(dimensions: dimensions, seed: seed)
    method.walks.walksPerNode = walksPerNode
    method.walks.walkLength = walkLength
  }

  /// What the skip-gram objective is and how long it is trained.
  public var training: SkipGramOptions {
    get { method.training }
    set { method.training = newValue }
  }

  /// The largest number of threads; it does not change the vectors.
  public var threadCount: Int {
    get { method.threadCount }
    set { method.threadCount = newValue }
  }

  /// Learns a vector for every node of a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph; a node without edges gets a vector too.
  ///   - onProgress: Called now and then, on the calling thread.
  /// - Returns: The vectors under the nodes' names, in the order of the nodes.
  /// - Throws: `OptionError` when an option is out of its range, `TrainingError` when training
  ///   diverges, `CancellationError` soon after the current task was canceled.
  public func embed(
    _ graph: Graph, onProgress: (TrainingProgress) -> Void = { _ in }
  ) throws -> Embedding {
    try method.embed(graph, onProgress: onProgress)
  }
  /// Learns a vector for every node of a graph, for whoever awaits it.
  ///
  /// The work is done on a thread of its own. Cancelling the task ends it within a tenth of a second.
  ///
  /// - Parameters:
  ///   - graph: The graph; a node without edges gets a vector too.
  ///   - onProgress: Called now and then, on the thread of the work.
  /// - Returns: The vectors of the synchronous form, bit by bit.
  /// - Throws: What the synchronous form throws.
  public func embed(
    _ graph: Graph, onProgress: @escaping @Sendable (TrainingProgress) -> Void = { _ in }
  ) async throws -> Embedding {
    try await method.embed(graph, onProgress: onProgress)
  }
}
