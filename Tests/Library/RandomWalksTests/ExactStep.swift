import Graphs

/// The probabilities of steps by the papers' formulas, in plain loops over weights of arcs.
enum ExactStep {
  /// By weight alone.
  static func firstOrder(_ rows: [[Node: Double]], from node: Node) -> [Node: Double] {
    normalized(rows[Int(node)])
  }

  /// By weight and the factors of node2vec: Grover, Leskovec, section 3.2.2, with the distance from
  /// `previous` to the next node taken along the edges' direction.
  static func secondOrder(
    _ rows: [[Node: Double]], from node: Node, after previous: Node, p: Double, q: Double
  ) -> [Node: Double] {
    var weights = rows[Int(node)]
    for (next, weight) in weights {
      let distance = next == previous ? 0 : rows[Int(previous)][next] != nil ? 1 : 2
      weights[next] = weight * [1 / p, 1, 1 / q][distance]
    }
    return normalized(weights)
  }

  /// node2vec+: by weight, and factors that mind how heavy edges are for the nodes at their ends.
  static func tightSecondOrder(
    _ rows: [[Node: Double]], from node: Node, after previous: Node, p: Double, q: Double,
    deviation: Double
  ) -> [Node: Double] {
    func threshold(_ weights: [Double]) -> Double {
      let mean = weights.reduce(0, +) / Double(weights.count)
      let variance = weights.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(weights.count)
      return Double(Float(max(0, mean + deviation * variance.squareRoot())))
    }
    var weights = rows[Int(node)]
    let leaving = threshold(Array(weights.values))
    for (next, weight) in weights {
      let entering = threshold(rows.compactMap { $0[next] })
      let weightBefore = rows[Int(previous)][next]
      let factor: Double
      if next == previous {
        factor = 1 / p
      } else if let weightBefore, weightBefore >= entering {
        factor = 1
      } else if weight < leaving {
        factor = min(1, 1 / q)
      } else {
        factor = 1 / q + (1 - 1 / q) * (weightBefore.map { $0 / entering } ?? 0)
      }
      weights[next] = weight * factor
    }
    return normalized(weights)
  }

  /// Back to the first node with some probability, else by weight; no step from a sink.
  static func restart(
    _ rows: [[Node: Double]], from node: Node, first: Node, _ probability: Double
  ) -> [Node: Double] {
    var steps = firstOrder(rows, from: node).mapValues { $0 * (1 - probability) }
    if probability > 0 && !steps.isEmpty { steps[first, default: 0] += probability }
    return steps
  }

  static func normalized(_ weights: [Node: Double]) -> [Node: Double] {
    let sum = weights.values.reduce(0, +)
    return weights.mapValues { $0 / sum }
  }
}
