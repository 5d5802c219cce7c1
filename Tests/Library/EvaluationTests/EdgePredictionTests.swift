import Errors
import Graphs
import NodeEmbedding
import RandomNumbers
import Testing

@testable import Evaluation

@Suite struct EdgePredictionTests {
  static func predict(
    _ graph: Graph, of nodes: [Node] = [], threadCount: Int = 2,
    _ change: (inout EdgePredictionOptions) -> Void = { _ in }
  ) throws -> EdgePredictionReport {
    var options = EdgePredictionOptions()
    change(&options)
    return try EdgePrediction(options: options, threadCount: threadCount).run(
      on: graph, of: nodes
    ) { graph, seed in
      var method = Node2Vec(dimensions: 16, seed: seed)
      method.walks.walksPerNode = 5
      method.walks.walkLength = 20
      method.training.windowSize = 5
      return try method.embed(graph)
    }
  }

  @Test(arguments: [EdgeOperator.cosine, .hadamard, .euclidean])
  func `missing edges are looked for where edges are, and never where one is`(
    edgeOperator: EdgeOperator
  ) throws {
    let graph = LinkPredictionTests.groups(seed: 1)
    let report = try Self.predict(graph) {
      $0.count = 50
      $0.edgeOperator = edgeOperator
    }
    #expect(report.edges.count == 1 && report.edges[0].count == 50)
    #expect(report.edges[0].count { $0.pair.source / 20 == $0.pair.target / 20 } >= 45)
    for edge in report.edges[0] {
      #expect(!graph.hasEdge(from: edge.pair.source, to: edge.pair.target))
      #expect(edge.pair.source < edge.pair.target)
    }
    #expect(report.scoredPairCount == 300 * 299 / 2 - graph.edgeCount)
    #expect(report.scoredAllPairs && !report.joinsTwoSides)
    let probabilities = report.edges[0].map(\.probability)
    #expect(probabilities == probabilities.sorted(by: >))
    let comparison = try #require(report.comparison)
    #expect(comparison.isBetter, "\(comparison.description)")
    #expect(comparison.description.contains(": better by "))
  }

  @Test func `a node gets edges of its own, without itself and its neighbors`() throws {
    let graph = LinkPredictionTests.groups(seed: 1)
    let report = try Self.predict(graph, of: [7, 250])
    #expect(report.edges.map(\.count) == [10, 10])
    for (node, edges) in zip([7, 250] as [Node], report.edges) {
      #expect(edges.allSatisfy { $0.pair.source == node && $0.pair.target != node })
      #expect(edges.allSatisfy { !graph.hasEdge(from: node, to: $0.pair.target) })
      #expect(Set(edges.map(\.pair.target)).count == 10)
    }
    #expect(report.scoredPairCount == 2 * 299 - graph.degree(of: 7) - graph.degree(of: 250))
  }

  @Test func `where edges are random, popularity is not beaten`() throws {
    let graph = RandomGraphs.uniform(nodeCount: 150, edgeCount: 700, seed: 3)
    let comparison = try #require(try Self.predict(graph).comparison)
    #expect(!comparison.isBetter, "\(comparison.description)")
    #expect(comparison.nodeCount > 60)
  }

  @Test func `a bipartite graph is joined across, unless asked otherwise`() throws {
    let graph = RandomGraphs.bipartite(leftCount: 20, rightCount: 30, edgeCount: 200, seed: 1)
    let across = try Self.predict(graph)
    #expect(across.joinsTwoSides)
    #expect(across.scoredPairCount == 20 * 30 - 200)
    #expect(across.edges[0].allSatisfy { $0.pair.source < 20 && $0.pair.target >= 20 })
    let within = try Self.predict(graph) { $0.respectsSides = false }
    #expect(within.scoredPairCount == 50 * 49 / 2 - 200)
    // Asked for one of the right, the comparison is about the right.
    let right = try Self.predict(graph, of: [25])
    #expect(right.edges[0].allSatisfy { $0.pair.source == 25 && $0.pair.target < 20 })
    #expect((right.comparison?.nodeCount ?? 99) <= 20)
  }

  @Test func `the number of threads changes nothing`() throws {
    let graph = LinkPredictionTests.groups(seed: 2)
    let one = try Self.predict(graph, threadCount: 1)
    #expect(try Self.predict(graph, threadCount: 3).edges == one.edges)
  }

  @Test func `given vectors predict without a comparison`() throws {
    let graph = LinkPredictionTests.groups(seed: 1)
    let embedding = try Node2Vec(dimensions: 16).embed(graph)
    let report = try EdgePrediction().run(on: graph, vectors: embedding)
    #expect(report.comparison == nil)
    #expect(report.edges[0].count { $0.pair.source / 20 == $0.pair.target / 20 } >= 8)
    let few = Embedding(names: NameList(count: 3), dimensions: 1, vectors: [1, 2, 3])
    #expect(throws: LinkPredictionError.self) { try EdgePrediction().run(on: graph, vectors: few) }
  }

  @Test func `probabilities are the shares of edges among pairs that were held out`() throws {
    let graph = LinkPredictionTests.groups(seed: 5)
    var options = EdgeSplitOptions()
    options.kind = .random
    (options.testShare, options.validationShare) = (0.3, 0.2)
    let split = try EdgeSplit(of: graph, options: options, seed: 1)
    let embedding = try LinkPredictionTests.embed(split.residual, seed: 1)
    let scorer = PairScorer(.cosine, on: embedding, training: split.training, cost: 1)
    let degrees = DegreeTerms(of: split.residual.graph, sides: nil)
    let calibration = EdgeCalibration(
      on: try #require(split.validation), scorer, degrees, cost: 1)
    func sum(_ pairs: [NodePair]) -> Double {
      pairs.reduce(0) { $0 + calibration.probability(of: $1, scorer, degrees) }
    }
    let (edges, others) = (split.test.positives, split.test.negatives)
    // As many are expected as there are, and edges are likelier.
    let expected = (sum(edges) + sum(others)) / Double(edges.count + others.count)
    #expect(abs(expected - 0.5) < 0.06, "\(expected)")
    #expect(sum(edges) / Double(edges.count) > sum(others) / Double(others.count) + 0.2)
  }

  @Test func `of many pairs, those with the most paths between them are candidates`() {
    // 0 has two paths to 4, one to 5 and one to 6.
    let graph = Graph(
      nodeCount: 8, edges: [(0, 1), (0, 2), (1, 4), (2, 4), (2, 5), (1, 6), (6, 7)])
    let few = CandidatePairs(of: graph, sides: nil, pairLimit: 16)
    #expect(few.othersPerNode == 2)
    #expect(few.others(of: 0, isOnce: true) == [4, 5])
    let all = CandidatePairs(of: graph, sides: nil, pairLimit: 28)
    #expect(all.othersPerNode == nil)
    #expect(all.others(of: 5, isOnce: false) == [0, 1, 3, 4, 6, 7])
    #expect(all.others(of: 5, isOnce: true) == [6, 7])
  }

  @Test func `options out of range are refused`() {
    func refused(_ change: (inout EdgePredictionOptions) -> Void) -> String? {
      var options = EdgePredictionOptions()
      change(&options)
      return #expect(throws: OptionError.self) { try EdgePrediction(options: options) }?.option
    }
    #expect(refused { $0.count = 0 } == "count")
    #expect(refused { $0.heldOutShare = 0.5 } == "heldOutShare")
    #expect(refused { $0.heldOutShare = 0 } == "heldOutShare")
    #expect(refused { $0.recallRank = 0 } == "recallRank")
    #expect(refused { $0.cost = .nan } == "cost")
  }
}
