/// How far training has come.
public struct TrainingProgress: Sendable {
  /// The share of the work that is done, in 0...1.
  public let fraction: Double
  /// The number of nodes in the walks trained on so far.
  public let tokenCount: Int
  /// The mean loss of a sample of the last episode's pairs, each taken before it was trained:
  /// −log σ(*u*·*v*) of the pair and −log σ(−*u*·*v*) of its negative samples. Nil in the first.
  public let loss: Double?
}
