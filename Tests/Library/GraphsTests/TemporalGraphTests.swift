import Graphs
import Names
import Testing

@Suite struct TemporalGraphTests {
  /// The arcs of a node as target and time.
  static func arcs(of node: Node, in graph: TemporalGraph) -> [String] {
    graph.row(of: node).map { "\(graph.names[Int(graph.allTargets[$0])])@\(graph.allTimes[$0])" }
  }

  static func read(
    _ text: String, columns: String = "source,target,time",
    _ change: (inout EdgeListOptions) -> Void = { _ in }
  ) throws -> TemporalGraph {
    var options = EdgeListOptions()
    options.columns = try EdgeListColumns(columns)
    change(&options)
    return try TemporalGraph(edgeList: Array(text.utf8), named: "g", options: options)
  }

  @Test func `arcs stand in the order of their times and none is merged`() throws {
    let graph = try Self.read("a b 5\na c 2\nb a 2\na b 1.5\na a 3\n")
    #expect(Self.arcs(of: 0, in: graph) == ["b@1.5", "c@2.0", "b@2.0", "a@3.0", "b@5.0"])
    #expect(Self.arcs(of: 1, in: graph) == ["a@1.5", "a@2.0", "a@5.0"])
    #expect(graph.edgeCount == 5)
    #expect(graph.arcCount == 9)
    #expect(!graph.isWeighted)
    #expect(graph.row(of: 0, notBefore: 2) == 1..<5)
    #expect(graph.row(of: 0, notBefore: 2.5) == 3..<5)
    #expect(graph.row(of: 0, notBefore: 6).isEmpty)
  }

  @Test func `directed arcs lead one way`() throws {
    let graph = try Self.read("1 2 5\n2 1 2\n") { $0.isDirected = true }
    #expect(Self.arcs(of: 0, in: graph) == ["2@5.0"])
    #expect(Self.arcs(of: 1, in: graph) == ["1@2.0"])
  }

  @Test func `weights follow their arcs`() throws {
    let graph = try Self.read("1 2 9 5\n1 3 8 2\n", columns: "source,target,weight,time")
    #expect(graph.row(of: 0).map { graph.allWeights[$0] } == [8, 9])
  }

  @Test func `nodes are numbered as in the graph of the same file`() throws {
    let text = "30 4 5\n4 100 2\n"
    let plain = try EdgeListTests.read(text) {
      $0.columns = try? EdgeListColumns("source,target,time")
    }
    #expect(try Self.read(text).names == plain.graph.names)
    #expect(plain.graph.edgeCount == 2)
  }

  @Test func `pairs with times make the same graph`() throws {
    let built = try TemporalGraph(
      sources: [0, 1, 0], targets: [1, 2, 2], times: [5, 2, 2], weights: [1, 2, 0.5])
    let read = try Self.read("0 1 5 1\n1 2 2 2\n0 2 2 0.5\n", columns: "source,target,time,weight")
    for node in 0..<3 as Range<Node> {
      #expect(Self.arcs(of: node, in: built) == Self.arcs(of: node, in: read))
      #expect(
        built.row(of: node).map { built.allWeights[$0] }
          == read.row(of: node).map { read.allWeights[$0] })
    }
  }

  @Test func `times that are not finite are refused`() {
    let error = #expect(throws: GraphError.self) {
      try TemporalGraph(sources: [0, 1], targets: [1, 2], times: [0, .nan])
    }
    #expect(error?.description == "edge 1: nan is not a finite time")
  }

  @Test func `a file without a column of times is refused`() throws {
    let error = #expect(throws: EdgeListError.self) {
      try TemporalGraph(edgeList: Array("1 2 3\n".utf8), named: "g", options: EdgeListOptions())
    }
    #expect(
      error?.description
        == "g: has no times; say which column holds them")
    #expect(error?.remedy == .nameColumns(try EdgeListColumns("source,target,time")))
  }
}
