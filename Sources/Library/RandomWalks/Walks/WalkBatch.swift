internal import Graphs

/// The walkers of one thread that are in flight at the same time.
struct WalkBatch<Walk: PhasedWalk> {
  /// The number of walkers that hides the latency of memory; more would gain nothing.
  static var size: Int { 64 }

  /// A walker, and where its nodes are written.
  private struct Member {
    var walker: Walk.Walker
    var walk: Int
    var next: Int
    let end: Int
    var hasEnded = false
  }

  private let walks: Walk
  private let count: Int
  private let length: Int
  private let base: Int
  private var started = 0

  /// Prepares walks that fill slots of a buffer.
  ///
  /// - Parameters:
  ///   - walks: The kind of walk.
  ///   - count: The number of walks.
  ///   - length: The number of nodes per slot.
  ///   - base: Where the first slot starts.
  init(walks: Walk, count: Int, length: Int, base: Int) {
    self.walks = walks
    self.count = count
    self.length = length
    self.base = base
  }

  /// Makes all walks.
  @inline(__always)
  mutating func run(
    nodes: inout MutableSpan<Node>, ends: inout [Int],
    from origin: (Int) -> (node: Node, generator: SplitMix64)
  ) {
    let walks = walks
    var searches = RowSearches(capacity: Self.size)
    var members: [Member] = []
    members.reserveCapacity(min(Self.size, count))
    while members.count < Self.size, let member = nextMember(&nodes, &ends, origin) {
      members.append(member)
    }
    var active = members.count
    var inFlight = members.mutableSpan
    for index in 0..<active { walks.propose(&inFlight[index].walker) }
    while active > 0 {
      if walks.choosesArcs {
        for index in 0..<active { walks.choose(&inFlight[index].walker) }
      }
      for index in 0..<active { walks.weigh(&inFlight[index].walker) }
      searches.removeAll()
      for index in 0..<active {
        if walks.search(for: &inFlight[index].walker, number: index, &searches) { continue }
        advance(&inFlight[index], walks, &nodes, &ends, origin)
      }
      if searches.count > 0 {
        searches.run(in: walks.graph, choosesRow: walks.searchesShorterRow)
        for index in 0..<searches.count {
          let (number, arc) = searches.answer(index, in: walks.graph)
          walks.found(arc, for: &inFlight[number].walker)
          advance(&inFlight[number], walks, &nodes, &ends, origin)
        }
      }
      // No walks are left to start: the last walkers take the places of those that have ended.
      if started == count {
        for index in (0..<active).reversed() where inFlight[index].hasEnded {
          active -= 1
          inFlight.swapAt(index, active)
        }
      }
    }
  }

  /// Ends a trial and starts the next: of the same walk or, if that has ended, of another.
  @inline(__always)
  private mutating func advance(
    _ member: inout Member, _ walks: borrowing Walk, _ nodes: inout MutableSpan<Node>,
    _ ends: inout [Int], _ origin: (Int) -> (node: Node, generator: SplitMix64)
  ) {
    let outcome = walks.resolve(&member.walker)
    let next = member.next
    // After a rejection the next trial overwrites this place. There is no branch, since the outcome
    // is unpredictable.
    nodes[next] = walks.node(of: member.walker)
    member.next = next + select(outcome == .stepped, 1, 0)
    if outcome == .ended || member.next == member.end {
      ends[member.walk] = member.next
      guard let other = nextMember(&nodes, &ends, origin) else {
        member.hasEnded = true
        return
      }
      member = other
    }
    walks.propose(&member.walker)
  }

  /// Starts the next walk that has more than one node.
  @inline(__always)
  private mutating func nextMember(
    _ nodes: inout MutableSpan<Node>, _ ends: inout [Int],
    _ origin: (Int) -> (node: Node, generator: SplitMix64)
  ) -> Member? {
    while started < count {
      let walk = started
      started += 1
      let (node, generator) = origin(walk)
      let start = base + walk * length
      nodes[start] = node
      if length == 1 {
        ends[walk] = start + 1
        continue
      }
      walks.graph.rowOffsets.prefetch(Int(node))
      return Member(
        walker: walks.walker(at: node, generator: generator), walk: walk, next: start + 1,
        end: start + length)
    }
    return nil
  }
}
