internal import Graphs

/// The steps of walks, as arcs of the graph, and the steps along which there is no edge.
struct StepTally: Sendable {
  /// How many impossible steps are stored; all are counted.
  private static let keptStepCount = 10

  /// The arcs of the steps that depend only on the node that they start from.
  private(set) var firstOrder: [UInt32] = []
  /// The steps that also depend on the previous node: the previous arc in the high 32 bits, the arc
  /// in the low 32.
  private(set) var secondOrder: [UInt64] = []
  /// The first steps along which there is no edge.
  private(set) var impossibleSteps: [AuditReport.ImpossibleStep] = []
  private(set) var impossibleStepCount = 0
  private(set) var walkCount = 0

  /// The number of steps along edges.
  var stepCount: Int { firstOrder.count + secondOrder.count }

  /// Adds the steps of a walk.
  ///
  /// - Parameters:
  ///   - walk: The nodes.
  ///   - graph: The graph.
  ///   - isFirstOrder: Whether no step depends on the previous node; otherwise only the first step
  ///     of a walk does not.
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
        // The next step has no exact distribution, and is treated as one without a previous node.
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

  /// Adds another tally; its walks count as later ones.
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

  /// Sorts the steps, which brings those of the same context together.
  mutating func sort() {
    firstOrder.sort()
    secondOrder.sort()
  }
}
