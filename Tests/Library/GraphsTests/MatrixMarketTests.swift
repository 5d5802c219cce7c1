import Graphs
import Names
import Testing

@Suite struct MatrixMarketTests {
  static func file(_ kind: String, _ lines: String...) -> String {
    "%%MatrixMarket matrix coordinate \(kind)\n% a comment\n" + lines.joined(separator: "\n") + "\n"
  }

  @Test(arguments: [
    (file("pattern symmetric", "4 4 2", "2 1", "3 3"), ["1-2:1", "3-3:1"]),
    (file("real symmetric", "4 4 1", "2 1 0.5"), ["1-2:0.5"]),
    (file("integer general", "4 4 2", "2 1 3", "1 4 2"), ["1-2:3", "1-4:2"]),
    (file("pattern general", "4 4 2", "2 1", "1 2"), ["1-2:1"]),
    (file("Pattern  General", "4 4 0"), []),
  ])
  func `a matrix is a graph of all its rows`(text: String, edges: [String]) throws {
    let list = try EdgeListTests.read(text)
    #expect(Array(list.graph.names) == ["1", "2", "3", "4"])
    #expect(EdgeListTests.edges(of: list.graph) == Set(edges))
    #expect(list.summary.format == .matrixMarket)
  }

  @Test func `a symmetric matrix leads both ways where edges are directed`() throws {
    let text = Self.file("real symmetric", "3 3 3", "2 1 0.5", "3 3 2", "3 1 4")
    let list = try EdgeListTests.read(text) { $0.isDirected = true }
    #expect(
      EdgeListTests.edges(of: list.graph) == ["1-2:0.5", "2-1:0.5", "3-3:2", "3-1:4", "1-3:4"])
    #expect(list.graph.edgeCount == 5)
    #expect(list.summary.mergedEdgeCount == 0)
  }

  @Test func `a general matrix leads from row to column where edges are directed`() throws {
    let text = Self.file("pattern general", "2 2 1", "2 1")
    let graph = try EdgeListTests.read(text) { $0.isDirected = true }.graph
    #expect(EdgeListTests.edges(of: graph) == ["2-1:1"])
  }

  @Test func `the options of edges hold for matrices`() throws {
    let text = Self.file("real general", "3 3 3", "1 2 -1", "2 2 0", "3 3 1")
    let graph = try EdgeListTests.read(text) {
      $0.ignoresWeights = true
      $0.selfLoops = .drop
    }.graph
    #expect(EdgeListTests.edges(of: graph) == ["1-2:1"])
    #expect(graph.nodeCount == 3)
  }

  @Test func `a general matrix that is symmetric has each edge once`() throws {
    let text = "%%MatrixMarket matrix coordinate real general\n3 3 5\n1 2 2\n2 1 2\n2 3 1\n"
    let list = try EdgeListTests.read(text + "3 2 1\n3 3 4\n")
    #expect(EdgeListTests.edges(of: list.graph) == ["1-2:2", "2-3:1", "3-3:4"])
    #expect(list.summary.isListedBothWays)
    // Otherwise the weights of both directions add up.
    let other = try EdgeListTests.read(text + "3 2 5\n3 3 4\n")
    #expect(EdgeListTests.edges(of: other.graph) == ["1-2:4", "2-3:6", "3-3:4"])
  }
}
