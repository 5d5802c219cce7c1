/// The part of a split that parameters may be chosen by: all of it but the test.
package struct TuningSplit: Sendable {
  /// What an embedding may learn from.
  package let residual: ResidualGraph
  /// What a classifier may learn from.
  package let training: PairSample
  /// What candidates are compared on.
  package let validation: PairSample

  /// Leaves the test out of a split; nil when it has no validation edges.
  ///
  /// - Parameter split: The split.
  package init?(_ split: EdgeSplit) {
    guard let validation = split.validation else { return nil }
    residual = split.residual
    training = split.training
    self.validation = validation
  }
}
