package import Graphs

/// The result of one test of an audit: what was observed, and how likely it is.
package struct AuditFinding: Sendable {
  /// What was tested.
  package enum Subject: Sendable, Equatable {
    /// The steps from a node, by weight alone.
    case firstOrder(node: Node)
    /// The steps from a node after a given previous node.
    case secondOrder(previous: Node, node: Node)
    /// The steps into a part, from all nodes with at least `degree` and fewer than 2 · `degree`
    /// neighbors.
    case part(StepPart, degree: Int)
  }

  /// What was tested.
  package let subject: Subject
  /// The number of steps.
  package let stepCount: Int
  /// The node that the most deviating step leads to; nil if the subject is a part.
  package let target: Node?
  /// How often that step (or a step into that part) was made.
  package let observed: Int
  /// How often it is expected on average.
  package let expected: Double
  /// The probability of counts that deviate at least as much.
  package let pValue: Double
  /// The same probability, corrected for the number of tests.
  package internal(set) var correctedPValue: Double
}
