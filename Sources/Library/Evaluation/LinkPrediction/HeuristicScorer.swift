internal import Graphs
internal import SystemLibrary

/// Computes all heuristics for pairs that are ordered by source.
struct HeuristicScorer: Sendable {
  private let neighborhoods: Neighborhoods
  /// For each node, 1 / log(degree) and 1 / degree.
  private let logarithmicShares, shares: [Double]

  init(of graph: Graph) {
    let neighborhoods = Neighborhoods(of: graph)
    self.neighborhoods = neighborhoods
    let degrees = (0..<Node(graph.nodeCount)).map { Double(neighborhoods.degree(of: $0)) }
    // A common neighbor has a degree of at least 2, so that the other values are never used.
    logarithmicShares = degrees.map { $0 > 1 ? 1 / log($0) : 0 }
    shares = degrees.map { $0 > 0 ? 1 / $0 : 0 }
  }

  /// Computes the scores of pairs.
  ///
  /// - Parameter pairs: Pairs ordered by source.
  /// - Returns: For each pair its scores, in the order of `Heuristic.allCases`.
  func scores(of pairs: [NodePair]) -> [[Double]] {
    var walks = TwoStepWalks(nodeCount: neighborhoods.outgoing.nodeCount)
    return pairs.map { pair in
      walks.start(at: pair.source, in: neighborhoods.outgoing)
      return scores(of: pair, walks: walks)
    }
  }

  private func scores(of pair: NodePair, walks: borrowing TwoStepWalks) -> [Double] {
    var common = 0
    var adamicAdar = 0.0
    var resources = 0.0
    neighborhoods.forEachCommonNeighbor(of: pair) { node in
      common += 1
      adamicAdar += logarithmicShares[Int(node)]
      resources += shares[Int(node)]
    }
    let outgoing = neighborhoods.outgoing.degree(of: pair.source)
    let incoming = neighborhoods.incoming.degree(of: pair.target)
    let union = outgoing + incoming - common
    return Heuristic.allCases.map { heuristic in
      switch heuristic {
      case .commonNeighbors: Double(common)
      case .jaccard: union == 0 ? 0 : Double(common) / Double(union)
      case .adamicAdar: adamicAdar
      case .preferentialAttachment: Double(outgoing) * Double(incoming)
      case .resourceAllocation: resources
      case .katz: katz(of: pair, walks: walks)
      }
    }
  }

  /// The damped sum of the numbers of walks of one, two and three steps.
  private func katz(of pair: NodePair, walks: borrowing TwoStepWalks) -> Double {
    let isEdge = neighborhoods.outgoing.hasEdge(from: pair.source, to: pair.target)
    var longest = 0
    let last = neighborhoods.incoming.neighbors(of: pair.target)
    for index in last.indices { longest += walks.count(to: last[index]) }
    let damping = Heuristic.katzDamping
    return damping
      * ((isEdge ? 1 : 0) + damping
        * (Double(walks.count(to: pair.target)) + damping * Double(longest)))
  }
}
