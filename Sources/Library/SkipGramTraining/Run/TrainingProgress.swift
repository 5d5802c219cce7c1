/// The progress of training.
public struct TrainingProgress: Sendable {
  /// The share of the work that is done, in 0...1.
  public let fraction: Double
  /// The number of nodes in the walks trained on so far.
  public let tokenCount: Int
  /// The number of complete episodes trained so far.
  public let episode: Int
  /// The number of episodes of the run.
  public let episodeCount: Int
  /// The learning rate of the last step.
  public let learningRate: Double
  /// The mean loss of predictions that are never trained on, as of the last complete episode.
  ///
  /// They come from walks that are not part of the run. With negative sampling, the loss of a pair
  /// is −log σ(*u*·*v*), plus −log σ(−*u*·*v*) for each of its negative samples: (*k* + 1) log 2
  /// before training. It is nil if the walks make no pairs.
  public let loss: Double?
  /// Why the newest checkpoint could not be written; nil if it was, or none was due.
  ///
  /// The run goes on, and tries again when the next one is due. The checkpoint before is kept.
  public let checkpointError: TrainingError?
}
