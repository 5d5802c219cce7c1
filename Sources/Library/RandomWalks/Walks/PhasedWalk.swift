internal import Graphs

/// A kind of walk whose step is cut into phases at the places where it waits for memory.
///
/// Each phase asks for the memory that the next one reads. Between two phases of a walk the same
/// phase of all other walks in flight is run, so that a graph larger than the caches is walked at
/// the speed of the memory's bandwidth rather than of its latency. What a walker does depends on
/// its own state alone; the order of phases among walkers cannot change a walk.
protocol PhasedWalk: RandomWalk {
  /// The state of one walk.
  associatedtype Walker: Sendable

  /// A walker that stands at its first node.
  func walker(at node: Node, generator: SplitMix64) -> Walker
  /// The node that a walker stands at.
  func node(of walker: borrowing Walker) -> Node
  /// Draws a place in the row of the node that the walker stands at.
  func propose(_ walker: inout Walker)
  /// Whether drawn places are turned into arcs by `choose`.
  var choosesArcs: Bool { get }
  /// Turns the drawn place into an arc, where that needs a table.
  func choose(_ walker: inout Walker)
  /// Reads the arc's target, and asks for what tells whether it is accepted.
  func weigh(_ walker: inout Walker)
  /// Adds the search of a row that the trial's end depends on.
  ///
  /// - Returns: Whether the trial depends on a search.
  func search(for walker: inout Walker, number: Int, _ searches: inout RowSearches) -> Bool
  /// Whether an edge may be searched in the row of either end.
  var searchesShorterRow: Bool { get }
  /// Hands a walker the arc that its search found, or -1.
  func found(_ arc: Int, for walker: inout Walker)
  /// Ends the trial; the step's memory has been asked for, so that a new trial can start at once.
  func resolve(_ walker: inout Walker) -> StepOutcome
}

/// How a trial to step ended.
enum StepOutcome: UInt8 {
  /// The proposal was rejected: the walker stands where it stood.
  case rejected
  /// The walker stands at another node, or at the same by a self-loop.
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

  /// Walks, with many walkers in flight; see `RandomWalk.append`.
  ///
  /// The conforming types' own `append` calls it, so that it is compiled for each of them.
  @inline(__always)
  func appendInFlight(
    _ count: Int, length: Int, to nodes: inout [Node], ends: inout [Int],
    from origin: (Int) -> (node: Node, generator: SplitMix64)
  ) {
    precondition(length >= 1, "a walk has at least one node")
    let base = nodes.count
    // Each walk has a slot of its full length; what short walks leave free is closed up below.
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

  /// Moves walks together where some did not fill their slots.
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
