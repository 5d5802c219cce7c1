public import Graphs
internal import Parallel
internal import Text

/// A walk that returns to its first node again and again: the walk of personalized PageRank.
///
/// Each step either jumps back to the first node, with the restart probability, or leads to a
/// neighbor in proportion to the edge's weight. In a long walk, the frequency of a node converges
/// to its personalized PageRank. The walk ends at a node without outgoing edges; it does not jump
/// from there.
///
/// H. Tong, C. Faloutsos, J.-Y. Pan: Fast Random Walk with Restart and Its Applications, ICDM 2006.
public struct RestartWalk: RandomWalk {
  /// The graph that the walks are on.
  public let graph: Graph
  private let sampler: NeighborSampler
  /// The restart probability in units of 2⁻⁶⁴.
  private let restartHeight: UInt64

  /// Prepares walks on a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph to walk on.
  ///   - restartProbability: The probability of a jump at each step, at least 0 and less than 1.
  ///   - threadCount: The maximum number of threads used to prepare a weighted graph.
  /// - Complexity: O(1) on an unweighted graph. On a weighted graph O(*n*) time for *n* arcs, and 8
  ///   bytes per arc.
  package init(
    on graph: Graph, restartProbability: Double, threadCount: Int = processorCount
  ) {
    precondition(restartProbability >= 0 && restartProbability < 1, "a probability below 1")
    self.graph = graph
    sampler = NeighborSampler(graph, isWeighted: graph.isWeighted, threadCount: threadCount)
    restartHeight = UInt64(restartProbability * 0x1p64)
  }

  /// The number of bytes of the tables that walks hold in addition to the graph.
  public var tableByteCount: Int { sampler.byteCount }

  /// Appends walks to a buffer; see `RandomWalk.append`.
  ///
  /// - Complexity: O(`count` · `length`).
  public func append(
    _ count: Int, length: Int, to nodes: inout [Node], ends: inout [Int],
    from origin: (Int) -> (node: Node, generator: SplitMix64)
  ) {
    appendInFlight(count, length: length, to: &nodes, ends: &ends, from: origin)
  }
}

extension WalkStrategy {
  /// Steps in proportion to weights, with jumps back to the first node: `RestartWalk`.
  public static let restart = WalkStrategy(
    "restart", "with jumps back to the first node", parameters: [.restartProbability],
    impliedBy: .restartProbability,
    text: { "restart with probability \($0.restartProbabilityOrStandard.shortText)" },
    .onGraph { graph, options, threadCount in
      RestartWalk(
        on: graph, restartProbability: options.restartProbabilityOrStandard,
        threadCount: threadCount)
    })
}

extension WalkOptions {
  fileprivate var restartProbabilityOrStandard: Double {
    restartProbability ?? Self.standardRestartProbability
  }
}

extension RestartWalk: PhasedWalk {
  struct Walker {
    var generator: SplitMix64
    var node: Node
    let first: Node
    var restarts = false
    var proposal = NeighborSampler.Proposal()
  }

  func walker(at node: Node, generator: SplitMix64) -> Walker {
    Walker(generator: generator, node: node, first: node)
  }

  @inline(__always) func node(of walker: borrowing Walker) -> Node { walker.node }

  @inline(__always) func propose(_ walker: inout Walker) {
    walker.restarts = walker.generator.next() < restartHeight
    walker.proposal = sampler.propose(graph.row(of: walker.node), using: &walker.generator)
    sampler.prefetch(walker.proposal, of: graph)
  }

  @inline(__always) var choosesArcs: Bool { sampler.isWeighted }

  @inline(__always) func choose(_ walker: inout Walker) {
    sampler.choose(&walker.proposal)
    graph.allNeighbors.prefetch(walker.proposal.arc)
  }

  @inline(__always) func weigh(_ walker: inout Walker) {
    if walker.proposal.isEmpty { return }
    walker.node = walker.restarts ? walker.first : graph.allNeighbors[walker.proposal.arc]
    graph.rowOffsets.prefetch(Int(walker.node))
  }

  @inline(__always) func resolve(_ walker: inout Walker) -> StepOutcome {
    walker.proposal.isEmpty ? .ended : .stepped
  }
}
