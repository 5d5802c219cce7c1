import Foundation
import Graphs
import RepositoryFiles
import Testing

/// Compressed files and archives that `Fixtures/write_graphs.py` wrote.
@Suite struct PackedGraphTests {
  static let karate = "\(RepositoryFiles.graphs)/karate.edges"

  @Test(arguments: ["karate.edges.bz2", "karate.edges.xz", "described.zip", "described.tar.gz"])
  func `a packed graph is the graph`(name: String) throws {
    let list = try EdgeList(contentsOf: GraphFormatTests.fixture(name))
    #expect(try list.graph.digest == Graph(contentsOf: Self.karate).digest)
    #expect(list.summary.member == (name.hasPrefix("karate") ? nil : "'data/karate.edges'"))
  }

  @Test(arguments: ["several.zip", "several.tar.gz"])
  func `one of several files has to be chosen`(name: String) throws {
    let path = GraphFormatTests.fixture(name)
    let error = #expect(throws: EdgeListError.self) { try EdgeList(contentsOf: path) }
    #expect(error?.reason == .severalMembers(["data/karate.edges", "data/lesmis.edges"]))
    #expect(error?.remedy == .chooseMember)
    var options = EdgeListOptions()
    options.member = "data/karate.edges"
    let graph = try EdgeList(contentsOf: path, options: options).graph
    #expect(try graph.digest == Graph(contentsOf: Self.karate).digest)
    options.member = "karate"
    #expect(throws: EdgeListError.self) { try EdgeList(contentsOf: path, options: options) }
  }

  @Test func `a file that is no archive has no files to choose`() throws {
    var options = EdgeListOptions()
    options.member = "data/karate.edges"
    let error = #expect(throws: EdgeListError.self) {
      try EdgeList(contentsOf: Self.karate, options: options)
    }
    #expect(error?.reason == .noArchive)
  }

  @Test(arguments: ["karate.edges.bz2", "karate.edges.xz", "several.zip"])
  func `a file that is cut short is an error`(name: String) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: GraphFormatTests.fixture(name))))
    for end in stride(from: 20, to: bytes.count - 1, by: 31) {
      #expect(throws: EdgeListError.self, "cut at \(end)") {
        try EdgeList(Array(bytes[..<end]), named: "g")
      }
    }
  }
}
