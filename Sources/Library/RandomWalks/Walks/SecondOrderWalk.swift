public import Graphs
internal import Parallel

/// The walk of node2vec: a step depends on the previous node, through *p* and *q*.
///
/// From node *v*, reached from *t*, the walk goes to a neighbor *x* with a probability proportional
/// to the weight of the edge *v* → *x* times
///
/// - 1/*p* if *x* is *t*: a step back,
/// - 1 if there is an edge *t* → *x*: *x* is at distance 1 from *t*,
/// - 1/*q* otherwise: a step outward.
///
/// The first step depends on weights alone. Probabilities are exact, and nothing is stored for
/// pairs of nodes: neighbors are proposed by weight and accepted in proportion to the factor above
/// (rejection sampling). If 1/*p* is the largest factor, its excess over the others is drawn
/// beforehand, so that a small *p* causes no more rejections. If proposals keep being rejected, the
/// step is drawn from the three parts of the row instead, which has the same distribution; see
/// `SplitRow`.
///
/// For any fixed *p* and *q* a step takes expected O(1) trials, whatever the degrees and weights.
/// Let *r* be the largest of 1/*p*, 1 and 1/*q* divided by the smallest, leaving 1/*p* out of the
/// numerator; every factor is at least 1/*r* of the largest, and so a proposal by weight is
/// accepted with probability at least 1/*r*. A trial takes O(1), plus a binary search in the
/// shorter of two rows if the filter of edges is uncertain.
///
/// If *r* is large, splitting the row bounds the work: a step from *v*, reached from *t*, takes
/// expected O(min(*r*, *m*)) trials, where *m* is the smaller of the degrees of *v* and *t*, and
/// never more work than O(*m* log(*n*/*m*) + log *n*), where *n* is the larger degree, whatever
/// *p*, *q* and the weights; at a hub reached from a node with few neighbors, that is O(log *n*).
/// Over a long walk on an undirected graph it is expected O(*a*) at most, where *a* is the
/// arboricity of the graph (N. Chiba, T. Nishizeki: Arboricity and Subgraph Listing Algorithms,
/// SIAM J. Comput. 1985).
///
/// **node2vec+** also uses weights in the distance test. An edge is tight if it weighs at least as
/// much as the average edge of its end; see `TieThresholds`. A step to *x* ≠ *t* has
///
/// - factor 1 if there is an edge *t* → *x* and it is tight,
/// - otherwise factor min(1, 1/*q*) if the edge *v* → *x* is not tight,
/// - otherwise factor 1/*q* + (1 − 1/*q*) · *w*/*h*, where *w* is the weight of *t* → *x* (0 if
///   there is no such edge) and *h* the weight from which it would be tight.
///
/// On an unweighted graph, node2vec+ is node2vec.
///
/// A. Grover, J. Leskovec: node2vec: Scalable Feature Learning for Networks, KDD 2016, section 3.2.
/// R. Liu, M. Hirn, A. Krishnan: Accurately Modeling Biased Random Walks on Weighted Networks Using
/// node2vec+, Bioinformatics 2023. Rejection with the excess apart: K. Yang et al., KnightKing: A
/// Fast Distributed Graph Random Walk Engine, SOSP 2019, section 4.
public struct SecondOrderWalk: RandomWalk {
  /// The graph that the walks are on.
  public let graph: Graph
  private let sampler: NeighborSampler
  let filter: EdgeFilter
  private let factors: StepFactors
  /// Whether the distance test is needed; not if *q* = 1.
  private let usesFilter: Bool
  /// The thresholds of node2vec+, or nil for node2vec.
  let ties: TieThresholds?
  /// The sum of the weights of each node's edges; empty if the graph is unweighted.
  private let rowWeights: [Double]
  private let restFactors: [SplitRow.RestFactor]

  /// Prepares walks on a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph to walk on.
  ///   - returnParameter: *p* of the paper: above 1, the walk avoids stepping back.
  ///   - inOutParameter: *q* of the paper: above 1, the walk stays near the previous node; below 1,
  ///     it moves outward.
  ///   - tieDeviation: *γ* of node2vec+: by how many standard deviations an edge must exceed the
  ///     mean of a node's edges to be tight. Nil for node2vec, where all edges count alike.
  ///   - threadCount: The maximum number of threads used to prepare a weighted graph.
  /// - Precondition: Both parameters are in `WalkOptions.parameterRange`; *γ* is finite.
  /// - Complexity: O(*n*) time for *n* edges. Memory: one byte per edge, or what `EdgeFilter` takes
  ///   if there are hubs (none if *q* = 1). On a weighted graph, 8 more bytes per arc and per node.
  package init(
    on graph: Graph, returnParameter: Double, inOutParameter: Double, tieDeviation: Double? = nil,
    threadCount: Int = processorCount
  ) {
    precondition(WalkOptions.parameterRange.contains(returnParameter), "p is out of range")
    precondition(WalkOptions.parameterRange.contains(inOutParameter), "q is out of range")
    precondition(tieDeviation?.isFinite ?? true, "the deviation is finite")
    self.graph = graph
    sampler = NeighborSampler(graph, isWeighted: graph.isWeighted, threadCount: threadCount)
    factors = StepFactors(back: 1 / returnParameter, out: 1 / inOutParameter)
    // With q = 1 near and far nodes count alike, and the distance test is not needed.
    usesFilter = factors.out != 1
    filter = usesFilter ? EdgeFilter(graph) : EdgeFilter()
    ties =
      graph.isWeighted ? tieDeviation.map { TieThresholds(graph, deviation: $0) } : nil
    let sums = WeightSums(graph)
    rowWeights =
      graph.isWeighted
      ? (0..<graph.nodeCount).map { sums.sum(graph.row(of: Node($0)), of: Node($0)) } : []
    if let ties, factors.out > 1 {
      // Edges that are not tight have factor 1; tight ones get the rest of 1/q on top.
      restFactors = [
        SplitRow.RestFactor(factor: 1, sums: sums),
        SplitRow.RestFactor(
          factor: factors.out - 1, sums: WeightSums(graph, floors: ties.leaving)),
      ]
    } else {
      restFactors = [SplitRow.RestFactor(factor: factors.out, sums: sums)]
    }
  }

