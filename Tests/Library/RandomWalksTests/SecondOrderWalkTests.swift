import Graphs
import Testing
import WalkAudits

@testable import RandomWalks

/// Steps at a hub: their probabilities, and the work they take.
@Suite struct SecondOrderWalkTests {
  static let leafCount = 100_000

  /// A wheel: node 0 joined to all others, these to a ring.
  ///
  /// From the hub, reached from a leaf, two of 10⁵ neighbors are near the leaf before.
  static let wheel = Graph(
    nodeCount: leafCount + 1, edges: ring.map { ($0, $0 % Node(leafCount) + 1) } + spokes)

  /// The wheel with weights: the spoke to node 1 as heavy as all others together, many times over.
  static let weightedWheel = Graph(
    nodeCount: leafCount + 1,
    weightedEdges: ring.map { ($0, $0 % Node(leafCount) + 1, 3) }
      + spokes.map { ($0.0, $0.1, $0.1 == 1 ? 1e9 : Float($0.1 % 3) + 1) })

  static var ring: ClosedRange<Node> { 1...Node(leafCount) }
  static var spokes: [(Node, Node)] { ring.map { (0, $0) } }

  /// Draws the step that follows two nodes, phase by phase.
  ///
  /// - Returns: The next node, the number of trials, and how many of them searched a row.
  static func step(
    _ walk: SecondOrderWalk, from node: Node, after previous: Node, seed: UInt64
  ) -> (next: Node, trials: Int, searches: Int) {
    var walker = walk.walker(at: node, generator: SplitMix64(seed: seed))
    walker.previous = previous
    walker.hasPrevious = true
    walker.returnWeight = walk.graph.weight(from: node, to: previous) ?? 0
    var trials = 0
    var searchCount = 0
    var searches = RowSearches(capacity: 1)
    while true {
      trials += 1
      walk.propose(&walker)
      if walk.choosesArcs { walk.choose(&walker) }
      walk.weigh(&walker)
      searches.removeAll()
      if walk.search(for: &walker, number: 0, &searches) {
        searchCount += 1
        searches.run(in: walk.graph, choosesRow: walk.searchesShorterRow)
        walk.found(searches.answer(0, in: walk.graph).arc, for: &walker)
      }
      if walk.resolve(&walker) == .stepped { return (walker.node, trials, searchCount) }
    }
  }

  static let settings = [
    (0.25, 0.25), (0.25, 4), (4, 0.25), (4, 4), (1, 1e6), (1e6, 1e6), (1e9, 1e5), (1e-6, 1e6),
    (1, 1e-6), (1e30, 1e30), (1e-30, 1e30),
  ]

