internal import Graphs
internal import Parallel
internal import Text

/// How well missing edges of nodes are ranked, compared with a ranking by popularity.
///
/// For each node that edges were held out of, the nodes that it may be joined to are ranked twice:
/// by the probability of the edge, and by their number of edges. The recall is the share of the
/// held-out edges among the first `rank`; recalls are means over the nodes.
public struct RankingComparison: Sendable {
  /// The rank up to which edges count as found.
  public let rank: Int
  /// The number of nodes whose candidates were ranked.
  public let nodeCount: Int
  /// The mean recall of the prediction.
  public let recall: Double
  /// The mean recall of the candidates with the most edges.
  public let popularityRecall: Double
  /// Half of the 95 % interval of the difference: 1.96 times its error over draws of the nodes.
  public let margin: Double

  /// The recall of the prediction minus that of popularity.
  public var difference: Double { recall - popularityRecall }

  /// Whether the prediction ranks better than popularity: the difference exceeds its margin.
  public var isBetter: Bool { difference > margin }

  /// The comparison as a sentence.
  public var description: String {
    let numbers = "\(abs(difference).decimals(3)) ± \(margin.decimals(3))"
    let verdict =
      isBetter
      ? "better by \(numbers)"
      : difference < -margin
        ? "worse by \(numbers): rather take what is popular"
        : "they cannot be told apart (\(difference.decimals(3)) ± \(margin.decimals(3)))"
    return "recall@\(rank) of edges held out, \(nodeCount) nodes: \(recall.decimals(3)), by "
      + "popularity \(popularityRecall.decimals(3)): \(verdict)"
  }

  /// The largest number of pairs to score.
  private static let pairLimit = 20_000_000

  /// Compares the rankings; nil if no edge counts.
  ///
  /// - Parameters:
  ///   - predictor: The ranking by probability, which does not know the edges.
  ///   - edges: The edges to be found.
  ///   - graph: The graph without them, for popularity.
  ///   - candidates: The pairs to rank; all pairs without an edge that may be one.
  ///   - isAsked: Whether the ranking of a node counts.
  ///   - rank: The rank up to which edges count as found.
  ///   - seed: The seed of the interval.
  /// - Throws: `CancellationError` if the current task is canceled.
  init?(
    of predictor: EdgePredictor, on edges: [NodePair], graph: Graph, candidates: CandidatePairs,
    isAsked: (Node) -> Bool, rank: Int, seed: UInt64
  ) throws(CancellationError) {
    var wanted: [Node: Set<Node>] = [:]
    for edge in edges {
      for pair in graph.isDirected ? [edge] : [edge, edge.reversed] where isAsked(pair.source) {
        wanted[pair.source, default: []].insert(pair.target)
      }
    }
    let all = wanted.keys.sorted()
    guard !all.isEmpty else { return nil }
    let limit = max(1, Self.pairLimit / max(1, graph.nodeCount))
    // Spread evenly over the nodes if there are too many.
    let queryCount = min(all.count, limit)
    let queries = (0..<queryCount).map { all[$0 * all.count / queryCount] }
    let targets = queries.map { wanted[$0] ?? [] }
    let popularity = graph.incomingDegrees
    let recalls = try concurrentMapOrCancelled(
      queries.count, threadCount: predictor.threadCount
    ) { place in
      let node = queries[place]
      var byProbability = LikeliestEdges(count: rank)
      var byPopularity = LikeliestEdges(count: rank)
      for other in candidates.others(of: node, isOnce: false) {
        let pair = NodePair(node, other)
        byProbability.insert(
          PredictedEdge(pair: pair, probability: predictor.probability(of: pair)))
        byPopularity.insert(
          PredictedEdge(pair: pair, probability: Double(popularity[Int(other)])))
      }
      func recall(_ ranking: LikeliestEdges) -> Double {
        let found = ranking.sorted.count { targets[place].contains($0.pair.target) }
        return Double(found) / Double(targets[place].count)
      }
      return (recall(byProbability), recall(byPopularity))
    }
    let values = [recalls.map(\.0), recalls.map(\.1)]
    let draws = try Bootstrap(
      sampleCount: 200, seed: seed, threadCount: predictor.threadCount
    ).means(of: values)
    self.rank = rank
    nodeCount = queries.count
    recall = Spread(of: values[0]).mean
    popularityRecall = Spread(of: values[1]).mean
    margin = 1.96 * Spread(of: zip(draws[0], draws[1]).map { $0 - $1 }).deviation
  }
}