  /// Whether the distance test uses the weights of edges: node2vec+ on a weighted graph.
  public var usesTies: Bool { ties != nil }

  /// The number of bytes of the tables that walks hold in addition to the graph.
  public var tableByteCount: Int {
    sampler.byteCount + filter.byteCount + 8 * rowWeights.count + (ties?.byteCount ?? 0)
      + restFactors.reduce(0) { $0 + $1.sums.byteCount }
  }

  /// Appends walks to a buffer; see `RandomWalk.append`.
  ///
  /// - Complexity: O(`count` · `length`) steps.
  public func append(
    _ count: Int, length: Int, to nodes: inout [Node], ends: inout [Int],
    from origin: (Int) -> (node: Node, generator: SplitMix64)
  ) {
    appendInFlight(count, length: length, to: &nodes, ends: &ends, from: origin)
  }
}

extension SecondOrderWalk: PhasedWalk {
  struct Walker {
    var generator: SplitMix64
    var node: Node
    /// The previous node; `node` itself until the first step.
    var previous: Node
    var candidate: Node = 0
    var state: TrialState = .proposed
    var hasPrevious = false
    /// The number of rejected trials of this step.
    var rejections: Int32 = 0
    /// The weight of the edge back to `previous`, if the step needs it; 0 if there is no such edge.
    var returnWeight: Float = 0
    /// The proposed arc; its position is the height of the trial, in units of 2⁻⁶⁴ of the largest
    /// factor.
    var proposal = NeighborSampler.Proposal()
    var query = EdgeFilter.Query()
    /// Whether an edge joins `previous` and the candidate.
    var isNear = false
    /// The arc between `previous` and the candidate, in either direction, if it was searched for
    /// and found; otherwise -1.
    var arcBefore = -1
  }

  /// What is known about a trial; a number, so that it can be computed without branches.
  struct TrialState: Equatable, Sendable {
    private let number: UInt8

    static var accepted: TrialState { TrialState(number: 0) }
    /// Acceptance depends on whether the candidate is near the previous node.
    static var unknown: TrialState { TrialState(number: 1) }
    static var rejected: TrialState { TrialState(number: 2) }
    static var proposed: TrialState { TrialState(number: 3) }
    static var ended: TrialState { TrialState(number: 4) }

    private init(number: UInt8) { self.number = number }

    /// The state of a trial whose candidate is known.
    ///
    /// - Parameters:
    ///   - isOpen: Whether the height of the trial alone does not accept it.
    ///   - isBack: Whether the candidate is the previous node.
    @inline(__always) init(isOpen: Bool, isBack: Bool) {
      number = (isOpen ? 1 : 0) * (isBack ? 2 : 1)
    }
  }

  func walker(at node: Node, generator: SplitMix64) -> Walker {
    Walker(generator: generator, node: node, previous: node)
  }

  @inline(__always) func node(of walker: borrowing Walker) -> Node { walker.node }

  @inline(__always) func propose(_ walker: inout Walker) {
    let row = graph.row(of: walker.node)
    if row.isEmpty {
      walker.state = .ended
      return
    }
    walker.state = .proposed
    if factors.excess > 0 && walker.hasPrevious && drawsExcess(of: row, &walker) {
      walker.state = .accepted
      walker.candidate = walker.previous
      return
    }
    walker.proposal = sampler.propose(row, using: &walker.generator)
    sampler.prefetch(walker.proposal, of: graph)
  }

  /// Draws whether the trial falls into the excess of the step back over all other heights.
  @inline(__always) private func drawsExcess(of row: Range<Int>, _ walker: inout Walker) -> Bool {
    if graph.isDirected && walker.rejections == 0 {
      walker.returnWeight = graph.weight(from: walker.node, to: walker.previous) ?? 0
    }
    let rowWeight = graph.isWeighted ? rowWeights[Int(walker.node)] : Double(row.count)
    let excess = factors.excess * Double(walker.returnWeight)
    return walker.generator.nextUnit() * (rowWeight + excess) < excess
  }

