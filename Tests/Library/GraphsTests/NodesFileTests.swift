import Files
import Foundation
import Graphs
import Names
import Testing

@Suite struct NodesFileTests {
  /// The names of a graph whose nodes a file declares.
  static func names(edges: String, nodes: String) throws -> (names: [String], added: Int) {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "amble-nodes-\(UUID().uuidString)").path
    try nodes.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let list = try EdgeListTests.read(edges) { $0.nodesPath = path }
    return (Array(list.graph.names), list.summary.addedNodeCount)
  }

  static let files: [(edges: String, nodes: String, names: [String], added: Int)] = [
    ("3 1\n", "1\n2\n3\n7\n", ["1", "2", "3", "7"], 2),
    ("3 1\n", "2\tb\n2\tc\n", ["1", "2", "3"], 1),
    ("3 1\n", "node\tlabel\n2\tb\n", ["1", "2", "3"], 1),
    ("3 1\n", "who,what\n2,b\n", ["1", "2", "3"], 1),
    ("b a\n", "c\na\n", ["b", "a", "c"], 1),
    ("3 1\n", "x\n2\n", ["3", "1", "2"].sorted(), 1),
    ("3 1\n", "x\n", ["3", "1", "x"], 1),
    ("3 1\n", "0\n1\n2\n3\n", ["0", "1", "2", "3"], 2),
    ("E J\tE1\n", "E J\nL M\n", ["E J", "E1", "L M"], 1),
    ("E J\tE1\n", "L M\twoman\n", ["E J", "E1", "L M"], 1),
    ("", "b\na\n", ["b", "a"], 2),
    ("", "2\n1\n", ["1", "2"], 2),
    ("1 2\n", "5000000000\n", ["1", "2", "5000000000"], 1),
    ("1 2\n", "# none\n", ["1", "2"], 0),
  ]

  @Test(arguments: files)
  func `every declared node has a place`(
    file: (edges: String, nodes: String, names: [String], added: Int)
  ) throws {
    let result = try Self.names(edges: file.edges, nodes: file.nodes)
    #expect(result.names == file.names)
    #expect(result.added == file.added)
  }

  @Test func `a missing file of nodes is named`() {
    let error = #expect(throws: FileError.self) {
      try EdgeListTests.read("1 2\n") { $0.nodesPath = "/no/such/nodes" }
    }
    #expect(error?.path == "/no/such/nodes")
  }
}
