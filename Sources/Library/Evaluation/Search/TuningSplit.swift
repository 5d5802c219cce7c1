/// The part of a split that may be used to choose parameters: everything except the test.
package struct TuningSplit: Sendable {
  /// What embeddings may learn from.
  package let residual: ResidualGraph
  /// What classifiers may learn from.
  package let training: PairSample
  /// What candidates are compared on.
  package let validation: PairSample

  /// Removes the test from a split; nil if the split has no validation edges.
  ///
  /// - Parameter split: The split.
  package init?(_ split: EdgeSplit) {
    guard let validation = split.validation else { return nil }
    residual = split.residual
    training = split.training
    self.validation = validation
  }
}
