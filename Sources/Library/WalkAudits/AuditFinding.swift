public import Graphs

/// A test of an audit: what was seen, and how likely it was.
public struct AuditFinding: Sendable {
  /// What was tested.
  public enum Subject: Sendable, Equatable {
    /// The steps from a node, by weight alone.
    case firstOrder(node: Node)
    /// The steps from a node after another.
    case secondOrder(previous: Node, node: Node)
    /// The steps into a part, from all nodes with at least `degree` and less than 2 · `degree`
    /// neighbors.
    case part(StepPart, degree: Int)
  }

  /// What was tested.
  public let subject: Subject
  /// The number of steps.
  public let stepCount: Int
  /// The step (or part) that differs most: the node that it leads to, or nil for a part.
  public let target: Node?
  /// How often that step was made.
  public let observed: Int
  /// How often it should have been made, on average.
  public let expected: Double
  /// The probability of counts that differ as much.
  public let pValue: Double
  /// The same, corrected for the number of tests.
  public internal(set) var correctedPValue: Double
}
