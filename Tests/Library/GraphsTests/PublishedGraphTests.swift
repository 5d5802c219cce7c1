import Foundation
import Graphs
import Names
import RepositoryFiles
import Testing

/// Graphs that papers publish, where they are at hand.
///
/// They are looked for in the folder that `AMBLE_DATA` names, or in `shared/data` beside the
/// package. Each has a folder with its edges and a `SOURCE.md` that says how many there are.
@Suite struct PublishedGraphTests {
  struct Expectation: Sendable, CustomTestStringConvertible {
    let name: String
    let nodeCount: Int
    let lineCount: Int
    let selfLoopCount: Int
    /// The number of distinct undirected edges between different nodes.
    let pairCount: Int
    let componentCount: Int?
    let largestNodeCount: Int?

    init(
      _ name: String, _ nodeCount: Int, lines: Int, loops: Int = 0, pairs: Int,
      parts: Int? = nil, largest: Int? = nil
    ) {
      self.name = name
      self.nodeCount = nodeCount
      lineCount = lines
      selfLoopCount = loops
      pairCount = pairs
      componentCount = parts
      largestNodeCount = largest
    }

    var testDescription: String { name }
  }

  /// The path of a file of a set, with or without `.gz`.
  static func path(_ set: String, _ file: String) throws -> String {
    guard let folder = RepositoryFiles.data else {
      try Test.cancel("the graphs are not at hand; AMBLE_DATA may name their folder")
    }
    let path = "\(folder)/\(set)/\(file)"
    return FileManager.default.fileExists(atPath: path) ? path : path + ".gz"
  }

  static let undirected: [Expectation] = [
    .init("airports-brazil", 131, lines: 1_074, loops: 71, pairs: 1_003, parts: 1, largest: 131),
    .init("airports-europe", 399, lines: 5_995, loops: 2, pairs: 5_993, parts: 1, largest: 399),
    .init("blogcatalog", 10_312, lines: 333_983, pairs: 333_983, parts: 1, largest: 10_312),
    .init("ca-grqc", 5_242, lines: 14_496, loops: 12, pairs: 14_484, parts: 355, largest: 4_158),
    .init("citeseer", 3_327, lines: 4_676, loops: 124, pairs: 4_552, parts: 438, largest: 2_120),
    .init("cora", 2_708, lines: 5_278, pairs: 5_278, parts: 78, largest: 2_485),
    .init("davis-women", 32, lines: 89, pairs: 89, parts: 1, largest: 32),
    .init("dblp-coauthor", 27_199, lines: 66_832, pairs: 66_832, parts: 2_115, largest: 20_111),
    .init("ego-facebook", 4_039, lines: 88_234, pairs: 88_234, parts: 1, largest: 4_039),
    .init(
      "email-eu-core", 1_005, lines: 25_571, loops: 642, pairs: 16_064, parts: 20, largest: 986),
    .init(
      "gowalla-checkins", 70_839, lines: 1_027_370, pairs: 1_027_370, parts: 1, largest: 70_839),
    .init("karate", 34, lines: 78, pairs: 78, parts: 1, largest: 34),
    .init("lesmis", 77, lines: 254, pairs: 254, parts: 1, largest: 77),
    .init("movielens-small", 9_737, lines: 100_004, pairs: 100_004, parts: 1, largest: 9_737),
    .init("openflights", 3_425, lines: 37_595, loops: 1, pairs: 19_256, parts: 8, largest: 3_397),
    .init("ppi", 3_890, lines: 38_739, loops: 894, pairs: 37_845, parts: 35, largest: 3_852),
    .init("wiki", 2_405, lines: 17_981, loops: 1_996, pairs: 11_596, parts: 45, largest: 2_357),
  ]

  @Test(arguments: undirected)
  func `a published graph has the nodes and edges that it is said to have`(
    expected: Expectation
  ) throws {
    let list = try EdgeList(contentsOf: Self.path(expected.name, "edges.txt"))
    Self.check(list, against: expected)
  }

  static func check(_ list: EdgeList, against expected: Expectation) {
    let statistics = list.graph.statistics()
    #expect(list.graph.nodeCount == expected.nodeCount)
    #expect(list.summary.edgeLineCount == expected.lineCount)
    #expect(list.summary.selfLoopCount == expected.selfLoopCount)
    #expect(list.graph.edgeCount + list.summary.mergedEdgeCount == expected.lineCount)
    #expect(statistics.edgeCount - statistics.selfLoopCount == expected.pairCount)
    if let count = expected.componentCount { #expect(statistics.componentCount == count) }
    #expect(
      expected.largestNodeCount.map { $0 == statistics.largestComponentNodeCount } ?? true)
  }

  @Test(arguments: [("wiki", 16_523), ("email-eu-core", 25_571), ("openflights", 37_595)])
  func `a directed graph keeps both ways, and repeated lines are one edge`(
    name: String, edgeCount: Int
  ) throws {
    var options = EdgeListOptions()
    options.isDirected = true
    let list = try EdgeList(contentsOf: Self.path(name, "edges.txt"), options: options)
    #expect(list.graph.edgeCount == edgeCount)
    #expect(list.summary.mergedEdgeCount == list.summary.edgeLineCount - edgeCount)
  }

  @Test func `signed weights are read with the option that the refusal names`() throws {
    let path = try Self.path("bitcoin-otc", "edges.txt")
    var options = EdgeListOptions()
    options.isDirected = true
    let error = #expect(throws: EdgeListError.self) {
      try EdgeList(contentsOf: path, options: options)
    }
    #expect(error?.remedy == .ignoreWeights)
    options.ignoresWeights = true
    let list = try EdgeList(contentsOf: path, options: options)
    #expect(list.graph.nodeCount == 5_881)
    #expect(list.graph.edgeCount == 35_592)
    #expect(list.graph.statistics().componentCount == 4)
    options.isDirected = false
    #expect(try Graph(contentsOf: path, options: options).edgeCount == 21_492)
  }

  @Test func `a column of times is read with the option that the refusal names`() throws {
    let path = try Self.path("bitcoin-otc", "edges_time.txt")
    var options = EdgeListOptions()
    options.isDirected = true
    options.ignoresWeights = true
    let error = #expect(throws: EdgeListError.self) {
      try EdgeList(contentsOf: path, options: options)
    }
    #expect(error?.remedy == .nameColumns(try EdgeListColumns("source,target,weight,_")))
    options.columns = try EdgeListColumns("source,target,weight,_")
    #expect(try Graph(contentsOf: path, options: options).edgeCount == 35_592)
    options.columns = try EdgeListColumns("source,target,weight,time")
    let temporal = try TemporalGraph(contentsOf: path, options: options)
    #expect(temporal.arcCount == 35_592)
    #expect(temporal.row(of: 0).map { temporal.allTimes[$0] }.max() ?? 0 > 1.28e9)
  }

  @Test(arguments: ["labels.txt", "nodes.tsv"])
  func `nodes without edges come from a file of nodes`(file: String) throws {
    let path = try Self.path("wordnet", "edges.txt")
    var options = EdgeListOptions()
    options.nodesPath = try Self.path("wordnet", file)
    let list = try EdgeList(contentsOf: path, options: options)
    let expected = Expectation(
      "wordnet", 117_659, lines: 183_798, loops: 9, pairs: 183_789, parts: 1_377,
      largest: 115_426)
    Self.check(list, against: expected)
    #expect(list.graph.statistics().isolatedNodeCount == 1_009)
    #expect(list.summary.addedNodeCount > 900)
  }
}
