public import Graphs
internal import Parallel

/// A walk that steps to a neighbor in proportion to the edge's weight, independently of earlier
/// steps.
///
/// On an unweighted graph all neighbors are equally likely. This is the walk of DeepWalk (B.
/// Perozzi, R. Al-Rfou, S. Skiena: DeepWalk: Online Learning of Social Representations, KDD 2014).
public struct FirstOrderWalk: RandomWalk {
  /// The graph that the walks are on.
  public let graph: Graph
  private let sampler: NeighborSampler

  /// Prepares walks on a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph to walk on.
  ///   - ignoresWeights: Whether all neighbors are equally likely on a weighted graph, too.
  ///   - threadCount: The maximum number of threads used to prepare a weighted graph.
  /// - Complexity: O(1) on an unweighted graph. On a weighted graph O(*n*) time for *n* arcs, and 8
  ///   bytes per arc.
  package init(
    on graph: Graph, ignoresWeights: Bool = false, threadCount: Int = processorCount
  ) {
    self.graph = graph
    sampler = NeighborSampler(
      graph, isWeighted: graph.isWeighted && !ignoresWeights, threadCount: threadCount)
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
  /// Steps to any neighbor, whatever the weights: `FirstOrderWalk`.
  public static let uniform = WalkStrategy(
    "uniform", "to any neighbor",
    audit: { AuditedSteps($0, ignoresWeights: true, text: "uniform steps") },
    .onGraph { graph, _, threadCount in
      FirstOrderWalk(on: graph, ignoresWeights: true, threadCount: threadCount)
    })

  /// Steps to a neighbor in proportion to the edge's weight: `FirstOrderWalk`.
  public static let weighted = WalkStrategy(
    "weighted", "by weight", audit: { AuditedSteps($0, text: "weighted steps") },
    .onGraph { graph, _, threadCount in FirstOrderWalk(on: graph, threadCount: threadCount) })
}

extension FirstOrderWalk: PhasedWalk {
  struct Walker {
    var generator: SplitMix64
    var node: Node
    var proposal = NeighborSampler.Proposal()
  }

  func walker(at node: Node, generator: SplitMix64) -> Walker {
    Walker(generator: generator, node: node)
  }

  @inline(__always) func node(of walker: borrowing Walker) -> Node { walker.node }

  @inline(__always) func propose(_ walker: inout Walker) {
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
    walker.node = graph.allNeighbors[walker.proposal.arc]
    graph.rowOffsets.prefetch(Int(walker.node))
  }

  @inline(__always) func resolve(_ walker: inout Walker) -> StepOutcome {
    walker.proposal.isEmpty ? .ended : .stepped
  }
}
