internal import Algorithms
public import Graphs

/// A walk that takes edges in the order of their times.
///
/// Each step takes an edge that is not earlier than that of the previous step, in proportion to the
/// weights of all such edges; the first step takes any edge. Edges between the same nodes at
/// different times are different edges. The walk ends if no edge is late enough.
///
/// G. H. Nguyen et al.: Continuous-Time Dynamic Network Embeddings, WWW 2018 companion: the variant
/// without a bias by time. In the paper a walk begins with an edge drawn from all edges; here it
/// begins with an edge of its first node, so that all nodes have equally many walks.
public struct TemporalWalk: RandomWalk {
  /// The graph that the walks are on, without its times.
  public let graph: Graph
  private let temporal: TemporalGraph
  /// For each arc, the weight of it and of all later arcs of its row; empty if all weigh the same.
  ///
  /// Summed from the end, so that early arcs cost late ones no digits.
  private let restWeights: [Double]

  /// Prepares walks on a graph.
  ///
  /// - Parameter temporal: The graph to walk on.
  /// - Complexity: O(*m* log *d*) time for *m* arcs and a largest degree *d*. Memory: the graph
  ///   without times, and 8 bytes per arc if edges have weights.
  package init(on temporal: TemporalGraph) {
    self.temporal = temporal
    graph = temporal.withoutTimes()
    var restWeights = [Double](repeating: 0, count: temporal.isWeighted ? temporal.arcCount : 0)
    if temporal.isWeighted {
      for node in 0..<Node(temporal.nodeCount) {
        var sum = 0.0
        for arc in temporal.row(of: node).reversed() {
          sum += Double(temporal.allWeights[arc])
          restWeights[arc] = sum
        }
      }
    }
    self.restWeights = restWeights
  }

  /// The number of bytes of the tables that walks hold in addition to the graph.
  public var tableByteCount: Int {
    8 * temporal.rowOffsets.count + 12 * temporal.arcCount + 4 * temporal.allWeights.count
      + 8 * restWeights.count
  }

  /// Appends walks to a buffer; see `RandomWalk.append`.
  ///
  /// - Complexity: O(`count` · `length` · log *d*) for a largest degree *d*.
  public func append(
    _ count: Int, length: Int, to nodes: inout [Node], ends: inout [Int],
    from origin: (Int) -> (node: Node, generator: SplitMix64)
  ) {
    appendInFlight(count, length: length, to: &nodes, ends: &ends, from: origin)
  }
}

extension WalkStrategy {
  /// Follows edges in the order of their times: `TemporalWalk`.
  public static let temporal = WalkStrategy(
    "temporal", "along edges in the order of their times",
    .onTimes { graph, _, _ in TemporalWalk(on: graph) })
}

extension TemporalWalk: PhasedWalk {
  struct Walker {
    var generator: SplitMix64
    var node: Node
    /// The time of the last step.
    var time = -Double.infinity
    /// The arc of the next step; -1 if there is none.
    var arc = -1
  }

  func walker(at node: Node, generator: SplitMix64) -> Walker {
    Walker(generator: generator, node: node)
  }

  @inline(__always) func node(of walker: borrowing Walker) -> Node { walker.node }

  @inline(__always) func propose(_ walker: inout Walker) {
    let arcs = temporal.row(of: walker.node, notBefore: walker.time)
    walker.arc = arcs.isEmpty ? -1 : draw(from: arcs, using: &walker.generator)
    temporal.allTargets.prefetch(walker.arc)
    temporal.allTimes.prefetch(walker.arc)
  }

  /// Draws from the last arcs of a row.
  @inline(__always)
  private func draw(from arcs: Range<Int>, using generator: inout SplitMix64) -> Int {
    if restWeights.isEmpty { return arcs.lowerBound + generator.next(below: arcs.count) }
    // The last arc whose rest exceeds the position; position 0 stands for the last arc of all.
    let place = generator.nextUnit() * restWeights[arcs.lowerBound]
    return max(arcs.lowerBound, arcs.partitioningIndex { restWeights[$0] <= place } - 1)
  }

  @inline(__always) func weigh(_ walker: inout Walker) {
    if walker.arc < 0 { return }
    walker.node = temporal.allTargets[walker.arc]
    walker.time = temporal.allTimes[walker.arc]
    temporal.rowOffsets.prefetch(Int(walker.node))
  }

  @inline(__always) func resolve(_ walker: inout Walker) -> StepOutcome {
    walker.arc < 0 ? .ended : .stepped
  }
}