  @inline(__always) var choosesArcs: Bool { sampler.isWeighted }

  @inline(__always) func choose(_ walker: inout Walker) {
    if walker.state != .proposed { return }
    sampler.choose(&walker.proposal)
    graph.allNeighbors.prefetch(walker.proposal.arc)
    walker.proposal.place = walker.generator.next()
  }

  @inline(__always) func weigh(_ walker: inout Walker) {
    if walker.state != .proposed { return }
    let candidate = graph.allNeighbors[walker.proposal.arc]
    graph.rowOffsets.prefetch(Int(candidate))
    walker.candidate = candidate
    // The case is unpredictable, and so there are no branches.
    let isBack = candidate == walker.previous
    let isLow = walker.proposal.place < select(isBack, factors.backHeight, factors.lowHeight)
    let isOpen = walker.hasPrevious && !isLow
    walker.state = TrialState(isOpen: isOpen, isBack: isBack)
    if usesFilter {
      walker.query = filter.query(
        from: walker.previous, to: candidate, if: walker.state == .unknown)
      filter.prefetch(walker.query)
    }
  }

  @inline(__always) func resolve(_ walker: inout Walker) -> StepOutcome {
    if walker.state == .ended { return .ended }
    let isAccepted = isAccepted(walker)
    walker.rejections += 1
    if walker.rejections >= 16 && !isAccepted && isTooLong(walker) {
      splitStep(&walker)
      return .stepped
    }
    if factors.excess > 0 && !graph.isDirected { keepReturnWeight(&walker, if: isAccepted) }
    let node = walker.node
    walker.node = select(isAccepted, walker.candidate, node)
    walker.previous = select(isAccepted, node, walker.previous)
    walker.rejections = select(isAccepted, 0, walker.rejections)
    // The first trial of a walk is accepted.
    walker.hasPrevious = true
    return isAccepted ? .stepped : .rejected
  }

  /// Whether a proposal is accepted, once all that it depends on is known.
  @inline(__always) private func isAccepted(_ walker: borrowing Walker) -> Bool {
    let isOpen = walker.state == .unknown
    guard let ties else {
      let isNearer = walker.isNear == factors.prefersNear
      return select(isOpen, isNearer ? 1 : 0, walker.state == .accepted ? 1 : 0) == 1
    }
    if !isOpen { return walker.state == .accepted }
    let factor = tieFactor(
      ties, arc: walker.proposal.arc, from: walker.node,
      arcBefore: walker.isNear ? walker.arcBefore : nil)
    return walker.proposal.place < factors.height(of: factor)
  }

  /// Stores the weight of the edge back, which is the edge just taken; after a step back it is the
  /// same edge again.
  @inline(__always) private func keepReturnWeight(_ walker: inout Walker, if isAccepted: Bool) {
    if !graph.isWeighted {
      walker.returnWeight = 1
    } else if isAccepted && (walker.candidate != walker.previous || !walker.hasPrevious) {
      walker.returnWeight = graph.allWeights[walker.proposal.arc]
    }
  }

  /// Steps by drawing from the three parts of the row.
  @inline(never) private func splitStep(_ walker: inout Walker) {
    walker.proposal.arc = splitDraw(
      from: walker.node, after: walker.previous, using: &walker.generator)
    walker.candidate = graph.allNeighbors[walker.proposal.arc]
    if factors.excess > 0 && !graph.isDirected { keepReturnWeight(&walker, if: true) }
    walker.previous = walker.node
    walker.node = walker.candidate
    walker.rejections = 0
  }

  /// Draws a step from the three parts of the row.
  func splitDraw(
    from node: Node, after previous: Node, using generator: inout SplitMix64
  ) -> Int {
    SplitRow(of: node, after: previous, in: graph).draw(
      using: &generator, back: { factors.back * weight(of: $0) },
      near: { arc, arcBefore in
        guard let ties else { return weight(of: arc) }
        return weight(of: arc) * tieFactor(ties, arc: arc, from: node, arcBefore: arcBefore)
      }, rest: restFactors)
  }

  private func weight(of arc: Int) -> Double {
    graph.isWeighted ? Double(graph.allWeights[arc]) : 1
  }

  /// The factor of node2vec+ for a step that does not lead back.
  private func tieFactor(
    _ ties: TieThresholds, arc: Int, from node: Node, arcBefore: Int?
  ) -> Double {
    let threshold = ties.entering[Int(graph.allNeighbors[arc])]
    let weightBefore = arcBefore.map { graph.allWeights[$0] }
    if let weightBefore, weightBefore >= threshold { return 1 }
    if graph.allWeights[arc] < ties.leaving[Int(node)] { return min(1, factors.out) }
    guard let weightBefore else { return factors.out }
    return factors.out + (1 - factors.out) * Double(weightBefore) / Double(threshold)
  }
}
