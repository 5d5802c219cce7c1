internal import Graphs

/// A kind of walk whose step is cut into phases wherever it would wait for memory.
///
/// Each phase prefetches what the next one reads. Between two phases of a walk, the same phase runs
/// for all other walks in flight, so that the speed on a graph larger than the caches is limited by
/// the bandwidth of the memory, not by its latency. What a walker does depends only on its own
/// state; the order of phases among walkers cannot change a walk.
protocol PhasedWalk: RandomWalk {
  /// The state of one walk.
  associatedtype Walker: Sendable

  /// A walker that stands at its first node.
  func walker(at node: Node, generator: SplitMix64) -> Walker
  /// The node that a walker stands at.
  func node(of walker: borrowing Walker) -> Node
  /// Draws a position in the row of the node that the walker stands at.
  func propose(_ walker: inout Walker)
  /// Whether `choose` must turn drawn positions into arcs.
  var choosesArcs: Bool { get }
  /// Turns the drawn position into an arc, if that needs a table.
  func choose(_ walker: inout Walker)
  /// Reads the arc's target, and prefetches what decides whether it is accepted.
  func weigh(_ walker: inout Walker)
  /// Adds the search on which the end of the trial depends, if it depends on one.
  ///
  /// - Returns: Whether the trial depends on a search.
  func search(for walker: inout Walker, number: Int, _ searches: inout RowSearches) -> Bool
  /// Whether an edge may be searched in the row of either end.
  var searchesShorterRow: Bool { get }
  /// Gives a walker the arc that its search found, or -1.
  func found(_ arc: Int, for walker: inout Walker)
  /// Ends the trial and prefetches what the next one needs, so that it can start at once.
  func resolve(_ walker: inout Walker) -> StepOutcome
}

/// How a trial to step ended.
enum StepOutcome: UInt8 {
  /// The proposal was rejected: the walker has not moved.
  case rejected
  /// The walker has moved to another node, or by a self-loop to the same one.
  case stepped
  /// No edge leads on: the walk ends.
  case ended
}

extension PhasedWalk {
  @inline(__always) var choosesArcs: Bool { false }
  @inline(__always) func choose(_ walker: inout Walker) {}
  @inline(__always) var searchesShorterRow: Bool { false }
  @inline(__always)
  func search(for walker: inout Walker, number: Int, _ searches: inout RowSearches) -> Bool {
    false
  }
  @inline(__always) func found(_ arc: Int, for walker: inout Walker) {}

  /// Makes walks, with many walkers in flight; see `RandomWalk.append`.
  ///
  /// The `append` of each conforming type calls it, so that it is specialized for each of them.
  @inline(__always)
  func appendInFlight(
    _ count: Int, length: Int, to nodes: inout [Node], ends: inout [Int],
    from origin: (Int) -> (node: Node, generator: SplitMix64)
  ) {
    precondition(length >= 1, "a walk has at least one node")
    let base = nodes.count
    // Each walk has a slot of its full length; gaps after short walks are closed below.
    nodes.append(contentsOf: repeatElement(0, count: count * length))
    var walkEnds = [Int](repeating: 0, count: count)
    do {
      var slots = nodes.mutableSpan
      var batch = WalkBatch(walks: self, count: count, length: length, base: base)
      batch.run(nodes: &slots, ends: &walkEnds, from: origin)
    }
    close(slots: count, length: length, base: base, nodes: &nodes, ends: &walkEnds)
    ends.append(contentsOf: walkEnds)
  }

  /// Closes the gaps after walks that did not fill their slots.
  private func close(
    slots count: Int, length: Int, base: Int, nodes: inout [Node], ends: inout [Int]
  ) {
    var free = base
    for walk in 0..<count {
      let start = base + walk * length
      let end = ends[walk]
      if free < start {
        for index in start..<end { nodes[free + index - start] = nodes[index] }
      }
      free += end - start
      ends[walk] = free
    }
    nodes.removeLast(nodes.count - free)
  }
}
