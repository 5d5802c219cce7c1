import Foundation
import Graphs
import Names
import Testing
import Text

@Suite struct EdgeListOptionsTests {
  static func edges(
    _ text: String, _ change: (inout EdgeListOptions) -> Void = { _ in }
  ) throws -> Set<String> {
    try EdgeListTests.edges(of: EdgeListTests.read(text, change).graph)
  }

  @Test func `a directed edge leads one way`() throws {
    let edges = try Self.edges("1 2\n2 1\n1 2\n") { $0.isDirected = true }
    #expect(edges == ["1-2:2", "2-1:1"])
  }

  @Test(arguments: [
    (EdgeListOptions.ParallelEdges.sum, "1-2:10"), (.first, "1-2:3"), (.max, "1-2:5"),
  ])
  func `parallel edges merge by the rule`(rule: EdgeListOptions.ParallelEdges, edge: String) throws
  {
    let list = try EdgeListTests.read("1 2 3\n2 1 5\n1 2 2\n") { $0.parallelEdges = rule }
    #expect(EdgeListTests.edges(of: list.graph) == [edge])
    #expect(list.summary.mergedEdgeCount == 2)
    #expect(list.summary.edgeLineCount == 3)
  }

  @Test func `parallel edges without weights stay unweighted unless they add up`() throws {
    let first = try EdgeListTests.read("1 2\n2 1\n") { $0.parallelEdges = .first }.graph
    #expect(!first.isWeighted)
    let sum = try EdgeListTests.read("1 2\n2 1\n2 3\n").graph
    #expect(EdgeListTests.edges(of: sum) == ["1-2:2", "2-3:1"])
  }

  @Test func `an edge list without repeats passes where repeats are refused`() throws {
    let edges = try Self.edges("1 2\n2 1\n1 1\n") {
      $0.parallelEdges = .error
      $0.isDirected = true
    }
    #expect(edges == ["1-2:1", "2-1:1", "1-1:1"])
  }

  @Test func `dropped self-loops leave their nodes`() throws {
    let list = try EdgeListTests.read("1 1\n2 3\n2 2\n4 4\n") { $0.selfLoops = .drop }
    #expect(Array(list.graph.names) == ["1", "2", "3", "4"])
    #expect(EdgeListTests.edges(of: list.graph) == ["2-3:1"])
    #expect(list.summary.selfLoopCount == 3)
    #expect(list.summary.dropsSelfLoops)
    #expect(list.summary.edgeLineCount == 4)
  }

  @Test(arguments: [["a", "b", "c", "d"], ["1", "2", "3", "4"]])
  func `dropped edges of weight zero leave their nodes`(names: [String]) throws {
    let text =
      "\(names[0]) \(names[1]) 0\n\(names[1]) \(names[2]) 2\n\(names[3]) \(names[3]) 0.00\n"
    let list = try EdgeListTests.read(text) { $0.zeroWeights = .drop }
    #expect(Array(list.graph.names) == names)
    #expect(EdgeListTests.edges(of: list.graph) == ["\(names[1])-\(names[2]):2"])
    #expect(list.summary.zeroWeightCount == 2)
    #expect(list.summary.edgeLineCount == 3)
  }

  @Test func `ignored weights are not looked at`() throws {
    let edges = try Self.edges("1 2 -1\n2 3 x\n3 4 0\n") { $0.ignoresWeights = true }
    #expect(edges == ["1-2:1", "2-3:1", "3-4:1"])
  }

  @Test(arguments: [
    ("source,target,weight,_", "6 2 4 12.5\n", "2-6:4"), ("_,target,source", "x 1 2\n", "1-2:1"),
    ("weight,source,target", "0.5 1 2\n", "1-2:0.5"), ("source,target,time", "1 2 -7e3\n", "1-2:1"),
    ("source,_,target", "1,,2\n", "1-2:1"), ("source,target", "1 2\n", "1-2:1"),
  ])
  func `columns are what the list says`(list: String, text: String, edge: String) throws {
    let edges = try Self.edges(text) { $0.columns = try? EdgeListColumns(list) }
    #expect(edges == [edge])
  }

  @Test(arguments: FieldDelimiter.allCases)
  func `every delimiter is detected and can be given`(delimiter: FieldDelimiter) throws {
    let separator = [
      FieldDelimiter.whitespace: "  ", .tab: "\t", .comma: ",", .semicolon: ";", .bar: "|",
    ][delimiter, default: ""]
    for line in [["1", "2", "0.5"], ["a", "b", "0.5"]] {
      let text = line.joined(separator: separator) + "\n"
      let list = try EdgeListTests.read(text)
      #expect(list.summary.delimiter == delimiter)
      #expect(EdgeListTests.edges(of: list.graph) == ["\(line[0])-\(line[1]):0.5"])
      let given = try EdgeListTests.read(text) { $0.delimiter = delimiter }
      #expect(given.graph.digest == list.graph.digest)
    }
  }

  @Test func `a given delimiter overrules what the first line shows`() throws {
    #expect(try Self.edges("a,b c,d\n") { $0.delimiter = .whitespace } == ["a,b-c,d:1"])
    #expect(try Self.edges("1\t2 3\n") { $0.delimiter = .whitespace } == ["1-2:3"])
  }

  @Test(arguments: [
    ("source,target\n1,2\n", "source,target"), ("FROM TO\na b\n", "FROM TO"),
    ("user item rating\nu1 m1 4.5\n", "user item rating"), ("\nx\ty\n# c\n1\t2\n", "x\\ty"),
  ])
  func `a header is detected and told`(text: String, header: String) throws {
    let list = try EdgeListTests.read(text)
    #expect(list.summary.header == "'\(header)'")
    #expect(list.summary.edgeLineCount == 1)
  }

  @Test func `what looks like a header is an edge where there is none`() throws {
    let list = try EdgeListTests.read("source,target\n1,2\n") { $0.hasHeader = false }
    #expect(EdgeListTests.edges(of: list.graph) == ["source-target:1", "1-2:1"])
    #expect(list.summary.header == nil)
    #expect(throws: EdgeListError.self) {
      try EdgeListTests.read("user item rating\nu1 m1 4.5\n") { $0.hasHeader = false }
    }
  }

  @Test func `a first line that is data is no header`() throws {
    for text in ["a b\nc d\n", "1 2\n3 4\n", "a 1\n2 3\n", "x y\n"] {
      #expect(try EdgeListTests.read(text).summary.header == nil)
    }
    let forced = try EdgeListTests.read("a b\nc d\n") { $0.hasHeader = true }
    #expect(EdgeListTests.edges(of: forced.graph) == ["c-d:1"])
  }

  @Test func `the format is told`() throws {
    #expect(try EdgeListTests.read("1 2 3\n").summary.columns == .weighted)
    #expect(try EdgeListTests.read("1 2\n").summary.format == .edgeList)
  }
}
