internal import Graphs
internal import SystemLibrary

/// The degrees of the nodes of a graph, as features of pairs.
///
/// A term is log((1 + degree) / (1 + mean degree)), which changes little when a part of the edges
/// is held out. In a directed graph, it is the number of edges that leave the source or lead to the
/// target.
struct DegreeTerms: Sendable {
  private let outgoing, incoming: [Double]
  /// Whether the two nodes of a pair differ in kind, so that each has a feature of its own.
  private let isOrdered: Bool
  private let sides: Sides?

  init(of graph: Graph, sides: Sides?) {
    outgoing = Self.terms((0..<Node(graph.nodeCount)).map { graph.degree(of: $0) })
    incoming = graph.isDirected ? Self.terms(graph.incomingDegrees) : outgoing
    isOrdered = graph.isDirected || sides != nil
    self.sides = graph.isDirected ? nil : sides
  }

  /// The number of features of a pair.
  var count: Int { isOrdered ? 2 : 1 }

  /// Appends the features of a pair: one for each kind of node, or the sum for both.
  func append(_ pair: NodePair, to features: inout [Double]) {
    let (first, second) = terms(of: pair)
    if isOrdered {
      features.append(first)
      features.append(second)
    } else {
      features.append(first + second)
    }
  }

  /// The weighted sum of the features of a pair.
  func sum(of pair: NodePair, weights: (Double, Double)) -> Double {
    let (first, second) = terms(of: pair)
    return isOrdered
      ? weights.0 * first + weights.1 * second : weights.0 * (first + second)
  }

  private func terms(of pair: NodePair) -> (Double, Double) {
    let isTurned = sides.map { !$0.isOnLeft(pair.source) } ?? false
    let pair = isTurned ? pair.reversed : pair
    return (outgoing[Int(pair.source)], incoming[Int(pair.target)])
  }

  private static func terms(_ degrees: [Int]) -> [Double] {
    let mean = Double(degrees.reduce(0, +)) / Double(max(1, degrees.count))
    return degrees.map { log((1 + Double($0)) / (1 + mean)) }
  }
}
