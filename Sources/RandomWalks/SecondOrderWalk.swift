public import Graphs
public import ParallelLoops

/// The walk of node2vec: a step depends on the node before, through *p* and *q*.
///
/// From node *v*, reached from *t*, the walk goes to a neighbor *x* with a probability proportional
/// to the weight of the edge *v* → *x* times
///
/// - 1/*p* when *x* is *t*: a step back,
/// - 1 when an edge *t* → *x* exists: *x* is at distance 1 of *t*,
/// - 1/*q* otherwise: a step outward.
///
/// The first step is by weight alone. Probabilities are exact, and nothing is stored for pairs of
/// nodes: neighbors are proposed by weight and accepted by the factor above (rejection sampling).
/// When 1/*p* is the largest factor, its excess is drawn beforehand, so that a small *p* rejects no
/// more than others. Where proposals keep being rejected, the step is drawn from the whole row
/// instead, which has the same distribution.
///
/// A. Grover, J. Leskovec: node2vec: Scalable Feature Learning for Networks, KDD 2016, section 3.2.
/// Rejection with the excess apart: K. Yang et al., KnightKing: A Fast Distributed Graph Random Walk
/// Engine, SOSP 2019, section 4.
public struct SecondOrderWalk: RandomWalk {
  /// The graph that is walked on.
  public let graph: Graph
  private let sampler: NeighborSampler
  /// The sum of the weights of each node's edges; empty when the graph is unweighted.
  private let rowWeights: [Double]
  private let backFactor: Double
  private let outFactor: Double
  /// The height under which proposals are drawn: the largest factor of a neighbor that is not *t*.
  private let bound: Double

  /// Prepares walks on a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph to walk on.
  ///   - returnParameter: *p* of the paper: above 1 the walk avoids stepping back.
  ///   - inOutParameter: *q* of the paper: above 1 the walk stays near the node before, below 1
  ///     it moves outward.
  ///   - threadCount: The largest number of threads used to prepare a weighted graph.
  /// - Precondition: Both parameters lie in `WalkOptions.parameterRange`.
  /// - Complexity: O(1) on an unweighted graph. On a weighted one O(*n*) for *n* arcs, and 8 bytes
  ///   of memory an arc and a node.
  public init(
    on graph: Graph, returnParameter: Double, inOutParameter: Double,
    threadCount: Int = processorCount
  ) {
    precondition(WalkOptions.parameterRange.contains(returnParameter), "p is out of range")
    precondition(WalkOptions.parameterRange.contains(inOutParameter), "q is out of range")
    self.graph = graph
    sampler = NeighborSampler(graph, threadCount: threadCount)
    rowWeights =
      graph.isWeighted
      ? (0..<graph.nodeCount).map { node in
        let weights = graph.weights(of: Node(node))
        return weights.indices.reduce(0) { $0 + Double(weights[$1]) }
      } : []
    backFactor = 1 / returnParameter
    outFactor = 1 / inOutParameter
    bound = max(1, outFactor)
  }

  /// Appends the nodes of one walk to a buffer.
  ///
  /// - Parameters:
  ///   - start: The first node.
  ///   - length: The number of nodes of the walk, the first included; at least 1.
  ///   - walk: The buffer to append to.
  ///   - generator: The generator of the walk.
  /// - Precondition: `start` is a node of the graph.
  /// - Complexity: Expected O(`length` · *r* · log *d*), where *r* is the largest of 1/*p*, 1, 1/*q*
  ///   over the smallest (1/*p* left out above the line), and *d* a degree.
  public func append(
    from start: Node, length: Int, to walk: inout [Node], using generator: inout SplitMix64
  ) {
    walk.append(start)
    let firstRow = graph.row(of: start)
    if length < 2 || firstRow.isEmpty { return }
    var previous = start
    var node = graph.allNeighbors[sampler.arc(of: firstRow, using: &generator)]
    walk.append(node)
    for _ in 2..<max(2, length) {
      let row = graph.row(of: node)
      if row.isEmpty { return }
      let next = step(from: node, row: row, previous: previous, using: &generator)
      previous = node
      node = next
      walk.append(node)
    }
  }

  /// Draws the node that follows `previous` and `node`.
  @inline(__always)
  private func step(
    from node: Node, row: Range<Int>, previous: Node, using generator: inout SplitMix64
  ) -> Node {
    let neighbors = graph.allNeighbors
    // The area of all proposals: a rectangle over the row, and what the step back has above it.
    let rectangle = bound * (rowWeights.isEmpty ? Double(row.count) : rowWeights[Int(node)])
    var excess = backFactor - bound
    excess = excess > 0 ? excess * Double(graph.weight(from: node, to: previous) ?? 0) : 0
    let backHeight = min(backFactor, bound)
    let sureHeight = min(backHeight, 1, outFactor)

    var trialsLeft = trialCount(row: row, previous: previous)
    while trialsLeft > 0 {
      let place = generator.nextUnit() * (rectangle + excess) - excess
      if place < 0 { return previous }
      let height = place * (bound / rectangle)
      let candidate = neighbors[sampler.arc(of: row, using: &generator)]
      if height < sureHeight { return candidate }
      if height < factor(of: candidate, after: previous, back: backHeight) { return candidate }
      trialsLeft -= 1
    }
    return scan(row: row, previous: previous, using: &generator)
  }

  /// The number of trials that cost about as much as a scan, so that a step costs at most twice
  /// the cheaper of the two.
  private func trialCount(row: Range<Int>, previous: Node) -> Int {
    16 + (row.count + graph.degree(of: previous)) / 8
  }

  private func factor(of candidate: Node, after previous: Node, back: Double) -> Double {
    if candidate == previous { return back }
    return isNeighbor(candidate, of: previous) ? 1 : outFactor
  }

  /// Whether an edge leads from `previous` to `candidate`, searched in the shorter row.
  private func isNeighbor(_ candidate: Node, of previous: Node) -> Bool {
    if !graph.isDirected && graph.degree(of: candidate) < graph.degree(of: previous) {
      return graph.hasEdge(from: candidate, to: previous)
    }
    return graph.hasEdge(from: previous, to: candidate)
  }

  /// Draws the next node from the weights of the whole row.
  ///
  /// - Complexity: O(*d* log *e*) for a row of *d* arcs, where *e* is the degree of `previous`.
  private func scan(
    row: Range<Int>, previous: Node, using generator: inout SplitMix64
  ) -> Node {
    var cumulative: [Double] = []
    cumulative.reserveCapacity(row.count)
    var sum = 0.0
    for arc in row {
      let weight = graph.isWeighted ? Double(graph.allWeights[arc]) : 1
      sum += weight * factor(of: graph.allNeighbors[arc], after: previous, back: backFactor)
      cumulative.append(sum)
    }
    let place = generator.nextUnit() * sum
    let index = cumulative.firstIndex { place < $0 } ?? cumulative.count - 1
    return graph.allNeighbors[row.lowerBound + index]
  }
}
