public import EmbeddingTables
public import Graphs
public import SkipGramTraining

/// DeepWalk: node embeddings by unbiased random walks and skip-gram training.
///
/// This is `Node2Vec` with *p* = *q* = 1, under its well-known name. The objective is skip-gram
/// with negative sampling; for that of the paper, set `training.outputLayer` to
/// `.hierarchicalSoftmax`.
///
/// B. Perozzi, R. Al-Rfou, S. Skiena: DeepWalk: Online Learning of Social Representations, KDD
/// 2014.
public struct DeepWalk: Sendable {
  private var method: Node2Vec

  /// Creates the method.
  ///
  /// - Parameters:
  ///   - walksPerNode: The number of walks that start at each node, or nil for a number that suits
  ///     the graph; see `WalkBudget`.
  ///   - walkLength: The number of nodes of a walk.
  ///   - dimensions: The number of components of a vector.
  ///   - seed: The seed of all randomness.
  public init(
    walksPerNode: Int? = 10, walkLength: Int = 80, dimensions: Int = 128, seed: UInt64 = 1
  ) {
    method = Node2Vec(dimensions: dimensions, seed: seed)
    method.walks.walksPerNode = walksPerNode
    method.walks.walkLength = walkLength
  }

  /// The skip-gram objective and the length of training.
  public var training: SkipGramOptions {
    get { method.training }
    set { method.training = newValue }
  }

  /// The maximum number of threads; it does not change the vectors.
  public var threadCount: Int {
    get { method.threadCount }
    set { method.threadCount = newValue }
  }

  /// Learns a vector for every node of a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph; a node without edges gets a vector, too.
  ///   - onProgress: Called from time to time, on the calling thread.
  /// - Returns: The vectors, named and ordered like the nodes.
  /// - Throws: `OptionError` if an option is out of range, `TrainingError` if training diverges,
  ///   `CancellationError` soon after the current task is canceled.
  public func embed(
    _ graph: Graph, onProgress: (TrainingProgress) -> Void = { _ in }
  ) throws -> Embedding {
    try method.embed(graph, onProgress: onProgress)
  }
  /// Learns a vector for every node of a graph asynchronously.
  ///
  /// The work runs on a thread of its own. Canceling the task ends it within a tenth of a second.
  ///
  /// - Parameters:
  ///   - graph: The graph; a node without edges gets a vector, too.
  ///   - onProgress: Called from time to time, on the thread of the work.
  /// - Returns: The vectors of the synchronous form, bit for bit.
  /// - Throws: What the synchronous form throws.
  public func embed(
    _ graph: Graph, onProgress: @escaping @Sendable (TrainingProgress) -> Void = { _ in }
  ) async throws -> Embedding {
    try await method.embed(graph, onProgress: onProgress)
  }
}
