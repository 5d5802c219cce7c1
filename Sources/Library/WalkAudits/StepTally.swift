internal import Graphs

/// What walks did: their steps as arcs of the graph, and the steps that no edge allows.
struct StepTally: Sendable {
  /// How many impossible steps are kept; all are counted.
  private static let keptStepCount = 10

  /// Steps that depend on the node that they lead from alone: the arc of each.
  private(set) var firstOrder: [UInt32] = []
  /// Steps that depend on the node before too: the arc before in the high half, the arc in the low.
  private(set) var secondOrder: [UInt64] = []
  /// The first steps that no edge allows.
  private(set) var impossibleSteps: [AuditReport.ImpossibleStep] = []
  private(set) var impossibleStepCount = 0
  private(set) var walkCount = 0

  /// The number of steps that an edge allows.
  var stepCount: Int { firstOrder.count + secondOrder.count }

  /// Adds the steps of a walk.
  ///
  /// - Parameters:
  ///   - walk: The nodes.
  ///   - graph: The graph.
  ///   - isFirstOrder: Whether no step depends on the node before; else only the first does not.
  /// - Complexity: O(*n* log *d*) for *n* steps.
  mutating func add(_ walk: ArraySlice<Node>, on graph: Graph, isFirstOrder: Bool) {
    var arcBefore: Int?
    for (source, target) in zip(walk, walk.dropFirst()) {
      guard let arc = graph.index(ofEdgeFrom: source, to: target) else {
        impossibleStepCount += 1
        if impossibleSteps.count < Self.keptStepCount {
          impossibleSteps.append(
            AuditReport.ImpossibleStep(source: source, target: target, walk: walkCount))
        }
        // What follows has no exact distribution: its node before is none.
        arcBefore = nil
        break
      }
      if isFirstOrder || arcBefore == nil {
        firstOrder.append(UInt32(truncatingIfNeeded: arc))
      } else if let arcBefore {
        secondOrder.append(
          UInt64(truncatingIfNeeded: arcBefore) << 32 | UInt64(truncatingIfNeeded: arc))
      }
      arcBefore = arc
    }
    walkCount += 1
  }

  /// Adds what another tally holds; its walks count as later ones.
  mutating func add(_ other: StepTally) {
    firstOrder += other.firstOrder
    secondOrder += other.secondOrder
    for step in other.impossibleSteps where impossibleSteps.count < Self.keptStepCount {
      impossibleSteps.append(
        AuditReport.ImpossibleStep(
          source: step.source, target: step.target, walk: walkCount + step.walk))
    }
    impossibleStepCount += other.impossibleStepCount
    walkCount += other.walkCount
  }

  /// Brings steps of the same context together.
  mutating func sort() {
    firstOrder.sort()
    secondOrder.sort()
  }
}
