import Files
import Foundation
import Graphs
import Names
import Testing
import Text

@Suite struct NodeLabelsTests {
  let nodes = NameList(count: 4)

  private func write(_ text: String) throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("labels-\(UUID().uuidString).txt").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func read(_ text: String) throws -> NodeLabels {
    try NodeLabels(contentsOf: write(text), nodes: nodes)
  }

  private func reason(_ text: String) throws -> String {
    let path = try write(text)
    do {
      _ = try NodeLabels(contentsOf: path, nodes: nodes)
      return "nothing is wrong"
    } catch let error as TextTableError {
      return error.description.replacingOccurrences(of: path, with: "labels.txt")
    }
  }

  @Test func `labels are numbered as integers where all are integers`() throws {
    let labels = try read("# a comment\n0 10 9\n\n2 9\r\n")
    #expect(labels.labelNames == ["9", "10"])
    #expect(labels[0] == [0, 1])
    #expect(labels[1].isEmpty)
    #expect(labels[2] == [0])
    #expect(labels.labeledNodes == [0, 2])
    #expect(labels.isMultiLabel)
  }

  @Test func `tabs keep blanks within a label`() throws {
    let labels = try read("0\tMr. Hi\n1\tOfficer\n3\tMr. Hi\n")
    #expect(labels.labelNames == ["Mr. Hi", "Officer"])
    #expect(labels[3] == [0])
    #expect(!labels.isMultiLabel)
  }

  @Test func `a node on several lines has all their labels, each once`() throws {
    let labels = try read("1 a\n1 b\n1 a\n")
    #expect(labels[1] == [0, 1])
  }

  @Test func `the first label of a node is the first in the file`() throws {
    let labels = try read("1 b a\n2 c\n2 a\n")
    let first = (0..<4 as Range<Node>).map { node in
      labels.first(of: node).map { labels.labelNames[Int($0)] }
    }
    #expect(first == [nil, "b", "c", nil])
  }

  @Test func `a file of names gives labels their names`() throws {
    let names = try write("0\tMr. Hi\n2\tOfficer in charge\n")
    let labels = try NodeLabels(
      contentsOf: write("0 0\n1 1\n2 2\n"), nodes: nodes, labelNames: names)
    #expect(labels.labelNames == ["Mr. Hi", "1", "Officer in charge"])
  }

  @Test func `mistakes name the line`() throws {
    let path = try write("0 1\n4 1\n")
    #expect(throws: UnknownNodeError(file: path, line: 2, node: "4")) {
      try NodeLabels(contentsOf: path, nodes: nodes)
    }
    #expect(
      try reason("\n0\n")
        == "labels.txt: line 2: '0' stands alone: a line is a node and its labels")
    #expect(try reason("# nothing\n") == "labels.txt: no node has a label")
  }

  @Test func `labels in memory are those of a file`() throws {
    let read = try read("0 10 2\n1 2\n3 10\n")
    let built = NodeLabels(spelled: [["10", "2", "10"], ["2"], [], ["10"]])
    #expect(built.labelNames == ["2", "10"])
    #expect(built.labelNames == read.labelNames)
    for node in 0..<4 as Range<Node> { #expect(built[node] == read[node]) }
  }

  @Test func `a label cannot be named twice`() throws {
    let names = try write("0 a\n0 b\n")
    let path = try write("0 0\n")
    #expect(throws: TextTableError.self) {
      try NodeLabels(contentsOf: path, nodes: nodes, labelNames: names)
    }
  }

  @Test func `unknown nodes can be skipped and are counted`() throws {
    let labels = try NodeLabels(
      contentsOf: write("9 x\n0 y\n"), nodes: nodes, unknownNodes: .areSkipped)
    #expect(labels.skippedLineCount == 1)
    #expect(labels.labelNames == ["y"])
  }

  @Test func `bytes that are not text are an error`() throws {
    let path = try write("")
    try Data([0x30, 0x20, 0xff, 0x0a]).write(to: URL(fileURLWithPath: path))
    #expect(throws: TextTableError.self) { try NodeLabels(contentsOf: path, nodes: nodes) }
  }
}
