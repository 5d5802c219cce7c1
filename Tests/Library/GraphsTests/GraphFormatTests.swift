import Foundation
import Graphs
import Names
import RepositoryFiles
import Testing

/// Graphs that networkx wrote with `Fixtures/write_graphs.py`, and those that they are.
@Suite struct GraphFormatTests {
  static func fixture(_ name: String) -> String {
    RepositoryFiles.package.appending(path: "Tests/Library/GraphsTests/Fixtures/\(name)").path
  }

  static let endings = [
    ("graphml", EdgeListSummary.Format.graphML), ("gexf", .gexf), ("gml", .gml), ("net", .pajek),
    ("links.json", .json), ("edges.json", .json), ("cyjs", .json),
  ]

  @Test(arguments: ["karate", "lesmis"], endings)
  func `a graph is the same in every format`(
    name: String, ending: (String, EdgeListSummary.Format)
  ) throws {
    let list = try EdgeList(contentsOf: Self.fixture("\(name).\(ending.0)"))
    #expect(list.summary.format == ending.1)
    let original = try Graph(contentsOf: "\(RepositoryFiles.graphs)/\(name).edges")
    #expect(list.graph.digest == original.digest)
  }

  @Test(arguments: endings)
  func `directions, weights, names and nodes without edges are kept`(
    ending: (String, EdgeListSummary.Format)
  ) throws {
    let graph = try Graph(contentsOf: Self.fixture("roads.\(ending.0)"))
    #expect(graph.isDirected)
    #expect(Array(graph.names) == ["alone", "Jörg", "Ann Lee", "a&b<c>", "say \"x\""])
    #expect(
      EdgeListTests.edges(of: graph) == [
        "Jörg-Jörg:3", "Jörg-Ann Lee:2.5", "Ann Lee-Jörg:0.25", "Ann Lee-a&b<c>:7",
        "a&b<c>-say \"x\":1",
      ])
    var options = EdgeListOptions()
    options.ignoresDirections = true
    options.ignoresWeights = true
    let undirected = try Graph(contentsOf: Self.fixture("roads.\(ending.0)"), options: options)
    #expect(!undirected.isDirected)
    #expect(undirected.edgeCount == 4)
  }

  @Test(arguments: [
    ("karate", "edgelist"), ("karate", "adjlist"), ("karate", "multiline"), ("lesmis", "edgelist"),
    ("lesmis", "multiline"), ("lesmis", "weighted"),
  ])
  func `lists have the same edges, and names in the order of their lines`(
    name: String, ending: String
  ) throws {
    let graph = try Graph(contentsOf: Self.fixture("\(name).\(ending)"))
    let original = try Graph(contentsOf: "\(RepositoryFiles.graphs)/\(name).edges")
    #expect(EdgeListTests.unordered(graph) == EdgeListTests.unordered(original))
  }
}

extension EdgeListTests {
  /// The edges of an undirected graph, whichever end comes first.
  static func unordered(_ graph: Graph) -> Set<[String]> {
    Set(
      edges(of: graph).map { edge in
        let parts = edge.split(separator: ":")
        return parts[0].split(separator: "-").map(String.init).sorted() + [String(parts[1])]
      })
  }
}
