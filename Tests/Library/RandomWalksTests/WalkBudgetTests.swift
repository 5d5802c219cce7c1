import Graphs
import RandomWalks
import Testing

@Suite struct WalkBudgetTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let graph: Graph
    var walkLength = 80
    let walksPerNode: Int
    let reason: WalkBudget.Reason
  }

  static func ring(_ nodeCount: Int) -> Graph {
    Graph(
      nodeCount: nodeCount,
      edges: (0..<nodeCount).map { (Node($0), Node(($0 + 1) % nodeCount)) })
  }

  static func complete(_ nodeCount: Int) -> Graph {
    let nodes = 0..<Node(nodeCount)
    return Graph(
      nodeCount: nodeCount, edges: nodes.flatMap { node in (0..<node).map { (node, $0) } })
  }

  /// The numbers are worked out by hand, as the comments show.
  static let cases = [
    // 160 × 2,000 > 250,000 > 50 × 2,000; 160 / 80.
    Case(
      testDescription: "a long ring", graph: ring(2000), walksPerNode: 2, reason: .sparse),
    // 160 / 7, rounded up.
    Case(
      testDescription: "short walks", graph: ring(2000), walkLength: 7, walksPerNode: 23,
      reason: .sparse),
    // 800 × 1,000 > 250,000 > 160 × 1,000; 250,000 / 80,000, rounded up.
    Case(
      testDescription: "a short ring", graph: ring(1000), walksPerNode: 4, reason: .small),
    // 800 × 5 < 250,000; 800 / 80.
    Case(testDescription: "a tiny graph", graph: complete(5), walksPerNode: 10, reason: .small),
    // 50 × 780 > 800 × 40; 39,000 / 3,200, rounded up.
    Case(
      testDescription: "forty nodes, all connected", graph: complete(40), walksPerNode: 13,
      reason: .edges),
    // 50 × 5,050 > 1,600 × 101; 1,600 / 80.
    Case(
      testDescription: "a hundred and one nodes, all connected", graph: complete(101),
      walksPerNode: 20, reason: .dense),
    Case(
      testDescription: "no edges", graph: Graph(nodeCount: 3, edges: [(Node, Node)]()),
      walksPerNode: 10, reason: .small),
  ]

  @Test(arguments: cases)
  func `walks are as many as the rule says, for the reason that decides`(example: Case) {
    var options = WalkOptions()
    options.walksPerNode = nil
    options.walkLength = example.walkLength
    let budget = options.budget(on: example.graph)
    #expect(budget.walksPerNode == example.walksPerNode)
    #expect(budget.reason == example.reason)
  }

  @Test func `a number that is given is taken`() {
    var options = WalkOptions()
    options.walksPerNode = 7
    let budget = options.budget(on: Self.ring(2000))
    #expect(budget.walksPerNode == 7)
    #expect(budget.reason == .given)
  }

  @Test func `a corpus has the walks of the rule`() throws {
    let graph = Self.complete(40)
    var options = WalkOptions()
    options.walksPerNode = nil
    let corpus = try WalkCorpus(options.walk(on: graph), options: options, seed: 1)
    #expect(corpus.walkCount == 13 * 40)
  }
}
