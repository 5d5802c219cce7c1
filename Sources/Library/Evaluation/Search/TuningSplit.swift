/// The part of a split that parameters may be chosen by: all of it but the test.
public struct TuningSplit: Sendable {
  /// What an embedding may learn from.
  public let residual: ResidualGraph
  /// What a classifier may learn from.
  public let training: PairSample
  /// What candidates are compared on.
  public let validation: PairSample

  /// Leaves the test out of a split; nil when it has no validation edges.
  ///
  /// - Parameter split: The split.
  public init?(_ split: EdgeSplit) {
    guard let validation = split.validation else { return nil }
    residual = split.residual
    training = split.training
    self.validation = validation
  }
}
