import Graphs
import RandomWalks
import Testing

@Suite struct WalkOptionsTests {
  struct Case: Sendable, CustomStringConvertible {
    let description: String
    let change: @Sendable (inout WalkOptions) -> Void
  }

  static let refusals: [Case] = [
    Case(description: "walksPerNode must be from 1 to 1000000000, not 0") { $0.walksPerNode = 0 },
    Case(description: "walkLength must be from 1 to 1000000000, not -1") { $0.walkLength = -1 },
    Case(description: "returnParameter must be positive and finite (1e-30 to 1e30), not 0.0") {
      $0.returnParameter = 0
    },
    Case(description: "inOutParameter must be positive and finite (1e-30 to 1e30), not inf") {
      $0.inOutParameter = .infinity
    },
    Case(description: "returnParameter must be positive and finite (1e-30 to 1e30), not nan") {
      $0.returnParameter = .nan
    },
    Case(description: "inOutParameter must be left out for uniform walks, not 2.0") {
      $0.strategy = .uniform
      $0.inOutParameter = 2
    },
    Case(description: "tieDeviation must be left out for node2vec walks, not 0.5") {
      $0.strategy = .node2vec
      $0.tieDeviation = 0.5
    },
    Case(description: "tieDeviation must be finite, not inf") { $0.tieDeviation = .infinity },
    Case(description: "restartProbability must be at least 0 and less than 1, not 1.0") {
      $0.restartProbability = 1
    },
    Case(description: "restartProbability must be left out for weighted walks, not 0.5") {
      $0.strategy = .weighted
      $0.restartProbability = 0.5
    },
    Case(description: "returnParameter must be left out for restart walks, not 2.0") {
      $0.restartProbability = 0.5
      $0.returnParameter = 2
    },
    Case(description: "metapath must be left out for temporal walks, not a,b") {
      $0.strategy = .temporal
      $0.metapath = ["a", "b"]
    },
    Case(description: "metapath must be two types or more, such as user,item, not a") {
      $0.metapath = ["a"]
    },
    Case(description: "metapath must be two types or more, such as user,item, not left out") {
      $0.strategy = .metapath
    },
  ]

  @Test(arguments: refusals)
  func `options that cannot be used are refused by name`(refusal: Case) {
    var options = WalkOptions()
    refusal.change(&options)
    let error = #expect(throws: OptionError.self) { try options.validate() }
    #expect(error?.description == refusal.description)
  }

  @Test func `the kind of walk follows from the options that are set`() throws {
    var options = WalkOptions()
    #expect(options.impliedStrategy == .node2vec)
    options.tieDeviation = 0
    #expect(options.impliedStrategy == .node2vecPlus)
    options.restartProbability = 0.1
    #expect(options.impliedStrategy == .restart)
    options.metapath = ["a", "b"]
    #expect(options.impliedStrategy == .metapath)
    options.strategy = .uniform
    #expect(options.impliedStrategy == .uniform)
  }

