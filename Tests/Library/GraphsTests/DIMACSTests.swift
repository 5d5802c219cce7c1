import Graphs
import Testing

/// The formats of the DIMACS challenges.
@Suite struct DIMACSTests {
  @Test(arguments: ["edge", "col"])
  func `edges lead both ways, and all nodes that are counted are nodes`(kind: String) throws {
    let graph = try EdgeListTests.read("c a comment\np \(kind) 4 2\ne 1 2\ne 2 3\n").graph
    #expect(Array(graph.names) == ["1", "2", "3", "4"])
    #expect(!graph.isDirected && !graph.isWeighted)
    #expect(EdgeListTests.edges(of: graph) == ["1-2:1", "2-3:1"])
  }

  @Test func `arcs lead one way and have lengths`() throws {
    let text = "c\np sp 3 3\na 1 2 7\na 2 1 4\na 2 3 0.5\n"
    let graph = try EdgeListTests.read(text).graph
    #expect(graph.isDirected)
    #expect(EdgeListTests.edges(of: graph) == ["1-2:7", "2-1:4", "2-3:0.5"])
    let undirected = try EdgeListTests.read(text) { $0.ignoresDirections = true }.graph
    #expect(EdgeListTests.edges(of: undirected) == ["1-2:11", "2-3:0.5"])
  }

  @Test(arguments: [
    ("p edge 2 1\ne 1 3\n", 2), ("p edge 2 1\ne 1\n", 2), ("p edge 2 1\nx y\n1 2\n", 3),
    ("p edge 3 2\ne 1 2\na 2 3 1\n", 3), ("p edge 99999999 0\n", 1), ("p sp 2 1\na 1 2 -7\n", 2),
  ])
  func `a line that violates the format is refused`(text: String, line: Int) {
    let error = #expect(throws: EdgeListError.self) { try EdgeListTests.read(text) }
    #expect(error?.line == line)
  }

  @Test func `names that look like its letters are edges`() throws {
    #expect(try EdgeListTests.read("c p\np e\ne a\n").graph.edgeCount == 3)
    #expect(try EdgeListTests.read("p edge\nc p\n").graph.edgeCount == 2)
  }
}
