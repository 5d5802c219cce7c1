internal import Graphs

/// The factor of each step, by the papers' formulas.
///
/// It shares no code with the walks. The rules of node2vec and node2vec+ are documented at
/// `SecondOrderWalk`.
struct StepRule: Sendable {
  /// The weights from which edges are tight in node2vec+, by the nodes at their ends.
  private struct TightWeights {
    /// By the edges that leave a node.
    var leaving: [Float]
    /// By the edges that lead to a node.
    var entering: [Float]
  }

  /// Whether all edges count alike, whatever their weights.
  let ignoresWeights: Bool
  private let p: Double
  private let q: Double
  private let tight: TightWeights?

  /// Creates the rule of a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - p: The return parameter.
  ///   - q: The in-out parameter.
  ///   - tieDeviation: *γ* of node2vec+; nil for node2vec.
  ///   - ignoresWeights: Whether all edges count alike.
  /// - Complexity: O(*n*) for *n* arcs with node2vec+ on a weighted graph, otherwise O(1).
  init(for graph: Graph, p: Double, q: Double, tieDeviation: Double?, ignoresWeights: Bool) {
    self.p = p
    self.q = q
    self.ignoresWeights = ignoresWeights
    tight =
      graph.isWeighted && !ignoresWeights
      ? tieDeviation.map { Self.tightWeights(graph, deviation: $0) } : nil
  }

  /// Whether no step depends on the previous node.
  var isFirstOrder: Bool { p == 1 && q == 1 }

  /// The factor by which the weight of a step is multiplied.
  ///
  /// - Parameters:
  ///   - arc: The arc of the step.
  ///   - node: The node that it leaves.
  ///   - part: Where it leads, relative to the previous node.
  ///   - arcBefore: The arc from the previous node to the same node, if there is one.
  ///   - graph: The graph.
  /// - Returns: The factor.
  func factor(
    of arc: Int, from node: Node, part: StepPart, arcBefore: Int?, in graph: Graph
  ) -> Double {
    if part == .back { return 1 / p }
    guard let tight else { return part == .near ? 1 : 1 / q }
    let threshold = tight.entering[Int(graph.allNeighbors[arc])]
    let weightBefore = arcBefore.map { graph.allWeights[$0] } ?? 0
    if arcBefore != nil && weightBefore >= threshold { return 1 }
    if graph.allWeights[arc] < tight.leaving[Int(node)] { return min(1, 1 / q) }
    if arcBefore == nil { return 1 / q }
    return 1 / q + (1 - 1 / q) * Double(weightBefore) / Double(threshold)
  }

  private static func tightWeights(_ graph: Graph, deviation: Double) -> TightWeights {
    var leaving = [[Float]](repeating: [], count: graph.nodeCount)
    var entering = leaving
    for node in 0..<graph.nodeCount {
      for arc in graph.row(of: Node(node)) {
        leaving[node].append(graph.allWeights[arc])
        entering[Int(graph.allNeighbors[arc])].append(graph.allWeights[arc])
      }
    }
    return TightWeights(
      leaving: leaving.map { tightWeight($0, deviation) },
      entering: entering.map { tightWeight($0, deviation) })
  }

  /// The mean of weights plus a number of standard deviations, but at least 0.
  private static func tightWeight(_ weights: [Float], _ deviation: Double) -> Float {
    if weights.isEmpty { return 0 }
    let count = Double(weights.count)
    let mean = weights.reduce(0.0) { $0 + Double($1) } / count
    let variance =
      weights.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / count
    return Float(max(0, mean + deviation * variance.squareRoot()))
  }
}
