/// How far training has come.
public struct TrainingProgress: Sendable {
  /// The share of the work that is done, in 0...1.
  public let fraction: Double
  /// The number of nodes in the walks trained on so far.
  public let tokenCount: Int
  /// The mean loss of a sample of the last episode's pairs, each taken before it was trained.
  ///
  /// The loss of a pair is −log σ(*u*·*v*), and −log σ(−*u*·*v*) for each of its negative samples.
  /// It is nil during the first episode.
  public let loss: Double?
}