  @Test func `each kind of walk is the type that its options say`() throws {
    let graph = Graph(nodeCount: 3, weightedEdges: [(0, 1, 2), (1, 2, 1)])
    func walk(_ change: (inout WalkOptions) -> Void) throws -> any RandomWalk {
      var options = WalkOptions()
      change(&options)
      return try options.walk(on: graph)
    }
    #expect(try walk { $0.strategy = .uniform } is FirstOrderWalk)
    #expect(try walk { $0.strategy = .weighted } is FirstOrderWalk)
    #expect(try walk { _ in } is FirstOrderWalk)
    #expect(try walk { $0.returnParameter = 2 } is SecondOrderWalk)
    #expect(
      (try walk {
        $0.inOutParameter = 2
        $0.strategy = .node2vecPlus
      } as? SecondOrderWalk)?.usesTies == true)
    #expect((try walk { $0.inOutParameter = 2 } as? SecondOrderWalk)?.usesTies == false)
    #expect(try walk { $0.restartProbability = 0.5 } is RestartWalk)
    #expect(throws: OptionError.self) { try walk { $0.strategy = .temporal } }
  }

  /// A ring with chords, whose edges weigh from 1 to 5.
  static let weighted = {
    var edges: [(Node, Node, Float)] = []
    for node in 0..<30 {
      for step in [1, 2, 7] {
        edges.append((Node(node), Node((node + step) % 30), Float(1 + node * step % 5)))
      }
    }
    return Graph(nodeCount: 30, weightedEdges: edges)
  }()

  static let handedOn: [(change: Case, walk: @Sendable () -> any RandomWalk)] = [
    (
      Case(description: "p and q") { ($0.returnParameter, $0.inOutParameter) = (0.2, 5) },
      { SecondOrderWalk(on: weighted, returnParameter: 0.2, inOutParameter: 5) }
    ),
    (
      Case(description: "p, q and gamma") {
        ($0.returnParameter, $0.inOutParameter, $0.tieDeviation) = (5, 0.2, 1)
      },
      {
        SecondOrderWalk(on: weighted, returnParameter: 5, inOutParameter: 0.2, tieDeviation: 1)
      }
    ),
    (
      Case(description: "node2vec+ without gamma") {
        ($0.strategy, $0.inOutParameter) = (.node2vecPlus, 0.2)
      },
      {
        SecondOrderWalk(on: weighted, returnParameter: 1, inOutParameter: 0.2, tieDeviation: 0)
      }
    ),
    (
      Case(description: "a restart probability") { $0.restartProbability = 0.3 },
      { RestartWalk(on: weighted, restartProbability: 0.3) }
    ),
    (
      Case(description: "uniform") { $0.strategy = .uniform },
      { FirstOrderWalk(on: weighted, ignoresWeights: true) }
    ),
    (Case(description: "weighted") { $0.strategy = .weighted }, { FirstOrderWalk(on: weighted) }),
  ]

  @Test(arguments: handedOn.indices)
  func `a walk gets every parameter of its options`(index: Int) throws {
    let (change, expected) = Self.handedOn[index]
    var options = WalkOptions()
    change.change(&options)
    func nodes(_ walk: any RandomWalk) -> [Node] {
      let corpus = WalkCorpus(walk, walksPerNode: 2, walkLength: 20, seed: 1)
      var nodes: [Node] = []
      for walk in 0..<corpus.walkCount { corpus.append(walk: walk, to: &nodes) }
      return nodes
    }
    let isAlike = try nodes(options.walk(on: Self.weighted)) == nodes(expected())
    #expect(isAlike, "\(change)")
  }

  @Test func `every kind of walk is found by its name and told from the others`() {
    let names = WalkStrategy.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
    #expect(names.first == "uniform" && names.last == "temporal")
    for strategy in WalkStrategy.allCases {
      #expect(WalkStrategy(rawValue: strategy.rawValue) == strategy)
      #expect(!strategy.summary.isEmpty)
    }
    #expect(WalkStrategy(rawValue: "drunken") == nil)
    #expect(WalkStrategy.restart.need == .graph)
    #expect(WalkStrategy.metapath.need == .nodeTypes)
    #expect(WalkStrategy.temporal.need == .times)
    for strategy in [WalkStrategy.uniform, .weighted, .node2vec, .node2vecPlus] {
      #expect(strategy.isAudited)
    }
    for strategy in [WalkStrategy.restart, .metapath, .temporal] { #expect(!strategy.isAudited) }
  }

  @Test func `walks that need types or times are made of them`() throws {
    let graph = Graph(nodeCount: 3, edges: [(0, 1), (1, 2)])
    let temporal = TemporalGraph(nodeCount: 3, edges: [(0, 1, 2.5), (1, 2, 3)])
    var options = WalkOptions()
    options.metapath = ["a", "b"]
    let types = NodeTypes(["a", "b", "a"])
    #expect(try options.walk(on: graph, nodeTypes: types) is MetapathWalk)
    options.metapath = ["a", "c"]
    #expect(throws: MetapathError.unknownType("c", known: ["a", "b"])) {
      try options.walk(on: graph, nodeTypes: types)
    }
    options = WalkOptions()
    options.strategy = .temporal
    #expect(try options.walk(on: temporal) is TemporalWalk)
  }

  static let unfit: [(message: String, body: @Sendable () throws -> Void)] = [
    (
      "strategy must be one that needs neither types of nodes nor times of edges, not metapath",
      {
        var options = WalkOptions()
        options.metapath = ["a", "b"]
        _ = try options.walk(on: Graph(edges: [("x", "y")]))
      }
    ),
    (
      "strategy must be one that needs no times of edges, not temporal",
      {
        var options = WalkOptions()
        options.strategy = .temporal
        _ = try options.walk(on: Graph(edges: [("x", "y")]), nodeTypes: NodeTypes(["a", "b"]))
      }
    ),
    (
      "strategy must be one that follows the times of edges, not node2vec",
      {
        _ = try WalkOptions().walk(on: TemporalGraph(sources: [0], targets: [1], times: [2]))
      }
    ),
    (
      "nodeTypes must be the types of the graph's 2 nodes, not those of 1",
      {
        var options = WalkOptions()
        options.metapath = ["a", "b"]
        _ = try options.walk(on: Graph(edges: [("x", "y")]), nodeTypes: NodeTypes(["a"]))
      }
    ),
    (
      "threadCount must be at least 1, not 0",
      { _ = try WalkOptions().walk(on: Graph(edges: [("x", "y")]), threadCount: 0) }
    ),
    (
      "inOutParameter must be positive and finite (1e-30 to 1e30), not nan",
      {
        var options = WalkOptions()
        options.inOutParameter = .nan
        _ = try options.walk(on: Graph(edges: [("x", "y")]))
      }
    ),
    (
      "walkLength must be from 1 to 1000000000, not 0",
      {
        var options = WalkOptions()
        let walk = try options.walk(on: Graph(edges: [("x", "y")]))
        options.walkLength = 0
        _ = try WalkCorpus(walk, options: options, seed: 1)
      }
    ),
  ]

  @Test(arguments: unfit.indices)
  func `walks that cannot be made are refused by option`(index: Int) {
    let (message, body) = Self.unfit[index]
    let error = #expect(throws: OptionError.self) { try body() }
    #expect(error?.description == message)
  }

  @Test func `a corpus of options has their number and length`() throws {
    var options = WalkOptions()
    (options.walksPerNode, options.walkLength) = (3, 7)
    let walk = try options.walk(on: Graph(edges: [("x", "y")]))
    let corpus = try WalkCorpus(walk, options: options, seed: 1)
    #expect((corpus.walksPerNode, corpus.walkLength) == (3, 7))
    #expect(corpus.walkCount == 6)
  }
}
