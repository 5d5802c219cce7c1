import Graphs
import Names
import Testing
import Text

@Suite struct EdgeListTests {
  /// The edges of a graph by name, with weights.
  static func edges(of graph: Graph) -> Set<String> {
    var edges: Set<String> = []
    for node in 0..<Node(graph.nodeCount) {
      let neighbors = graph.neighbors(of: node)
      let weights = graph.weights(of: node)
      for index in neighbors.indices where graph.isDirected || neighbors[index] >= node {
        let weight = weights.isEmpty ? 1 : weights[index]
        edges.insert(
          "\(graph.names[Int(node)])-\(graph.names[Int(neighbors[index])]):\(weight.formatted)")
      }
    }
    return edges
  }

  static func read(
    _ text: String, threadCount: Int = 1, chunkSize: Int = 1 << 20,
    _ change: (inout EdgeListOptions) -> Void = { _ in }
  ) throws -> EdgeList {
    var options = EdgeListOptions()
    change(&options)
    return try EdgeList(
      Array(text.utf8), named: "g", options: options, threadCount: threadCount,
      chunkSize: chunkSize)
  }

  static let files: [(text: String, names: [String], edges: Set<String>)] = [
    ("0 1\n1 2\n", ["0", "1", "2"], ["0-1:1", "1-2:1"]),
    ("10 3\n3 7\n", ["3", "7", "10"], ["3-10:1", "3-7:1"]),
    ("10\t3\r\n\r\n3\t7", ["3", "7", "10"], ["3-10:1", "3-7:1"]),
    ("# a comment\n% another\n  \n 1   2 \n", ["1", "2"], ["1-2:1"]),
    ("1,2,0.5\n2, 3 ,1e1\n", ["1", "2", "3"], ["1-2:0.5", "2-3:10"]),
    ("1;2;+4.\n", ["1", "2"], ["1-2:4"]),
    ("b a\na c\n", ["b", "a", "c"], ["b-a:1", "a-c:1"]),
    ("01 1\n", ["01", "1"], ["01-1:1"]),
    ("x 1\n1 2\n", ["x", "1", "2"], ["x-1:1", "1-2:1"]),
    ("18446744073709551615 3\n", ["3", "18446744073709551615"], ["3-18446744073709551615:1"]),
    ("4294967295 3\n", ["3", "4294967295"], ["3-4294967295:1"]),
    ("99999999999999999999 3\n", ["99999999999999999999", "3"], ["99999999999999999999-3:1"]),
    ("Evelyn Jefferson\tE1\n", ["Evelyn Jefferson", "E1"], ["Evelyn Jefferson-E1:1"]),
    (
      "\"Müller, Jörg\",\"say \"\"x\"\"\"\n", ["Müller, Jörg", "say \"x\""],
      ["Müller, Jörg-say \"x\":1"]
    ),
    ("\"12\",\"7\"\n", ["7", "12"], ["7-12:1"]),
    ("\u{feff}1 2\n", ["1", "2"], ["1-2:1"]),
    ("source,target\na,b\n", ["a", "b"], ["a-b:1"]),
    ("from,to,n\na,b,2\n", ["a", "b"], ["a-b:2"]),
    ("user item\n1 2\n", ["1", "2"], ["1-2:1"]),
    ("x y z\na b 3\n", ["a", "b"], ["a-b:3"]),
    ("a b\nc d\n", ["a", "b", "c", "d"], ["a-b:1", "c-d:1"]),
    ("5 5\n", ["5"], ["5-5:1"]),
    ("1 2\n2 1\n1 2\n", ["1", "2"], ["1-2:3"]),
    ("1 2\n2 1\n2 3\n3 2\n", ["1", "2", "3"], ["1-2:1", "2-3:1"]),
    ("1 2\n1 2\n2 3\n3 2\n", ["1", "2", "3"], ["1-2:2", "2-3:2"]),
    ("1 2 0.5\n2 1 0.25\n", ["1", "2"], ["1-2:0.75"]),
  ]

  @Test(arguments: files)
  func `a file is the graph that it lists`(
    file: (text: String, names: [String], edges: Set<String>)
  ) throws {
    let graph = try Self.read(file.text).graph
    #expect(Array(graph.names) == file.names)
    #expect(Self.edges(of: graph) == file.edges)
    #expect(graph.edgeCount == file.edges.count)
  }
}

extension Float {
  /// As short as possible: "1", "0.5".
  fileprivate var formatted: String {
    self == rounded() ? String(Int(self)) : String(self)
  }
}
