/// The relation of a step's target to the previous node.
package enum StepPart: String, CaseIterable, Sendable {
  /// Back to the previous node.
  case back
  /// To a node that an edge leads to from the previous node.
  case near
  /// To any other node.
  case outward
}
