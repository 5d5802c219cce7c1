import Graphs
import Testing

/// First lines with the numbers of nodes and edges.
@Suite struct SizeLineTests {
  @Test(arguments: [
    "4 3\n0 1\n1 2\n2 3\n", "# a comment\n4,3\n0,1\n1,2\n2,3\n", "4 3\n\n0 1\n1 2\n2 3",
    "4 4 3\n0 1\n1 2\n2 3\n", "9 3\n0 1\n1 2\n2 3\n",
  ])
  func `a first line that counts the lines behind it is no edge`(text: String) throws {
    let list = try EdgeListTests.read(text)
    #expect(EdgeListTests.edges(of: list.graph) == ["0-1:1", "1-2:1", "2-3:1"])
    #expect(list.summary.sizeLine != nil)
    #expect(list.summary.missingNodeCount == (text.first == "9" ? 5 : 0))
  }

  @Test(arguments: ["3 2\na b 5\nb c 7\n", "3 3 2\na b 5\nb c 7\n"])
  func `it may have other columns than the edges, or as many`(text: String) throws {
    let list = try EdgeListTests.read(text)
    #expect(EdgeListTests.edges(of: list.graph) == ["a-b:5", "b-c:7"])
    #expect(list.summary.sizeLine != nil)
  }

  @Test func `it is an edge if more nodes occur than it counts, which is noted`() throws {
    let list = try EdgeListTests.read("2 3\n0 1\n1 2\n2 3\n")
    #expect(list.graph.edgeCount == 3)
    #expect(EdgeListTests.edges(of: list.graph).contains("2-3:2"))
    #expect(list.summary.suspectedSizeLine == "'2 3'")
  }

  @Test func `it is an edge if it counts the nodes alone, which is noted`() throws {
    let text = "4 6\n1 2\n2 3\n3 4\n1 3\n"
    let list = try EdgeListTests.read(text)
    #expect(list.graph.edgeCount == 5)
    #expect(list.summary.suspectedSizeLine == "'4 6'")
    let others = try EdgeListTests.read(text) { $0.hasHeader = true }
    #expect(others.graph.edgeCount == 4)
    #expect(try EdgeListTests.read("4 3\n1 2\n2 3\n3 4\n1 3\n").summary.suspectedSizeLine == nil)
  }

  @Test func `an option reads it as an edge`() throws {
    let list = try EdgeListTests.read("4 3\n0 1\n1 2\n2 3\n") { $0.hasHeader = false }
    #expect(list.graph.edgeCount == 4)
    #expect(list.summary.sizeLine == nil)
  }
}