  @Test(arguments: [false, true])
  func `at a hub the parts of the row have exact probabilities, in little work`(
    isWeighted: Bool
  ) {
    let graph = isWeighted ? Self.weightedWheel : Self.wheel
    let row = graph.row(of: 0)
    for previous in [1, 2, 77] as [Node] {
      let near = [previous % Node(Self.leafCount) + 1, previous == 1 ? 100_000 : previous - 1]
      for (p, q) in Self.settings {
        let walk = SecondOrderWalk(on: graph, returnParameter: p, inOutParameter: q)
        var weights = [0.0, 0, 0]
        for arc in row {
          let part =
            graph.allNeighbors[arc] == previous
            ? 0 : near.contains(graph.allNeighbors[arc]) ? 1 : 2
          weights[part] +=
            Double(isWeighted ? graph.allWeights[arc] : 1) * [1 / p, 1, 1 / q][part]
        }
        var counts = [0, 0, 0]
        var mostTrials = 0
        for draw in 0..<3000 as Range<UInt64> {
          let (next, trials, _) = Self.step(walk, from: 0, after: previous, seed: draw)
          counts[next == previous ? 0 : near.contains(next) ? 1 : 2] += 1
          mostTrials = max(mostTrials, trials)
        }
        // The leaf before has three neighbors: 16 trials, then the row is split.
        #expect(mostTrials <= 16)
        let test = FrequencyTest(counts: counts, probabilities: weights)
        #expect(
          test.pValue > 1e-6, "p = \(p), q = \(q), after \(previous): \(counts), \(weights)")
      }
    }
  }

  @Test(arguments: [false, true], [false, true])
  func `where hubs have most arcs, walks are exact`(isDirected: Bool, isWeighted: Bool) {
    let drawn = EdgeFilterTests.graphWithHubs(isDirected: isDirected)
    #expect(!HubRows(of: drawn).isEmpty)
    let arcs = (0..<Node(drawn.nodeCount)).flatMap { node in
      drawn.row(of: node).map { (node, drawn.allNeighbors[$0]) }
    }.filter { isDirected || $0.0 <= $0.1 }
    let graph =
      isWeighted
      ? Graph(
        nodeCount: drawn.nodeCount,
        weightedEdges: arcs.map { ($0.0, $0.1, Float(($0.0 + 3 * $0.1) % 5) + 0.5) },
        isDirected: isDirected) : drawn
    let settings: [(Double, Double, Double?)] = [
      (0.25, 4, nil), (4, 0.25, nil), (1, 1e4, nil), (1, 1e-4, nil), (0.25, 4, 0), (4, 0.25, 0),
    ]
    for (p, q, deviation) in settings {
      var audit = WalkAudit(
        of: graph, returnParameter: p, inOutParameter: q, tieDeviation: deviation)
      let walk = SecondOrderWalk(
        on: graph, returnParameter: p, inOutParameter: q, tieDeviation: deviation)
      audit.add(
        WalkCorpus(walk, walksPerNode: 10, walkLength: 80, seed: 1), stepLimit: 800_000)
      let report = audit.report()
      #expect(report.agrees, "p = \(p), q = \(q): \(report.differences.prefix(3))")
      #expect(report.testCount > 20)
    }
  }

  @Test func `within a part every neighbor is taken in proportion to its weight`() {
    // From the hub, after node 1 with its giant spoke, q = 10⁻⁶ leaves the two near nodes out of
    // reach and p = 10³⁰ the giant: what remains are weights 1, 2 and 3 in turn.
    let walk = SecondOrderWalk(
      on: Self.weightedWheel, returnParameter: 1e30, inOutParameter: 1e-6)
    var residues = [0, 0, 0]
    var tenths = [Int](repeating: 0, count: 10)
    for draw in 0..<6000 as Range<UInt64> {
      let next = Self.step(walk, from: 0, after: 1, seed: draw).next
      residues[Int(next) % 3] += 1
      tenths[Int(next - 1) / (Self.leafCount / 10)] += 1
    }
    #expect(FrequencyTest(counts: residues, probabilities: [1, 2, 3]).pValue > 1e-4)
    let even = [Double](repeating: 1, count: 10)
    #expect(FrequencyTest(counts: tenths, probabilities: even).pValue > 1e-4)
  }

  @Test func `splitting a row takes work by the smaller degree alone`() {
    let parts = SplitRow(of: 0, after: 5, in: Self.wheel)
    // Three neighbors searched in a row of 10⁵: twice the logarithm for each.
    #expect(parts.work <= 3 * 2 * 18)
  }

  @Test(arguments: [1000, 1_000_000], [false, true])
  func `a step at a hub takes as little work whatever its degree`(
    leafCount: Int, isWeighted: Bool
  ) {
    let ring = 1...Node(leafCount)
    let edges = ring.map { ($0, $0 % Node(leafCount) + 1) } + ring.map { (0, $0) }
    let wheel =
      isWeighted
      ? Graph(
        nodeCount: leafCount + 1, weightedEdges: edges.map { ($0.0, $0.1, Self.weight($0.0, $0.1)) }
      )
      : Graph(nodeCount: leafCount + 1, edges: edges)
    #expect(wheel.degree(of: 0) == leafCount)
    for (p, q) in Self.settings {
      let walk = SecondOrderWalk(on: wheel, returnParameter: p, inOutParameter: q)
      let steps = (0..<50 as Range<UInt64>).map { Self.step(walk, from: 0, after: 5, seed: $0) }
      let followEdges = steps.allSatisfy { wheel.hasEdge(from: 0, to: $0.next) }
      #expect(followEdges)
      #expect(steps.map(\.trials).max() ?? 17 <= 16)
    }
    // Three neighbors searched in the hub's row, by twice the logarithm of its degree at most.
    #expect(SplitRow(of: 0, after: 5, in: wheel).work <= 3 * 2 * (leafCount > 1000 ? 21 : 11))
  }

  /// Weights from 10⁻³ to 10⁶, in no order.
  static func weight(_ source: Node, _ target: Node) -> Float {
    let exponent = (UInt64(source) * 31 + UInt64(target) * 0x9e37_79b9) >> 7 % 10
    return [1e-3, 1e-2, 0.1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6][Int(exponent)]
  }

  @Test(arguments: [1000, 1_000_000], [false, true])
  func `between two hubs the trials are few whatever their degrees and weights`(
    degree: Int, isWeighted: Bool
  ) {
    // Two hubs that have half of their neighbors in common.
    var edges: [(Node, Node)] = [(0, 1)]
    for leaf in 2..<Node(degree + 1) { edges.append((0, leaf)) }
    for leaf in Node(degree / 2)..<Node(degree / 2 + degree - 1) { edges.append((1, leaf)) }
    let nodeCount = degree / 2 + degree
    let graph =
      isWeighted
      ? Graph(
        nodeCount: nodeCount, weightedEdges: edges.map { ($0.0, $0.1, Self.weight($0.0, $0.1)) })
      : Graph(nodeCount: nodeCount, edges: edges)
    #expect(graph.degree(of: 0) == degree && graph.degree(of: 1) == degree)
    for (p, q) in [(0.25, 0.25), (0.25, 4), (4, 0.25), (4, 4), (1, 0.25)] {
      let walk = SecondOrderWalk(on: graph, returnParameter: p, inOutParameter: q)
      let largest = max(1, 1 / q)
      let ratio = largest / min(1 / p, 1, 1 / q)
      var trials = 0
      var searches = 0
      var mostTrials = 0
      for draw in 0..<2000 as Range<UInt64> {
        let step = Self.step(walk, from: 1, after: 0, seed: draw)
        trials += step.trials
        searches += step.searches
        mostTrials = max(mostTrials, step.trials)
      }
      // So many rejections, and the row would be split.
      #expect(mostTrials < 16 + degree / 4)
      #expect(Double(trials) <= 2000 * ratio, "p = \(p), q = \(q)")
      #expect(searches <= trials)
    }
  }

  @Test func `between two hubs the work is by their degree, whatever p and q`() {
    // Two hubs with 1000 leaves each and one leaf in common.
    var edges: [(Node, Node)] = [(0, 1)]
    for leaf in 2..<Node(1002) { edges.append((0, leaf)) }
    for leaf in 1001..<Node(2001) { edges.append((1, leaf)) }
    let graph = Graph(nodeCount: 2001, edges: edges)
    #expect(SplitRow(of: 1, after: 0, in: graph).work <= 4 * 1001)
    let walk = SecondOrderWalk(on: graph, returnParameter: 1e9, inOutParameter: 1e9)
    let steps = (0..<100 as Range<UInt64>).map { Self.step(walk, from: 1, after: 0, seed: $0) }
    #expect(Set(steps.map(\.next)) == [1001])
    #expect(steps.map(\.trials).max() ?? .max <= 16 + 1001 / 4)
  }

  @Test(arguments: [(1.0, 1.0), (0.25, 4.0)])
  func `walks follow edges and end at sinks`(p: Double, q: Double) {
    let path = Graph(nodeCount: 4, edges: [(0, 1), (1, 2)], isDirected: true)
    let corpus = WalkCorpus(
      SecondOrderWalk(on: path, returnParameter: p, inOutParameter: q), walksPerNode: 2,
      walkLength: 9, seed: 5)
    for (start, expected) in [[0, 1, 2], [1, 2], [2], [3]].enumerated() {
      var nodes: [Node] = []
      corpus.append(walkFrom: Node(start), repetition: 1, to: &nodes)
      #expect(nodes == expected.map { Node($0) })
    }
  }
}
