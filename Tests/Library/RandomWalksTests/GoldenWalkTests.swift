import Graphs
import RandomWalks
import RepositoryFiles
import Testing

/// Walks as they always were: whoever names a seed in a paper can make them again.
///
/// A change of these digests breaks that promise, and is no small change.
@Suite struct GoldenWalkTests {
  static func graph(_ name: String) throws -> Graph {
    try Graph(contentsOf: "\(RepositoryFiles.graphs)/\(name).edges")
  }

  /// Edges with times, two of them between the same nodes.
  static let timedEdges = """
    a b 1
    b c 2
    a c 3
    c d 4
    d a 5
    b d 6
    d e 7
    e a 8
    a b 9
    c e 10
    e b 11
    d c 12

    """

  /// A kind of walk and the digest of its walks.
  struct Golden: Sendable, CustomTestStringConvertible {
    let graph: String
    let strategy: WalkStrategy
    var returnParameter = 1.0
    var inOutParameter = 1.0
    let digest: String

    var testDescription: String {
      "\(strategy.rawValue), p \(returnParameter), q \(inOutParameter), on \(graph)"
    }

    var options: WalkOptions {
      var options = WalkOptions()
      options.walksPerNode = 3
      options.walkLength = 20
      options.strategy = strategy
      options.returnParameter = returnParameter
      options.inOutParameter = inOutParameter
      if strategy == .node2vecPlus { options.tieDeviation = 0.5 }
      if strategy == .restart { options.restartProbability = 0.2 }
      if strategy == .metapath { options.metapath = ["woman", "event"] }
      return options
    }

    func walk(threadCount: Int) throws -> any RandomWalk {
      if strategy == .temporal {
        var options = EdgeListOptions()
        options.columns = try EdgeListColumns("source,target,time")
        return TemporalWalk(
          on: try TemporalGraph(
            edgeList: Array(timedEdges.utf8), named: "timed", options: options))
      }
      let graph = try GoldenWalkTests.graph(graph)
      if strategy == .metapath {
        let types = NodeTypes(graph.names.map { $0.contains(" ") ? "woman" : "event" })
        return try options.walk(on: graph, nodeTypes: types, threadCount: threadCount)
      }
      return try options.walk(on: graph, threadCount: threadCount)
    }
  }

  static let goldens = [
    Golden(graph: "lesmis", strategy: .uniform, digest: "d6386cf3190e1c45"),
    Golden(graph: "lesmis", strategy: .weighted, digest: "3b8f243e21a03628"),
    Golden(graph: "karate", strategy: .weighted, digest: "2252554e91800294"),
    Golden(
      graph: "lesmis", strategy: .node2vec, returnParameter: 0.25, inOutParameter: 4,
      digest: "37924fed5f9dee97"),
    Golden(
      graph: "karate", strategy: .node2vec, returnParameter: 4, inOutParameter: 0.25,
      digest: "e69cad9c75c3efdd"),
    Golden(
      graph: "lesmis", strategy: .node2vecPlus, returnParameter: 0.25, inOutParameter: 4,
      digest: "97a5a8591bc770c1"),
    Golden(graph: "lesmis", strategy: .restart, digest: "698fd20a48e0e705"),
    Golden(graph: "davis", strategy: .metapath, digest: "53fd7f3560a0f7a5"),
    Golden(graph: "timed", strategy: .temporal, digest: "ab52a874fb76ee8c"),
  ]

  /// The FNV-1a digest of the names along all walks, a name a line, as 16 hexadecimal digits.
  static func digest(_ corpus: WalkCorpus) -> String {
    let names = corpus.graph.names.map { Array("\($0)\n".utf8) }
    var nodes: [Node] = []
    var ends: [Int] = []
    corpus.append(walks: 0..<corpus.walkCount, to: &nodes, ends: &ends)
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for node in nodes {
      for byte in names[Int(node)] { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    let digits = String(digest, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  @Test(arguments: goldens, [1, 3])
  func `seed 1 walks as it always has`(golden: Golden, threadCount: Int) throws {
    let corpus = WalkCorpus(
      try golden.walk(threadCount: threadCount), walksPerNode: 3,
      walkLength: golden.options.walkLength, seed: 1)
    #expect(Self.digest(corpus) == golden.digest)
  }

  @Test func `every strategy has a golden walk`() {
    #expect(Set(Self.goldens.map(\.strategy)) == Set(WalkStrategy.allCases))
  }
}
