internal import Graphs

/// One direction of the vectors that tells the degrees of nodes.
///
/// Skip-gram training approaches the pointwise mutual information of two nodes in walks, which has
/// the nodes' frequencies divided out (O. Levy, Y. Goldberg: Neural Word Embedding as Implicit
/// Matrix Factorization, NIPS 2014). While vectors are short, their lengths still tell frequencies;
/// the longer the training, the less: products then predict edges worse. And all vectors share a
/// large component, their mean, that tells nothing (J. Mu, P. Viswanath: All-but-the-Top, ICLR
/// 2018).
///
/// So the mean is taken off, and with it the direction that it points in. What is left of each
/// vector, of length *l*, gets a length proportional to √*l*/*s* with *s* = (1 + *d*)^⅛ for a node
/// of degree *d*, such that the mean square *r*² of all lengths is 5/4 of what it was. In the
/// direction of the mean, a vector then has the component 1.6 *r* (*s* − 1).
struct DegreeAxis {
  /// The least number of components that leaves room for a direction of its own.
  static let leastDimensions = 16
  /// The factor of the mean square of lengths: only classifiers notice it, which regularize longer
  /// vectors less, as they do those of longer training.
  private static let gain = 1.25
  /// The component in the direction of the mean, as a multiple of *r* (*s* − 1).
  private static let slope = 1.6

  private let dimensions: Int
  /// *s* of each node; 1 for a node without edges.
  private let scales: [Double]

  /// Prepares a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph; the degree of a node counts the edges that lead to and from it.
  ///   - dimensions: The number of components of a vector.
  /// - Complexity: O(nodes), and O(arcs) for a directed graph.
  init(of graph: Graph, dimensions: Int) {
    self.dimensions = dimensions
    var degrees = graph.incomingDegrees
    if graph.isDirected {
      for node in degrees.indices { degrees[node] += graph.degree(of: Node(node)) }
    }
    // An eighth root by square roots, which every machine rounds identically.
    scales = degrees.map { Double(1 + $0).squareRoot().squareRoot().squareRoot() }
  }

  /// Gives vectors the axis; a node without edges keeps its vector.
  ///
  /// - Parameter vectors: A row for each node, row after row.
  /// - Complexity: O(nodes · dimensions).
  func apply(to vectors: inout [Float]) {
    let nodes = scales.indices.filter { scales[$0] > 1 }
    guard let (mean, direction) = mean(of: vectors, nodes) else { return }
    // The part of a node's vector that is apart from the mean and its direction.
    func rest(of node: Int, _ element: (Int, Double) -> Void) {
      var product = 0.0
      for index in 0..<dimensions {
        product += (Double(vectors[node * dimensions + index]) - mean[index]) * direction[index]
      }
      for index in 0..<dimensions {
        let centered = Double(vectors[node * dimensions + index]) - mean[index]
        element(index, centered - product * direction[index])
      }
    }
    let squares = nodes.map { node in
      var sum = 0.0
      rest(of: node) { sum += $1 * $1 }
      return sum
    }
    // Lengths of √l/s have this sum of squares.
    let unscaled = zip(squares, nodes).reduce(0.0) {
      $0 + $1.0.squareRoot() / (scales[$1.1] * scales[$1.1])
    }
    guard unscaled > 0 else { return }
    let meanSquare = Self.gain * squares.reduce(0, +) / Double(nodes.count)
    let length = (meanSquare * Double(nodes.count) / unscaled).squareRoot()
    let step = Self.slope * meanSquare.squareRoot()
    var row = [Double](repeating: 0, count: dimensions)
    for (square, node) in zip(squares, nodes) {
      rest(of: node) { row[$0] = $1 }
      // From the length l to √l/s: the square is l².
      let factor =
        square > 0 ? length / (scales[node] * square.squareRoot().squareRoot()) : 0
      let component = step * (scales[node] - 1)
      for index in 0..<dimensions {
        vectors[node * dimensions + index] = Float(
          row[index] * factor + component * direction[index])
      }
    }
  }

  /// The mean of some rows and its direction, of length 1; nil if there is none.
  private func mean(of vectors: [Float], _ nodes: [Int]) -> (mean: [Double], direction: [Double])? {
    var sums = [Double](repeating: 0, count: dimensions)
    for node in nodes {
      for index in 0..<dimensions { sums[index] += Double(vectors[node * dimensions + index]) }
    }
    let mean = sums.map { $0 / Double(nodes.count) }
    let length = mean.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 && length.isFinite ? (mean, mean.map { $0 / length }) : nil
  }
}
