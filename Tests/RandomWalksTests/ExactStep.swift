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

  static func normalized(_ weights: [Node: Double]) -> [Node: Double] {
    let sum = weights.values.reduce(0, +)
    return weights.mapValues { $0 / sum }
  }
}
