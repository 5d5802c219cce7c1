public import EmbeddingTables
internal import Errors
internal import Parallel
public import RandomWalks
public import SkipGramTraining

extension Node2Vec {
  /// Learns a vector for every node from walks that were made elsewhere.
  ///
  /// ```swift
  /// let walks = try RecordedWalks(contentsOf: "walks.txt")
  /// let embedding = try Node2Vec(dimensions: 64).embed(walks)
  /// ```
  ///
  /// Walks that `amble walk` or `WalkCorpus` made with the same seed give the vectors that their
  /// graph gives, bit for bit, provided that they number the nodes alike; see
  /// `RecordedWalks.init(contentsOf:names:)`. Negative samples are drawn by the frequencies of
  /// nodes in the walks. The options in `walks` are ignored. A node in no walk keeps its initial
  /// vector.
  ///
  /// - Parameters:
  ///   - recorded: The walks.
  ///   - start: The initial vectors; random ones by default.
  ///   - checkpoints: Where and how often to save checkpoints; none by default.
  ///   - onProgress: Called from time to time, on the calling thread.
  ///   - shouldStop: Called from time to time; returns whether to stop the run.
  /// - Returns: The vectors, named and ordered like the nodes of the walks.
  /// - Throws: What `embed` of a graph throws.
  /// - Complexity: As for a graph.
  public func embed(
    _ recorded: RecordedWalks, from start: WarmStart? = nil, checkpoints: Checkpoints? = nil,
    onProgress: (TrainingProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws -> Embedding {
    try training.validate()
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    let model = try SkipGramTrainer(options: training, seed: seed, threadCount: threadCount)
      .train(
        on: recorded, from: start, checkpoints: checkpoints, onProgress: onProgress,
        shouldStop: shouldStop)
    return Embedding(
      names: recorded.names, dimensions: training.dimensions, vectors: model.takeVectors(),
      metadata: metadata(
        walks: [
          ("walks", "recorded"), ("walk count", "\(recorded.walkCount)"),
          ("nodes in walks", "\(recorded.tokenCount)"),
        ]))
  }

  /// Learns a vector for every node from walks that were made elsewhere, asynchronously.
  ///
  /// The work runs on a thread of its own. Canceling the task ends it within a tenth of a second.
  ///
  /// - Parameters:
  ///   - recorded: The walks.
  ///   - start: The initial vectors; random ones by default.
  ///   - checkpoints: Where and how often to save checkpoints; none by default.
  ///   - onProgress: Called from time to time, on the thread of the work.
  /// - Returns: The vectors of the synchronous form, bit for bit.
  /// - Throws: What the synchronous form throws.
  public func embed(
    _ recorded: RecordedWalks, from start: WarmStart? = nil, checkpoints: Checkpoints? = nil,
    onProgress: @escaping @Sendable (TrainingProgress) -> Void = { _ in }
  ) async throws -> Embedding {
    try await awaited {
      try embed(recorded, from: start, checkpoints: checkpoints, onProgress: onProgress)
    }
  }
}
