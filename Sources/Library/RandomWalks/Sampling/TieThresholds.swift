internal import Graphs

/// What an edge must weigh to count as tight in node2vec+.
///
/// The edge *t* → *x* is tight when it weighs at least as much as the edges of *x* on average, plus
/// *γ* standard deviations; *v* → *x* likewise by the edges of *v*. On a directed graph the edges
/// of *x* are those that lead to it, and those of *v* the ones that leave it: both exist wherever a
/// threshold is asked for. (The paper speaks of undirected graphs, where the two are the same.)
struct TieThresholds: Sendable {
  /// By the edges that leave a node.
  let leaving: [Float]
  /// By the edges that lead to a node.
  let entering: [Float]

  /// The number of bytes of the thresholds, twice where both are one table.
  var byteCount: Int { 4 * (leaving.count + entering.count) }

  /// Works out the thresholds of a weighted graph.
  ///
  /// - Parameters:
  ///   - graph: A weighted graph.
  ///   - deviation: *γ*.
  /// - Complexity: O(*n*) for *n* arcs; 4 bytes of memory a node, 8 when directed.
  init(_ graph: Graph, deviation: Double) {
    var outward = [Moments](repeating: Moments(), count: graph.nodeCount)
    var inward = outward
    // Means first: squares of differences from them lose no digits.
    for pass in [Moments.Pass.mean, .spread] {
      for node in 0..<graph.nodeCount {
        for arc in graph.row(of: Node(node)) {
          let weight = Double(graph.allWeights[arc])
          outward[node].add(weight, pass)
          if graph.isDirected { inward[Int(graph.allNeighbors[arc])].add(weight, pass) }
        }
      }
    }
    leaving = outward.map { $0.threshold(deviation) }
    entering = graph.isDirected ? inward.map { $0.threshold(deviation) } : leaving
  }

  /// The mean and the standard deviation of numbers that are passed twice.
  private struct Moments {
    enum Pass {
      case mean, spread
    }

    private var count = 0.0
    private var sum = 0.0
    private var squares = 0.0

    mutating func add(_ number: Double, _ pass: Pass) {
      switch pass {
      case .mean:
        count += 1
        sum += number
      case .spread:
        let difference = number - sum / count
        squares += difference * difference
      }
    }

    /// Mean plus `deviation` standard deviations, not below 0; 0 for no numbers.
    func threshold(_ deviation: Double) -> Float {
      if count == 0 { return 0 }
      return Float(max(0, sum / count + deviation * (squares / count).squareRoot()))
    }
  }
}
