import Foundation
import Graphs
import Names
import RepositoryFiles
import Testing

/// Matrices that SciPy and NumPy wrote with `Fixtures/write_graphs.py`, and their graphs.
@Suite struct MatrixFormatTests {
  static let endings = ["csr.npz", "csc.npz", "coo.npz", "dense.npy", "mat"]

  /// A graph of the repository, with the numbers of nodes as names.
  static func numbered(_ name: String) throws -> Graph {
    let graph = try Graph(contentsOf: "\(RepositoryFiles.graphs)/\(name).edges")
    var (sources, targets, weights): ([Int], [Int], [Float]) = ([], [], [])
    for node in 0..<Node(graph.nodeCount) {
      let neighbors = graph.neighbors(of: node)
      for index in neighbors.indices where neighbors[index] >= node {
        sources.append(Int(node))
        targets.append(Int(neighbors[index]))
        weights.append(graph.isWeighted ? graph.weights(of: node)[index] : 1)
      }
    }
    return try Graph(
      sources: sources, targets: targets, weights: graph.isWeighted ? weights : nil,
      nodeCount: graph.nodeCount)
  }

  @Test(arguments: ["karate", "lesmis"], endings)
  func `a symmetric matrix is the graph with the numbers of its rows`(
    name: String, ending: String
  ) throws {
    let graph = try Graph(contentsOf: GraphFormatTests.fixture("\(name).\(ending)"))
    #expect(try graph.digest == Self.numbered(name).digest)
  }

  @Test(arguments: ["karate", "lesmis"])
  func `a Matrix Market file numbers the nodes from 1`(name: String) throws {
    let graph = try Graph(contentsOf: GraphFormatTests.fixture("\(name).mtx"))
    let expected = try Self.numbered(name)
    #expect(Array(graph.names) == (1...expected.nodeCount).map(String.init))
    func rows(_ graph: Graph) -> [[Node]] {
      (0..<Node(graph.nodeCount)).map { node in
        graph.neighbors(of: node).indices.map { graph.neighbors(of: node)[$0] }
      }
    }
    #expect(rows(graph) == rows(expected))
  }

  @Test(arguments: ["karate", "lesmis"])
  func `PecanPy's file has the names`(name: String) throws {
    let graph = try Graph(contentsOf: GraphFormatTests.fixture("\(name).pecanpy.npz"))
    let original = try Graph(contentsOf: "\(RepositoryFiles.graphs)/\(name).edges")
    #expect(graph.digest == original.digest)
  }

  @Test(arguments: endings)
  func `a matrix that is not symmetric is read in the direction that is asked for`(
    ending: String
  ) throws {
    let path = GraphFormatTests.fixture("roads.\(ending)")
    let error = #expect(throws: EdgeListError.self) { try Graph(contentsOf: path) }
    #expect(error?.reason == .asymmetricMatrix)
    var options = EdgeListOptions()
    options.isDirected = true
    let graph = try Graph(contentsOf: path, options: options)
    #expect(graph.nodeCount == 5)
    // The rows are alone, Jörg, Ann Lee, a&b<c> and say "x".
    #expect(
      EdgeListTests.edges(of: graph) == ["1-1:3", "1-2:2.5", "2-1:0.25", "2-3:7", "3-4:1"])
  }

  @Test(arguments: ["pairs", "edge_index"])
  func `an array of pairs is a list of edges`(name: String) throws {
    let graph = try Graph(contentsOf: GraphFormatTests.fixture("karate.\(name).npy"))
    let original = try Graph(contentsOf: "\(RepositoryFiles.graphs)/karate.edges")
    #expect(graph.digest == original.digest)
  }

  @Test(arguments: ["karate.csr.npz", "karate.dense.npy", "lesmis.mat", "karate.mat"])
  func `a damaged file is refused, wherever it is cut`(name: String) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: GraphFormatTests.fixture(name))))
    for end in stride(from: 130, to: bytes.count - 1, by: 59) {
      #expect(throws: EdgeListError.self, "cut at \(end)") {
        try EdgeList(Array(bytes[..<end]), named: "g")
      }
    }
  }

  @Test func `changed bytes are an error or another graph, and end nothing`() throws {
    for name in ["karate.csc.npz", "karate.mat", "lesmis.mat", "karate.pairs.npy"] {
      let bytes = Array(try Data(contentsOf: URL(filePath: GraphFormatTests.fixture(name))))
      var graphCount = 0
      for place in stride(from: 0, to: bytes.count, by: 7) {
        var changed = bytes
        changed[place] ^= 0xff
        if (try? EdgeList(changed, named: "g")) != nil { graphCount += 1 }
      }
      #expect(graphCount < bytes.count / 7)
    }
  }
}
