import Graphs
import RandomWalks
import Testing

@Suite struct WalkOptionsTests {
  struct Case: Sendable, CustomStringConvertible {
    let description: String
    let change: @Sendable (inout WalkOptions) -> Void
  }

  static let refusals: [Case] = [
    Case(description: "walksPerNode must be at least 1, not 0") { $0.walksPerNode = 0 },
    Case(description: "walkLength must be at least 1, not -1") { $0.walkLength = -1 },
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
    func walk(_ change: (inout WalkOptions) -> Void) -> (any RandomWalk)? {
      var options = WalkOptions()
      change(&options)
      return options.walk(on: graph)
    }
    #expect(walk { $0.strategy = .uniform } is FirstOrderWalk)
    #expect(walk { $0.strategy = .weighted } is FirstOrderWalk)
    #expect(walk { _ in } is FirstOrderWalk)
    #expect(walk { $0.returnParameter = 2 } is SecondOrderWalk)
    #expect(
      (walk {
        $0.inOutParameter = 2
        $0.strategy = .node2vecPlus
      } as? SecondOrderWalk)?.usesTies == true)
    #expect((walk { $0.inOutParameter = 2 } as? SecondOrderWalk)?.usesTies == false)
    #expect(walk { $0.restartProbability = 0.5 } is RestartWalk)
    #expect(walk { $0.strategy = .temporal } == nil)
  }
}
