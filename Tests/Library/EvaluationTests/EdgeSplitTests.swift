import Errors
import Evaluation
import Graphs
import Testing

@Suite struct EdgeSplitTests {
  typealias Options = EdgeSplitOptions

  static func options(
    _ kind: Options.Kind, _ negatives: Options.Negatives = .uniform
  ) -> Options {
    var options = Options()
    options.kind = kind
    options.negatives = negatives
    options.testShare = 0.2
    options.validationShare = 0.1
    options.classifierShare = 0.1
    return options
  }

  static func split(
    _ graph: Graph, _ options: Options, seed: UInt64 = 1
  ) throws -> EdgeSplit {
    try EdgeSplit(
      of: graph, options: options, times: RandomGraphs.times(of: graph, seed: seed), seed: seed)
  }

  @Test(arguments: Options.Kind.allCases, Options.Negatives.allCases)
  func `every edge has one place and no negative is an edge`(
    kind: Options.Kind, negatives: Options.Negatives
  ) throws {
    for seed in 0..<5 as Range<UInt64> {
      for isDirected in negatives == .reversed ? [true] : [false, true] {
        let graph = RandomGraphs.uniform(
          nodeCount: 100, edgeCount: 900, isDirected: isDirected, seed: seed)
        let split = try Self.split(graph, Self.options(kind, negatives), seed: seed)
        let validation = try #require(split.validation)
        let samples = [split.training, validation, split.test]
        var parts = samples.flatMap(\.positives)
        parts += split.residual.graph.pairs
        #expect(Set(parts).count == parts.count, "seed \(seed): an edge is in two parts")
        #expect(graph.pairs.isSuperset(of: parts))
        if negatives != .twoHop { #expect(graph.pairs == Set(parts), "seed \(seed)") }

        let drawn = samples.flatMap(\.negatives)
        #expect(Set(drawn).count == drawn.count, "seed \(seed): a negative is in two parts")
        #expect(graph.pairs.isDisjoint(with: drawn))
        #expect(
          drawn.allSatisfy { $0.source != $0.target && (isDirected || $0.source < $0.target) })
        if negatives != .reversed {
          #expect(samples.allSatisfy { $0.positives.count == $0.negatives.count })
          if negatives != .twoHop { #expect(split.test.positives.count == 180) }
        }
      }
    }
  }

  @Test(arguments: Options.Kind.allCases)
  func `the seed decides everything`(kind: Options.Kind) throws {
    let graph = RandomGraphs.uniform(nodeCount: 80, edgeCount: 500, seed: 3)
    let times = RandomGraphs.times(of: graph, seed: 1)
    func split(seed: UInt64) throws -> EdgeSplit {
      try EdgeSplit(of: graph, options: Self.options(kind), times: times, seed: seed)
    }
    #expect(try split(seed: 1).test == split(seed: 1).test)
    #expect(try split(seed: 1).training == split(seed: 1).training)
    #expect(try split(seed: 1).test != split(seed: 2).test)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `the connected split keeps components together`(seed: UInt64) throws {
    // Sparse enough for a random split to break components.
    let graph = RandomGraphs.uniform(nodeCount: 100, edgeCount: 200, seed: seed)
    let kept = try Self.split(graph, Self.options(.connected), seed: seed).residual.graph
    #expect(kept.componentCount == graph.componentCount)
    let broken = try Self.split(graph, Self.options(.random), seed: seed).residual.graph
    #expect(broken.componentCount > graph.componentCount)
  }

  @Test func `the temporal split tests on the latest edges`() throws {
    let edges: [(Node, Node, Double)] = [
      (0, 1, 5), (1, 2, 1), (2, 3, 4), (3, 4, 2), (4, 5, 3), (5, 0, 6), (0, 2, 7), (1, 3, 8),
      (2, 1, 9),  // came up before, at time 1
    ]
    let graph = Graph(nodeCount: 7, edges: edges.map { ($0.0, $0.1) })
    var options = Options()
    options.kind = .temporal
    options.testShare = 0.25
    let split = try EdgeSplit(
      of: graph, options: options, times: try EdgeTimes(edges, isDirected: false), seed: 1)
    #expect(Set(split.test.positives) == [NodePair(0, 2), NodePair(1, 3)])
  }

  @Test func `a time that is no number and a count below 1 are errors`() throws {
    #expect(throws: EdgeSplitError.timeNotFinite(source: 1, target: 2)) {
      try EdgeTimes([(0, 1, 3), (1, 2, .nan)], isDirected: false)
    }
    for count in [0, -1] {
      var options = Options()
      options.largestTrainingCount = count
      #expect(throws: OptionError.self) {
        try EdgeSplit(
          of: Graph(nodeCount: 3, edges: [(0, 1), (1, 2)]), options: options, seed: 1)
      }
    }
    for share in [-0.5, 0, 1, 1.5, .nan, .infinity] {
      var options = Options()
      options.testShare = share
      #expect(throws: EdgeSplitError.self, "\(share)") {
        try EdgeSplit(
          of: Graph(nodeCount: 3, edges: [(0, 1), (1, 2)]), options: options, seed: 1)
      }
    }
  }

  @Test func `edges of the same time are not cut apart`() throws {
    let edges: [(Node, Node, Double)] = [
      (0, 1, 1), (1, 2, 1), (2, 3, 2), (3, 4, 2), (4, 5, 2), (5, 6, 3),
    ]
    let graph = Graph(nodeCount: 7, edges: edges.map { ($0.0, $0.1) })
    let times = try EdgeTimes(edges, isDirected: false)
    var options = Options()
    options.kind = .temporal
    options.testShare = 0.5
    let split = try EdgeSplit(of: graph, options: options, times: times, seed: 1)
    // Half of six edges would cut the three of time 2: they stay with the earlier ones.
    #expect(split.test.positives == [NodePair(5, 6)])
    let same = try EdgeTimes(edges.map { ($0.0, $0.1, 1) }, isDirected: false)
    #expect(throws: EdgeSplitError.tiedTimes(part: "test")) {
      try EdgeSplit(of: graph, options: options, times: same, seed: 1)
    }
    #expect(throws: EdgeSplitError.missingTimes) {
      try EdgeSplit(of: graph, options: options, seed: 1)
    }
    let some = try EdgeTimes(edges.dropLast(), isDirected: false)
    #expect(throws: EdgeSplitError.edgeWithoutTime(source: "5", target: "6")) {
      try EdgeSplit(of: graph, options: options, times: some, seed: 1)
    }
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `a cold node keeps an edge, and every pair of the test has a cold node`(seed: UInt64) throws
  {
    let graph = RandomGraphs.uniform(nodeCount: 200, edgeCount: 2000, seed: seed)
    var options = Options()
    options.kind = .coldStart
    options.testShare = 0.2
    let split = try EdgeSplit(of: graph, options: options, seed: seed)
    let residual = split.residual.graph
    #expect((0..<200).allSatisfy { residual.degree(of: $0) >= 1 })
    // A cold node keeps one edge, and those that cold neighbors chose to keep.
    func isCold(_ node: Node) -> Bool { residual.degree(of: node) < 5 }
    for pairs in [split.test.positives, split.test.negatives] {
      let cold = pairs.count { isCold($0.source) || isCold($0.target) }
      #expect(Double(cold) > 0.9 * Double(pairs.count))
    }
  }

  @Test(arguments: [Options.Negatives.uniform, .degreeMatched, .twoHop])
  func `negatives of a bipartite graph join its sides`(negatives: Options.Negatives) throws {
    let graph = RandomGraphs.bipartite(leftCount: 60, rightCount: 90, edgeCount: 600, seed: 1)
    let split = try Self.split(graph, Self.options(.connected, negatives))
    #expect(split.joinsTwoSides)
    #expect(split.test.negatives.allSatisfy { $0.source < 60 && $0.target >= 60 })
    var options = Self.options(.connected)
    options.respectsSides = false
    let mixed = try Self.split(graph, options)
    #expect(!mixed.joinsTwoSides)
    #expect(!mixed.test.negatives.allSatisfy { $0.source < 60 && $0.target >= 60 })
  }

  @Test func `two-hop pairs have a common neighbor in what is left`() throws {
    let graph = RandomGraphs.uniform(nodeCount: 300, edgeCount: 1500, seed: 2)
    let split = try Self.split(graph, Self.options(.random, .twoHop))
    let residual = split.residual.graph
    func hasCommonNeighbor(_ pair: NodePair) -> Bool {
      (0..<300).contains {
        residual.hasEdge(from: pair.source, to: $0) && residual.hasEdge(from: $0, to: pair.target)
      }
    }
    #expect(split.test.positives.allSatisfy(hasCommonNeighbor))
    #expect(split.test.negatives.allSatisfy(hasCommonNeighbor))
    #expect(split.leftOutCount > 0)
    #expect(split.leftOutCount + split.test.positives.count == 300)
  }

  @Test func `degree-matched negatives end where edges end`() throws {
    // A hub joined to half of the nodes, and rings.
    var edges: [(Node, Node)] = (1..<100).map { (0, $0) }
    for node in 1..<200 {
      for step in [7, 14, 21] { edges.append((Node(node), Node((node + step) % 199 + 1))) }
    }
    let graph = Graph(nodeCount: 200, edges: edges)
    func hubShare(_ negatives: Options.Negatives) throws -> Double {
      let test = try Self.split(graph, Self.options(.random, negatives)).test
      return Double(test.negatives.count { $0.source == 0 }) / Double(test.negatives.count)
    }
    let matched = try hubShare(.degreeMatched)
    let uniform = try hubShare(.uniform)
    #expect(matched > 4 * uniform)
  }

  @Test func `reversed negatives turn edges around`() throws {
    let graph = RandomGraphs.uniform(nodeCount: 60, edgeCount: 600, isDirected: true, seed: 1)
    let test = try Self.split(graph, Self.options(.random, .reversed)).test
    let turned = Set(test.positives.map { NodePair($0.target, $0.source) })
    #expect(turned.isSuperset(of: test.negatives))
    #expect(test.negatives.count < test.positives.count)
  }

  @Test func `the test does not depend on the other shares`() throws {
    let graph = RandomGraphs.uniform(nodeCount: 100, edgeCount: 900, seed: 4)
    var options = Self.options(.connected)
    let first = try Self.split(graph, options).test
    options.validationShare = 0.3
    options.classifierShare = 0
    #expect(try Self.split(graph, options).test == first)
  }

  @Test func `self-loops stay and weights are kept`() throws {
    let edges: [(Node, Node, Float)] = [(0, 0, 2), (0, 1, 3), (1, 2, 4), (2, 0, 5), (2, 3, 6)]
    let graph = Graph(nodeCount: 5, weightedEdges: edges)
    var options = Options()
    options.testShare = 0.25
    let residual = try EdgeSplit(of: graph, options: options, seed: 1).residual.graph
    #expect(residual.weight(from: 0, to: 0) == 2)
    #expect(residual.edgeCount == 4)
    #expect(residual.weight(from: 3, to: 2) == 6)
  }

  @Test func `what cannot be split is an error`() {
    let path = Graph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3)])
    func error(_ graph: Graph, _ change: (inout Options) -> Void) -> EdgeSplitError? {
      var options = Options()
      change(&options)
      do {
        _ = try EdgeSplit(of: graph, options: options, seed: 1)
        return nil
      } catch { return error as? EdgeSplitError }
    }
    #expect(error(path) { _ in } == .tooSparse(wanted: 2, removable: 0, edgeCount: 3))
    #expect(error(path) { $0.testShare = 0.1 } == .tooSmall(part: "test", share: 0.1, edgeCount: 3))
    #expect(error(path) { $0.testShare = 1 } == .invalidShares(total: 1))
    #expect(error(path) { $0.testShare = .nan } != nil)
    #expect(error(path) { $0.negatives = .reversed } == .notDirected)
    let all = (0..<6).flatMap { source in (0..<source).map { (Node(source), Node($0)) } }
    let full = Graph(nodeCount: 6, edges: all)
    #expect(
      error(full) { $0.testShare = 0.2 } == .tooFewNegatives(found: 0, wanted: 3, kind: "uniform"))
    #expect(
      error(Graph(nodeCount: 3, edges: [])) { _ in }
        == .tooSmall(part: "test", share: 0.5, edgeCount: 0))
    let both = Graph(nodeCount: 9, edges: (1..<9).flatMap { [(0, $0), ($0, 0)] }, isDirected: true)
    #expect(error(both) { $0.negatives = .reversed } == .noReversedEdges(part: "test"))
    let star = Graph(nodeCount: 9, edges: (1..<9).map { (0, $0) }, isDirected: true)
    #expect(
      error(star) { ($0.negatives, $0.kind, $0.respectsSides) = (.twoHop, .random, false) }
        == .noTwoHopEdges(part: "test"))
  }
}
