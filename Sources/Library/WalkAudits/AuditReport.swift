package import Graphs

/// The result of an audit.
package struct AuditReport: Sendable {
  /// A step between two nodes without an edge.
  package struct ImpossibleStep: Sendable, Equatable {
    /// The node that it leads from.
    package let source: Node
    /// The node that it leads to.
    package let target: Node
    /// The number of the walk, counted from 0.
    package let walk: Int
  }

  /// The probability of finding a difference although there is none.
  package static let significance = 0.001

  /// The number of walks.
  package let walkCount: Int
  /// The number of steps that were tested.
  package let stepCount: Int
  /// The number of tests.
  package let testCount: Int
  /// The number of steps along which there is no edge.
  package let impossibleStepCount: Int
  /// The first few of them.
  package let impossibleSteps: [ImpossibleStep]
  /// The least likely test results, least likely first.
  package let findings: [AuditFinding]

  /// Whether the walks agree with their exact distribution.
  package var agrees: Bool {
    impossibleStepCount == 0
      && (findings.first.map { $0.correctedPValue >= Self.significance } ?? true)
  }

  /// The findings that are too unlikely to be chance.
  package var differences: [AuditFinding] {
    findings.filter { $0.correctedPValue < Self.significance }
  }
}
