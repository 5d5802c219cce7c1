import Graphs
import RandomWalks
import Testing
import WalkAudits

@Suite struct WalkAuditTests {
  /// Two hundred nodes on a ring, each joined to its next four neighbors and to a hub, with
  /// weights.
  static let graph = {
    var edges: [(Node, Node, Float)] = []
    for node in 0..<Node(200) {
      for step in 1...Node(4) { edges.append((node, (node + step) % 200, Float(node % 3 + step))) }
      edges.append((node, 200, node % 10 == 0 ? 20 : 0.5))
    }
    return Graph(nodeCount: 202, weightedEdges: edges)
  }()

  static func report(
    _ walk: some RandomWalk, p: Double, q: Double, seed: UInt64 = 1, on graph: Graph = graph
  ) -> AuditReport {
    var audit = WalkAudit(of: graph, returnParameter: p, inOutParameter: q)
    audit.add(
      WalkCorpus(walk, walksPerNode: 10, walkLength: 80, seed: seed), stepLimit: 1_000_000)
    return audit.report()
  }

  static func node2vec(p: Double, q: Double) -> SecondOrderWalk {
    SecondOrderWalk(on: graph, returnParameter: p, inOutParameter: q)
  }

  @Test(arguments: [(0.25, 4.0), (4, 0.25), (1, 1), (2, 1), (1, 0.1)])
  func `exact walks agree, at every seed`(p: Double, q: Double) {
    for seed in 0..<10 as Range<UInt64> {
      let report = Self.report(Self.node2vec(p: p, q: q), p: p, q: q, seed: seed)
      #expect(report.agrees, "seed \(seed): \(report.differences.prefix(3))")
      #expect(report.stepCount == 2010 * 79)
      #expect(report.walkCount == 2020)
      #expect(report.testCount > 200)
    }
  }

  @Test(arguments: [(0.25, 4.0), (4, 0.25), (1, 1)], [-0.5, 0, 1])
  func `exact walks of node2vec+ agree, and those of other rules are found`(
    bias: (p: Double, q: Double), deviation: Double
  ) {
    let (p, q) = bias
    func report(
      _ walk: some RandomWalk, tieDeviation: Double?, ignoresWeights: Bool = false
    ) -> AuditReport {
      var audit = WalkAudit(
        of: Self.graph, returnParameter: p, inOutParameter: q, tieDeviation: tieDeviation,
        ignoresWeights: ignoresWeights)
      audit.add(
        WalkCorpus(walk, walksPerNode: 20, walkLength: 80, seed: 2), stepLimit: 1_000_000)
      return audit.report()
    }
    let walk = SecondOrderWalk(
      on: Self.graph, returnParameter: p, inOutParameter: q, tieDeviation: deviation)
    let right = report(walk, tieDeviation: deviation)
    #expect(right.agrees, "\(right.differences.prefix(3))")
    #expect(right.testCount > 100)
    // With p = q = 1 node2vec+ is the walk by weight.
    #expect(report(walk, tieDeviation: nil).agrees == (q == 1))
    #expect(report(walk, tieDeviation: deviation + 1).agrees == (q == 1))
    #expect(!report(walk, tieDeviation: nil, ignoresWeights: true).agrees)
    let uniform = FirstOrderWalk(on: Self.graph, ignoresWeights: true)
    #expect(report(uniform, tieDeviation: nil, ignoresWeights: true).agrees == (q == 1))
  }

  @Test(arguments: [(4.0, 4.0), (0.25, 0.25), (1, 4), (0.25, 1), (0.27, 4), (0.25, 3.6)])
  func `other parameters than those of the walks are found`(p: Double, q: Double) {
    #expect(!Self.report(Self.node2vec(p: 0.25, q: 4), p: p, q: q).agrees)
  }

  @Test func `walks that ignore weights are found`() {
    let report = Self.report(FirstOrderWalk(on: Self.graph, ignoresWeights: true), p: 1, q: 1)
    #expect(!report.agrees)
    #expect(report.findings.first.map { $0.pValue < 1e-20 } == true)
    // From a node on the ring to the hub, or from the hub to a node with a heavy spoke.
    let isAtHub = report.findings.first.map {
      $0.target == 200 || $0.subject == .firstOrder(node: 200)
    }
    #expect(isAtHub == true)
  }

  @Test func `a uniform first step alone is found`() {
    // What a known peer does: the first step ignores weights, all others are exact.
    var audit = WalkAudit(of: Self.graph, returnParameter: 1, inOutParameter: 4)
    let exact = Self.node2vec(p: 1, q: 4)
    for repetition in 0..<50 as Range<UInt64> {
      for node in 0..<Node(201) {
        var generator = SplitMix64(seed: 5, UInt64(node), repetition)
        let neighbors = Self.graph.neighbors(of: node)
        let first = neighbors[generator.next(below: neighbors.count)]
        audit.add([node, first])
        var nodes: [Node] = []
        var ends: [Int] = []
        exact.append(1, length: 20, to: &nodes, ends: &ends) { _ in (node, generator) }
        audit.add(nodes)
      }
    }
    let report = audit.report()
    let subjects = report.differences.map(\.subject)
    #expect(!subjects.isEmpty)
    for subject in subjects {
      guard case .firstOrder = subject else {
        Issue.record("a later step is no error: \(subject)")
        continue
      }
    }
  }

  @Test func `steps that no edge allows are errors without a test`() {
    var audit = WalkAudit(of: Self.graph, returnParameter: 1, inOutParameter: 1)
    audit.add([0, 1, 2])
    audit.add([0, 1, 1, 2])
    audit.add([201])
    audit.add([201, 0])
    let report = audit.report()
    #expect(!report.agrees)
    #expect(report.impossibleStepCount == 2)
    let steps = report.impossibleSteps.map { [Int($0.source), Int($0.target), $0.walk] }
    #expect(steps == [[1, 1, 1], [201, 0, 3]])
    #expect(report.stepCount == 3)
  }

  @Test(arguments: [1, 2, 5])
  func `the result does not depend on threads`(threadCount: Int) {
    let results = [1, threadCount].map { threads in
      var audit = WalkAudit(of: Self.graph, returnParameter: 0.3, inOutParameter: 4)
      audit.add(
        WalkCorpus(
          Self.node2vec(p: 0.25, q: 4), walksPerNode: 30, walkLength: 20, seed: 1),
        stepLimit: 1_000_000, threadCount: threads)
      return audit.report(threadCount: threads).findings.map(\.pValue)
    }
    #expect(results[0] == results[1])
  }

  @Test func `on a large graph small errors show in the sums over contexts`() {
    // 30,000 nodes of degree 6: no context is visited more than a few times.
    var generator = SplitMix64(seed: 1)
    var edges: [(Node, Node)] = []
    for node in 0..<30_000 {
      for _ in 0..<3 { edges.append((Node(node), Node(generator.next(below: 30_000)))) }
    }
    let graph = Graph(nodeCount: 30_000, edges: edges)
    let walk = SecondOrderWalk(on: graph, returnParameter: 1, inOutParameter: 0.5)
    func findings(q: Double) -> AuditReport {
      var audit = WalkAudit(of: graph, returnParameter: 1, inOutParameter: q)
      audit.add(
        WalkCorpus(walk, walksPerNode: 1, walkLength: 20, seed: 3), stepLimit: 600_000)
      return audit.report()
    }
    #expect(findings(q: 0.5).agrees)
    let report = findings(q: 0.55)
    #expect(!report.agrees)
    #expect(
      report.differences.allSatisfy {
        if case .part = $0.subject { true } else { false }
      })
  }
}
