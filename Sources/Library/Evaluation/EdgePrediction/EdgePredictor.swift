internal import Algorithms
internal import EmbeddingTables
internal import Graphs
internal import Parallel

/// Ranks pairs of a graph by the probability of an edge.
struct EdgePredictor: Sendable {
  let scorer: PairScorer
  let degrees: DegreeTerms
  let calibration: EdgeCalibration
  let threadCount: Int

  func probability(of pair: NodePair) -> Double {
    calibration.probability(of: pair, scorer, degrees)
  }

  /// The likeliest edges between some nodes and their candidates.
  ///
  /// - Parameters:
  ///   - nodes: The nodes.
  ///   - candidates: The pairs to choose from.
  ///   - count: How many edges to find for each.
  /// - Returns: For each node its likeliest edges, and the number of pairs scored.
  /// - Throws: `CancellationError` if the current task is canceled.
  func edges(
    of nodes: [Node], among candidates: CandidatePairs, count: Int
  ) throws(CancellationError) -> (edges: [[PredictedEdge]], scoredCount: Int) {
    let found = try concurrentMapOrCancelled(nodes.count, threadCount: threadCount) { place in
      let others = candidates.others(of: nodes[place], isOnce: false)
      var likeliest = LikeliestEdges(count: count)
      for other in others {
        let pair = NodePair(nodes[place], other)
        likeliest.insert(PredictedEdge(pair: pair, probability: probability(of: pair)))
      }
      return (edges: likeliest.sorted, scoredCount: others.count)
    }
    return (found.map(\.edges), found.reduce(0) { $0 + $1.scoredCount })
  }

  /// The likeliest edges of the graph.
  ///
  /// - Parameters:
  ///   - candidates: The pairs to choose from.
  ///   - count: How many edges to find.
  ///   - isDirected: Whether the two orders of a pair are two edges.
  /// - Returns: The edges, likeliest first, and the number of pairs scored.
  /// - Throws: `CancellationError` if the current task is canceled.
  func edges(
    among candidates: CandidatePairs, count: Int, isDirected: Bool
  ) throws(CancellationError) -> (edges: [PredictedEdge], scoredCount: Int) {
    let sources = candidates.sources
    let chunkSize = 64
    let found = try concurrentMapOrCancelled(
      sources.count.dividedRoundingUp(by: chunkSize), threadCount: threadCount
    ) { chunk in
      // A pair may be found from both of its nodes.
      var likeliest = LikeliestEdges(count: 2 * count)
      var scoredCount = 0
      for source in sources[sources.indices.chunk(chunk, ofSize: chunkSize)] {
        for other in candidates.others(of: source, isOnce: true) {
          let pair = NodePair(source, other)
          likeliest.insert(
            PredictedEdge(
              pair: candidates.joinsSides ? pair : pair.normalized(isDirected: isDirected),
              probability: probability(of: pair)))
          scoredCount += 1
        }
      }
      return (edges: likeliest.sorted, scoredCount: scoredCount)
    }
    var seen: Set<NodePair> = []
    let edges = found.flatMap(\.edges).sorted { $0.precedes($1) }
      .filter { seen.insert($0.pair).inserted }
    return (Array(edges.prefix(count)), found.reduce(0) { $0 + $1.scoredCount })
  }
}
