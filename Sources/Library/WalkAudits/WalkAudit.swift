internal import Algorithms
package import Graphs
internal import Parallel
package import RandomWalks

/// A test of walks on any graph against their exact probabilities.
///
/// Walks of any origin are added, and then compared all at once with the distribution of node2vec
/// or node2vec+ for given *p* and *q*; with *p* = *q* = 1, that is the walk by weight of DeepWalk.
///
/// - Steps in every context that occurs often enough (a node, or a node and the previous node) are
///   compared with the exact probabilities by a *G*-test.
/// - Steps back, near and outward are counted over all contexts with nodes of similar degree, and
///   compared with the exact means and variances. This finds small errors on large graphs, where no
///   context occurs often.
/// - A step along which there is no edge is an error without any test.
///
/// P-values are corrected for the number of tests. The exact probabilities are computed without
/// sharing code with the walks.
package struct WalkAudit: Sendable {
  /// The number of tests whose results are kept.
  private static let keptFindingCount = 100

  /// The graph that the walks are on.
  package let graph: Graph
  private let rule: StepRule
  private var tally = StepTally()

  /// Creates an audit without walks.
  ///
  /// - Parameters:
  ///   - graph: The graph that the walks are on; it has fewer than 2³² arcs.
  ///   - returnParameter: *p*, in `WalkOptions.parameterRange`.
  ///   - inOutParameter: *q*, in `WalkOptions.parameterRange`.
  ///   - tieDeviation: *γ* of node2vec+; nil for node2vec.
  ///   - ignoresWeights: Whether all edges should count alike; with *p* = *q* = 1, that is the
  ///     uniform walk.
  /// - Complexity: O(*n*) for *n* arcs with node2vec+ on a weighted graph, otherwise O(1).
  package init(
    of graph: Graph, returnParameter: Double, inOutParameter: Double, tieDeviation: Double? = nil,
    ignoresWeights: Bool = false
  ) {
    precondition(graph.arcCount <= Int(UInt32.max), "an audit's graph has less than 2³² arcs")
    self.graph = graph
    rule = StepRule(
      for: graph, p: returnParameter, q: inOutParameter, tieDeviation: tieDeviation,
      ignoresWeights: ignoresWeights)
  }

  /// Creates an audit of walks with a known distribution.
  ///
  /// - Parameters:
  ///   - graph: The graph that the walks are on; it has fewer than 2³² arcs.
  ///   - steps: The distribution of the steps.
  package init(of graph: Graph, steps: AuditedSteps) {
    self.init(
      of: graph, returnParameter: steps.returnParameter, inOutParameter: steps.inOutParameter,
      tieDeviation: steps.tieDeviation, ignoresWeights: steps.ignoresWeights)
  }

  /// The number of added steps along edges.
  package var stepCount: Int { tally.stepCount }

  /// Adds a walk.
  ///
  /// - Parameter walk: The nodes of the walk.
  /// - Complexity: O(*n* log *d*) for *n* steps; 8 bytes per step.
  package mutating func add(_ walk: some Collection<Node>) {
    tally.add(Array(walk)[...], on: graph, isFirstOrder: rule.isFirstOrder)
  }

  /// Adds the first walks of a corpus.
  ///
  /// - Parameters:
  ///   - corpus: Walks on the same graph.
  ///   - stepLimit: The number of steps after which to stop adding walks.
  ///   - threadCount: The maximum number of threads; it does not change the result.
  package mutating func add(
    _ corpus: WalkCorpus, stepLimit: Int, threadCount: Int = processorCount
  ) {
    let walkLimit = min(corpus.walkCount, stepLimit / max(1, corpus.walkLength - 1) + 1)
    let walksPerCall = 4096
    for tally in concurrentMap(
      walkLimit.dividedRoundingUp(by: walksPerCall), threadCount: threadCount,
      { [graph, isFirstOrder = rule.isFirstOrder] call in
        var nodes: [Node] = []
        var ends: [Int] = []
        corpus.append(
          walks: (0..<walkLimit).chunk(call, ofSize: walksPerCall), to: &nodes, ends: &ends)
        var tally = StepTally()
        var start = 0
        for end in ends {
          tally.add(nodes[start..<end], on: graph, isFirstOrder: isFirstOrder)
          start = end
        }
        return tally
      })
    {
      self.tally.add(tally)
    }
  }

  /// Compares the walks with their exact distribution.
  ///
  /// - Parameter threadCount: The maximum number of threads; it does not change the result.
  /// - Returns: The findings.
  /// - Complexity: O(*n* log *n*) for *n* steps, and O(*d*) for each context that is tested.
  package consuming func report(threadCount: Int = processorCount) -> AuditReport {
    tally.sort()
    let firstOrder = tally.firstOrder
    let secondOrder = tally.secondOrder
    // Steps are cut into pieces at the beginning of a context.
    let firstPieces = pieces(firstOrder.count) { index in
      self.source(ofArc: Int(firstOrder[index])) != self.source(ofArc: Int(firstOrder[index - 1]))
    }
    let laterPieces = pieces(secondOrder.count) { index in
      secondOrder[index] >> 32 != secondOrder[index - 1] >> 32
    }
    let results =
      concurrentMap(firstPieces.count, threadCount: threadCount) { [self] index in
        var result = AuditResult(keptFindingCount: Self.keptFindingCount)
        addFirstOrder(firstOrder[firstPieces[index]], to: &result)
        return result
      }
      + concurrentMap(laterPieces.count, threadCount: threadCount) { [self] index in
        var result = AuditResult(keptFindingCount: Self.keptFindingCount)
        addSecondOrder(secondOrder[laterPieces[index]], to: &result)
        return result
      }
    var total = AuditResult(keptFindingCount: Self.keptFindingCount)
    for result in results { total.add(result) }
    return total.report(
      walkCount: tally.walkCount, stepCount: tally.stepCount,
      impossibleStepCount: tally.impossibleStepCount,
      impossibleSteps: tally.impossibleSteps)
  }

  private func addFirstOrder(_ steps: ArraySlice<UInt32>, to result: inout AuditResult) {
    var rest = steps
    while let arc = rest.first {
      let node = source(ofArc: Int(arc))
      let row = graph.row(of: node)
      let end = rest.firstIndex { !row.contains(Int($0)) } ?? rest.endIndex
      var counts = [Int](repeating: 0, count: row.count)
      for arc in rest[..<end] { counts[Int(arc) - row.lowerBound] += 1 }
      let context = StepContext(from: node, after: nil, in: graph, by: rule)
      result.add(counts, in: context, of: graph)
      rest = rest[end...]
    }
  }

  private func addSecondOrder(_ steps: ArraySlice<UInt64>, to result: inout AuditResult) {
    var rest = steps
    while let step = rest.first {
      let arcBefore = Int(step >> 32)
      let end = rest.firstIndex { $0 >> 32 != step >> 32 } ?? rest.endIndex
      let node = graph.allNeighbors[arcBefore]
      let context = StepContext(
        from: node, after: source(ofArc: arcBefore), in: graph, by: rule)
      var counts = [Int](repeating: 0, count: context.row.count)
      for step in rest[..<end] {
        counts[Int(UInt32(truncatingIfNeeded: step)) - context.row.lowerBound] += 1
      }
      result.add(counts, in: context, of: graph)
      rest = rest[end...]
    }
  }

  /// The node that an arc leaves.
  private func source(ofArc arc: Int) -> Node {
    let offsets = graph.rowOffsets
    return Node((0..<graph.nodeCount).partitioningIndex { offsets[$0 + 1] > arc })
  }

  /// Cuts steps into pieces of about 10,000 that begin with a new context.
  private func pieces(_ count: Int, isStart: (_ index: Int) -> Bool) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    while start < count {
      var end = min(count, start + 10_000)
      while end < count && !isStart(end) { end += 1 }
      pieces.append(start..<end)
      start = end
    }
    return pieces
  }
}
