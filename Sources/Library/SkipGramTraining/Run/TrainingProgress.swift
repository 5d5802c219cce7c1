/// How far training has come.
public struct TrainingProgress: Sendable {
  /// The share of the work that is done, in 0...1.
  public let fraction: Double
  /// The number of nodes in the walks trained on so far.
  public let tokenCount: Int
  /// The number of whole episodes trained so far.
  public let episode: Int
  /// The number of episodes of the run.
  public let episodeCount: Int
  /// The learning rate of the step that was trained last.
  public let learningRate: Double
  /// The mean loss of predictions that are never trained on, as of the last whole episode.
  ///
  /// They come from walks beyond those of the run. With negative sampling, the loss of a pair is
  /// −log σ(*u*·*v*), and −log σ(−*u*·*v*) for each of its negative samples: (*k* + 1) log 2 before
  /// training. It is nil where walks make no pairs.
  public let loss: Double?
}
