import Graphs
import Testing

/// Graphs that igraph wrote with `Fixtures/write_igraph.py`.
@Suite struct IgraphFormatTests {
  @Test(arguments: ["graphml", "gml", "net", "dot", "lgr"])
  func `a directed graph has its names, weights and directions`(ending: String) throws {
    let graph = try Graph(contentsOf: GraphFormatTests.fixture("igraph-directed.\(ending)"))
    #expect(graph.isDirected)
    #expect(Array(graph.names) == ["Jörg", "Ann Lee", "a&b", "alone"])
    #expect(
      EdgeListTests.edges(of: graph) == [
        "Jörg-Ann Lee:2.5", "Ann Lee-a&b:1", "Ann Lee-Jörg:0.25",
      ])
  }

  @Test(arguments: ["graphml", "gml", "net", "dot", "lgr", "lgl", "ncol"])
  func `an undirected graph has its names and weights`(ending: String) throws {
    let graph = try Graph(contentsOf: GraphFormatTests.fixture("igraph-undirected.\(ending)"))
    #expect(!graph.isDirected)
    #expect(Set(graph.names).subtracting(["alone"]) == ["a", "b", "c"])
    #expect(graph.names.contains("alone") == (ending != "ncol"))
    #expect(
      EdgeListTests.unordered(graph) == [["a", "b", "2.5"], ["b", "c", "1"]])
  }
}
