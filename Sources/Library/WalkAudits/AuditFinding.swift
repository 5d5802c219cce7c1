package import Graphs

/// A test of an audit: what was seen, and how likely it was.
package struct AuditFinding: Sendable {
  /// What was tested.
  package enum Subject: Sendable, Equatable {
    /// The steps from a node, by weight alone.
    case firstOrder(node: Node)
    /// The steps from a node after another.
    case secondOrder(previous: Node, node: Node)
    /// The steps into a part, from all nodes with at least `degree` and less than 2 · `degree`
    /// neighbors.
    case part(StepPart, degree: Int)
  }

  /// What was tested.
  package let subject: Subject
  /// The number of steps.
  package let stepCount: Int
  /// The step (or part) that differs most: the node that it leads to, or nil for a part.
  package let target: Node?
  /// How often that step was made.
  package let observed: Int
  /// How often it should have been made, on average.
  package let expected: Double
  /// The probability of counts that differ as much.
  package let pValue: Double
  /// The same, corrected for the number of tests.
  package internal(set) var correctedPValue: Double
}
