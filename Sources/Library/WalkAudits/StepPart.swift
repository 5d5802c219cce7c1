/// Where a step leads, as seen from the node before.
package enum StepPart: String, CaseIterable, Sendable {
  /// To the node before.
  case back
  /// To a node that an edge leads to from the node before.
  case near
  /// To any other node.
  case outward
}
