internal import Graphs

/// The weights from which edges count as tight in node2vec+.
///
/// The edge *t* → *x* is tight if it weighs at least the mean of the edges of *x*, plus *γ*
/// standard deviations; the edge *v* → *x* likewise, by the edges of *v*. On a directed graph the
/// edges of *x* are those that lead to it, and the edges of *v* those that leave it: both exist
/// wherever a threshold is needed. (The paper treats undirected graphs, where the two are the
/// same.)
struct TieThresholds: Sendable {
  /// The thresholds by the edges that leave each node.
  let leaving: [Float]
  /// The thresholds by the edges that lead to each node.
  let entering: [Float]

  /// The number of bytes of the thresholds; counted twice if both are the same table.
  var byteCount: Int { 4 * (leaving.count + entering.count) }

  /// Computes the thresholds of a weighted graph.
  ///
  /// - Parameters:
  ///   - graph: A weighted graph.
  ///   - deviation: *γ*.
  /// - Complexity: O(*n*) time for *n* arcs; 4 bytes per node, 8 if the graph is directed.
  init(_ graph: Graph, deviation: Double) {
    var outward = [Moments](repeating: Moments(), count: graph.nodeCount)
    var inward = outward
    // Means first: squares of differences from the mean lose no digits.
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

  /// The mean and the standard deviation of numbers, computed in two passes.
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
