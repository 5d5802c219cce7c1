public import EmbeddingTables
public import Errors
public import Graphs
internal import Names
public import Parallel

/// Finds the pairs of nodes that are likeliest to miss an edge.
///
/// Two parts of the edges are held out. An embedding of the rest scores the pairs of the first part
/// and as many pairs without an edge; a logistic regression turns the score, and the degrees of
/// both nodes, into a probability. On the second part, the ranking is compared with one by
/// popularity. Another embedding, of all edges, then scores the pairs without an edge.
///
/// ```swift
/// let report = try EdgePrediction().run(on: graph) { graph, seed in
///   try Node2Vec(dimensions: 64, seed: seed).embed(graph)
/// }
/// for edge in report.edges[0] { print(edge.pair, edge.probability) }
/// ```
public struct EdgePrediction: Sendable {
  private let options: EdgePredictionOptions
  private let threadCount: Int

  /// Prepares a prediction.
  ///
  /// - Parameters:
  ///   - options: The settings.
  ///   - threadCount: The maximum number of threads, at least 1; it does not change the result.
  /// - Throws: `OptionError` if an option is out of range.
  public init(
    options: EdgePredictionOptions = EdgePredictionOptions(), threadCount: Int = processorCount
  ) throws(OptionError) {
    try options.validate()
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    self.options = options
    self.threadCount = threadCount
  }

  /// Predicts edges, training an embedding twice: of the edges that are not held out, and of all.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - nodes: The nodes to predict edges of; empty for the likeliest edges of the whole graph.
  ///     In a directed graph, edges lead from them.
  ///   - embed: Makes an embedding of a graph, whose rows are its nodes, in their order.
  /// - Returns: The edges.
  /// - Throws: `EdgeSplitError` if the graph has too few edges, `LinkPredictionError` if an
  ///   embedding does not fit, what `embed` throws, and `CancellationError` if the current task is
  ///   canceled.
  public func run(
    on graph: Graph, of nodes: [Node] = [],
    embed: (_ graph: Graph, _ seed: UInt64) throws -> Embedding
  ) throws -> EdgePredictionReport {
    let split = try EdgeSplit(of: graph, options: options.split, seed: options.seed)
    let before = try checked(embed(split.residual.graph, options.seed), of: graph)
    let after = try checked(embed(graph, options.seed), of: graph)
    return try predict(split, before: before, after: after, graph, nodes, isHonest: true)
  }

  /// Predicts edges by vectors that are given.
  ///
  /// Since the vectors may come from the very edges that probabilities are learned from,
  /// probabilities are too high for pairs like them, and there is no comparison.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - nodes: The nodes to predict edges of; empty for the likeliest edges of the whole graph.
  ///   - embedding: The vectors of the nodes, in their order.
  /// - Returns: The edges.
  /// - Throws: What the other form throws.
  public func run(
    on graph: Graph, of nodes: [Node] = [], vectors embedding: Embedding
  ) throws -> EdgePredictionReport {
    let split = try EdgeSplit(of: graph, options: options.split, seed: options.seed)
    let embedding = try checked(embedding, of: graph)
    return try predict(
      split, before: embedding, after: embedding, graph, nodes, isHonest: false)
  }

  private func predict(
    _ split: EdgeSplit, before: Embedding, after: Embedding, _ graph: Graph, _ nodes: [Node],
    isHonest: Bool
  ) throws -> EdgePredictionReport {
    guard let heldOut = split.validation else { preconditionFailure("the share is positive") }
    let incidence = try EdgeIncidence(of: graph)
    let sides =
      options.respectsSides ? Sides(of: incidence, nodeCount: graph.nodeCount) : nil
    func scorer(_ embedding: Embedding) throws -> PairScorer {
      try PairScorer.all(
        [options.edgeOperator], on: embedding, training: split.training, cost: options.cost,
        threadCount: threadCount)[0]
    }
    let residual = split.residual.graph
    let firstScorer = try scorer(before)
    let firstDegrees = DegreeTerms(of: residual, sides: sides)
    let calibration = EdgeCalibration(
      on: heldOut, firstScorer, firstDegrees, cost: options.cost)

    var comparison: RankingComparison?
    if isHonest {
      let asked = Set(nodes)
      let askedSides = sides.map { sides in Set(nodes.map { sides.isOnLeft($0) }) }
      // Without the edges of the test, whose pairs are candidates.
      let known = graph.removing(split.test.positives.map { ($0.source, $0.target) })
      comparison = try RankingComparison(
        of: EdgePredictor(
          scorer: firstScorer, degrees: firstDegrees, calibration: calibration,
          threadCount: threadCount), on: split.test.positives, graph: residual,
        candidates: CandidatePairs(of: known, sides: sides, pairLimit: nil),
        isAsked: { node in
          guard let sides, let askedSides, !asked.isEmpty else { return true }
          return askedSides.contains(sides.isOnLeft(node))
        }, rank: options.recallRank, seed: options.seed)
    }
    let predictor = EdgePredictor(
      scorer: try scorer(after), degrees: DegreeTerms(of: graph, sides: sides),
      calibration: calibration, threadCount: threadCount)
    let candidates = CandidatePairs(
      of: graph, sides: sides, pairLimit: nodes.isEmpty ? EdgePredictionOptions.pairLimit : nil)
    let found: (edges: [[PredictedEdge]], scoredCount: Int)
    if nodes.isEmpty {
      let all = try predictor.edges(
        among: candidates, count: options.count, isDirected: graph.isDirected)
      found = ([all.edges], all.scoredCount)
    } else {
      found = try predictor.edges(of: nodes, among: candidates, count: options.count)
    }
    return EdgePredictionReport(
      edges: found.edges, scoredPairCount: found.scoredCount,
      scoredAllPairs: candidates.othersPerNode == nil,
      calibrationEdgeCount: heldOut.positives.count, testEdgeCount: split.test.positives.count,
      joinsTwoSides: sides != nil, comparison: comparison)
  }

  private func checked(_ embedding: Embedding, of graph: Graph) throws -> Embedding {
    guard embedding.count == graph.nodeCount else {
      throw LinkPredictionError.wrongVectorCount(
        found: embedding.count, nodeCount: graph.nodeCount)
    }
    if let row = embedding.firstRowThatIsNotFinite {
      throw LinkPredictionError.notFinite(node: graph.names[row])
    }
    return embedding
  }
}
