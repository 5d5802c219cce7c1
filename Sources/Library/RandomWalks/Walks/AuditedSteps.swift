/// The distribution of the steps of walks that an audit can test: node2vec or node2vec+.
package struct AuditedSteps: Sendable {
  /// *p*, in `WalkOptions.parameterRange`.
  package let returnParameter: Double
  /// *q*, in `WalkOptions.parameterRange`.
  package let inOutParameter: Double
  /// *γ* of node2vec+; nil for node2vec.
  package let tieDeviation: Double?
  /// Whether all edges count alike.
  package let ignoresWeights: Bool
  /// The distribution in a message, to follow "the walks are not those of".
  package let text: String

  init(
    _ options: WalkOptions, tieDeviation: Double? = nil, ignoresWeights: Bool = false, text: String
  ) {
    returnParameter = options.returnParameter
    inOutParameter = options.inOutParameter
    self.tieDeviation = tieDeviation
    self.ignoresWeights = ignoresWeights
    self.text = text
  }
}
