public import Graphs

/// What an audit found.
public struct AuditReport: Sendable {
  /// A step between two nodes that no edge joins.
  public struct ImpossibleStep: Sendable, Equatable {
    /// The node that it leads from.
    public let source: Node
    /// The node that it leads to.
    public let target: Node
    /// The walk, counted from 0.
    public let walk: Int
  }

  /// The probability below which an audit finds a difference although there is none.
  public static let significance = 0.001

  /// The number of walks.
  public let walkCount: Int
  /// The number of steps that were tested.
  public let stepCount: Int
  /// The number of tests.
  public let testCount: Int
  /// The number of steps that no edge allows.
  public let impossibleStepCount: Int
  /// The first few of them.
  public let impossibleSteps: [ImpossibleStep]
  /// The least likely results, the least likely first.
  public let findings: [AuditFinding]

  /// Whether the walks agree with their exact distribution.
  public var agrees: Bool {
    impossibleStepCount == 0
      && (findings.first.map { $0.correctedPValue >= Self.significance } ?? true)
  }

  /// The findings that are too unlikely to be chance.
  public var differences: [AuditFinding] {
    findings.filter { $0.correctedPValue < Self.significance }
  }
}
