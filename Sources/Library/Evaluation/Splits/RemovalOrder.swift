internal import Graphs
internal import Names
internal import RandomNumbers

/// The edges to remove from a graph, divided into the parts for the classifier, for validation, and
/// for the test.
struct RemovalOrder {
  /// The edges of each part.
  private(set) var classifier, validation, test: [NodePair]
  /// For a cold-start split, whether each node is cold.
  private(set) var isCold: [Bool]?

  /// Chooses the edges.
  ///
  /// - Parameters:
  ///   - incidence: The edges of the graph.
  ///   - graph: The graph.
  ///   - options: Which edges to remove.
  ///   - times: The times of the edges, for a temporal split.
  ///   - seed: The seed of the choice.
  /// - Throws: `EdgeSplitError` if there are not enough edges, or no times.
  init(
    from incidence: EdgeIncidence, of graph: Graph, options: EdgeSplitOptions, times: EdgeTimes?,
    seed: UInt64
  ) throws(EdgeSplitError) {
    let edgeCount = incidence.edges.count
    let shares = [options.classifierShare, options.validationShare, options.testShare]
    let total = shares.reduce(0, +)
    guard shares.allSatisfy({ $0 >= 0 }), options.testShare > 0, total < 1 else {
      throw .invalidShares(total: total)
    }
    let counts = shares.map { Int((Double(edgeCount) * $0).rounded()) }
    for (part, (share, count)) in zip(Self.parts, zip(shares, counts)) where share > 0 && count == 0
    {
      throw .tooSmall(part: part, share: share, edgeCount: edgeCount)
    }
    let wanted = counts.reduce(0, +)
    guard wanted < edgeCount else {
      throw .tooSparse(wanted: wanted, removable: max(0, edgeCount - 1), edgeCount: edgeCount)
    }
    var generator = SplitMix64(seed: seed, for: .edges)
    let removed: [NodePair]
    switch options.kind {
    case .random:
      removed = Self.shuffled(incidence.edges, using: &generator)
    case .connected:
      removed = Self.outsideForest(incidence.edges, of: graph, using: &generator)
    case .coldStart:
      (removed, isCold) = Self.coldEdges(
        incidence, nodeCount: graph.nodeCount, count: wanted, using: &generator)
    case .temporal:
      (classifier, validation, test) = try Self.latestEdges(
        incidence.edges, of: graph, times: times, counts: counts)
      return
    }
    guard removed.count >= wanted else {
      throw .tooSparse(wanted: wanted, removable: removed.count, edgeCount: edgeCount)
    }
    // The test is chosen first, so that it does not depend on the other shares.
    test = Array(removed.prefix(counts[2]))
    validation = Array(removed.dropFirst(counts[2]).prefix(counts[1]))
    classifier = Array(removed.dropFirst(counts[2] + counts[1]).prefix(counts[0]))
  }

  /// All edges to remove.
  var all: [NodePair] { classifier + validation + test }

  private static let parts = ["classifier", "validation", "test"]

  private static func shuffled(
    _ edges: [NodePair], using generator: inout SplitMix64
  ) -> [NodePair] {
    var edges = edges
    generator.shuffleFromLast(&edges)
    return edges
  }

  /// The edges outside of a random spanning forest, in random order.
  private static func outsideForest(
    _ edges: [NodePair], of graph: Graph, using generator: inout SplitMix64
  ) -> [NodePair] {
    var sets = DisjointSets(nodeCount: graph.nodeCount)
    let rest = shuffled(edges, using: &generator).filter { !sets.join($0.source, $0.target) }
    // Edges that close a cycle early are in dense parts; without a second shuffle they would come
    // first.
    return shuffled(rest, using: &generator)
  }

  /// Edges of randomly chosen nodes, each of which keeps one edge, until there are enough.
  private static func coldEdges(
    _ incidence: EdgeIncidence, nodeCount: Int, count: Int, using generator: inout SplitMix64
  ) -> (edges: [NodePair], isCold: [Bool]) {
    enum Fate { case open, kept, removed }
    var fates = [Fate](repeating: .open, count: incidence.edges.count)
    var isCold = [Bool](repeating: false, count: nodeCount)
    var nodes = Array(0..<Node(nodeCount))
    generator.shuffleFromLast(&nodes)
    var removed: [NodePair] = []
    for node in nodes where removed.count < count {
      var open = incidence[node].filter { fates[Int($0)] == .open }
      if !incidence[node].contains(where: { fates[Int($0)] == .kept }) && !open.isEmpty {
        let kept = open.remove(at: generator.next(below: open.count))
        fates[Int(kept)] = .kept
      }
      guard !open.isEmpty else { continue }
      isCold[Int(node)] = true
      for edge in open {
        fates[Int(edge)] = .removed
        removed.append(incidence.edges[Int(edge)])
      }
    }
    return (shuffled(Array(removed.prefix(count)), using: &generator), isCold)
  }

  /// The latest edges, cut where the time changes: edges of the same time stay in one part, the
  /// earlier one.
  private static func latestEdges(
    _ edges: [NodePair], of graph: Graph, times: EdgeTimes?, counts: [Int]
  ) throws(EdgeSplitError) -> ([NodePair], [NodePair], [NodePair]) {
    guard let times else { throw .missingTimes }
    var timed: [(time: Double, edge: NodePair)] = []
    for edge in edges {
      guard let time = times[edge] else {
        throw .edgeWithoutTime(
          source: graph.names[Int(edge.source)], target: graph.names[Int(edge.target)])
      }
      timed.append((time, edge))
    }
    timed.sort {
      ($0.time, $0.edge.source, $0.edge.target) < ($1.time, $1.edge.source, $1.edge.target)
    }
    var cuts: [Int] = []
    var cut = timed.count - counts.reduce(0, +)
    for count in counts {
      var place = cut
      while place > 0 && place < timed.count && timed[place].time == timed[place - 1].time {
        place += 1
      }
      cuts.append(place)
      cut += count
    }
    cuts.append(timed.count)
    let result = counts.indices.map { part in timed[cuts[part]..<cuts[part + 1]].map(\.edge) }
    for (part, (count, edges)) in zip(parts, zip(counts, result)) where count > 0 && edges.isEmpty {
      throw .tiedTimes(part: part)
    }
    return (result[0], result[1], result[2])
  }
}
