public import Graphs
internal import RandomNumbers

/// A division of a graph into what may be learned from and what is to be predicted.
///
/// - Every edge of the full graph, except self-loops, is in exactly one of the residual graph, the
///   validation, the test, and the part set apart for a classifier.
/// - No negative is an edge of the full graph, and none is in two parts.
/// - The same graph, options and seed give the same split.
///
/// The split of `Kind.connected`: A. Grover, J. Leskovec: node2vec: Scalable Feature Learning for
/// Networks, KDD 2016, section 4.4. Temporal and two-hop tests: see F. Poursafaei et al.: Towards
/// Better Evaluation for Dynamic Link Prediction, NeurIPS 2022, and J. Li et al.: Evaluating Graph
/// Neural Networks for Link Prediction: Current Pitfalls and New Benchmarking, NeurIPS 2023.
public struct EdgeSplit: Sendable {
  /// What embeddings may learn from.
  public let residual: ResidualGraph
  /// What classifiers may learn from: edges of the residual graph, or edges set apart for them, and
  /// as many negatives if there are enough.
  public let training: PairSample
  /// What parameters may be chosen by; nil if no validation was requested.
  public let validation: PairSample?
  /// What is to be predicted.
  public let test: PairSample
  /// Whether the graph is bipartite, so that negatives join its two sides.
  public let joinsTwoSides: Bool
  /// The number of edges excluded from the test because they have no common neighbor.
  public let leftOutCount: Int

  /// Splits a graph.
  ///
  /// - Parameters:
  ///   - graph: The full graph.
  ///   - options: Which edges to remove and which negatives to draw.
  ///   - times: The times of the edges, for a temporal split.
  ///   - seed: The seed of every choice.
  /// - Throws: `EdgeSplitError` if the graph is too small, too sparse or of the wrong kind, or the
  ///   shares are impossible; `OptionError` if `largestTrainingCount` is less than 1;
  ///   `CancellationError` if the current task is canceled.
  /// - Complexity: O(*n* + *m* log *m*) expected for *n* nodes and *m* edges, with uniform
  ///   negatives.
  public init(
    of graph: Graph, options: EdgeSplitOptions, times: EdgeTimes? = nil, seed: UInt64
  ) throws {
    try options.validateTrainingCount()
    if options.negatives == .reversed && !graph.isDirected { throw EdgeSplitError.notDirected }
    let incidence = try EdgeIncidence(of: graph)
    let removal = try RemovalOrder(
      from: incidence, of: graph, options: options, times: times, seed: seed)
    let residual = graph.removing(removal.all.map { ($0.source, $0.target) })
    let sides = options.respectsSides ? Sides(of: incidence, nodeCount: graph.nodeCount) : nil
    let hops = options.negatives == .twoHop ? TwoHopPairs(of: residual, sides: sides) : nil
    var sampler = NonEdgeSampler(
      graph: graph, incidence: incidence, hops: hops, sides: sides, isCold: removal.isCold,
      options: options, seed: seed)

    func sample(
      _ edges: [NodePair], part: String, involvingCold: Bool, isStrict: Bool = true
    ) throws -> PairSample {
      let positives =
        try hops.map { hops in
          try edges.enumerated().filter { index, edge in
            if index.isMultiple(of: 1024) { try Task.checkCancellation() }
            return hops.contains(edge)
          }.map(\.element)
        } ?? edges
      guard !positives.isEmpty else { throw EdgeSplitError.noTwoHopEdges(part: part) }
      let negatives = try sampler.negatives(
        for: positives, involvingCold: involvingCold, isStrict: isStrict)
      guard !negatives.isEmpty else { throw EdgeSplitError.noReversedEdges(part: part) }
      return PairSample(positives: positives, negatives: negatives)
    }
    let isColdStart = removal.isCold != nil
    test = try sample(removal.test, part: "test", involvingCold: isColdStart)
    validation =
      removal.validation.isEmpty
      ? nil : try sample(removal.validation, part: "validation", involvingCold: isColdStart)
    var known =
      options.classifierShare > 0 ? removal.classifier : try EdgeIncidence(of: residual).edges
    if let largest = options.largestTrainingCount, known.count > largest {
      var generator = SplitMix64(seed: seed, for: .trainingPairs)
      generator.shuffleFromLast(&known)
      known = Array(known.prefix(largest))
    }
    training = try sample(
      known, part: "training", involvingCold: isColdStart && options.classifierShare > 0,
      isStrict: false)
    self.residual = ResidualGraph(residual)
    joinsTwoSides = sides != nil
    leftOutCount = removal.test.count - test.positives.count
  }
}
