import Graphs
import SystemLibrary
import Testing

@testable import Evaluation

@Suite struct HeuristicTests {
  /// The definitions, on a matrix.
  static func expected(_ pair: NodePair, in graph: Graph) -> [Double] {
    let nodes = 0..<Node(graph.nodeCount)
    func edge(_ source: Node, _ target: Node) -> Bool { graph.hasEdge(from: source, to: target) }
    let common = nodes.filter {
      edge(pair.source, $0) && edge($0, pair.target) && $0 != pair.source && $0 != pair.target
    }
    func degree(_ node: Node) -> Double {
      let outgoing = nodes.count { edge(node, $0) }
      return Double(graph.isDirected ? outgoing + nodes.count { edge($0, node) } : outgoing)
    }
    let outgoing = nodes.count { edge(pair.source, $0) }
    let incoming = nodes.count { edge($0, pair.target) }
    let either = nodes.count { edge(pair.source, $0) || edge($0, pair.target) }
    var walks = nodes.map { edge(pair.source, $0) ? 1.0 : 0 }
    var katz = 0.0
    for length in 1...3 {
      katz += pow(0.005, Double(length)) * walks[Int(pair.target)]
      walks = nodes.map { target in
        nodes.reduce(0) { $0 + (edge($1, target) ? walks[Int($1)] : 0) }
      }
    }
    return [
      Double(common.count), either == 0 ? 0 : Double(common.count) / Double(either),
      common.reduce(0) { $0 + 1 / log(degree($1)) }, Double(outgoing * incoming),
      common.reduce(0) { $0 + 1 / degree($1) }, katz,
    ]
  }

  @Test(arguments: [false, true], 0..<4 as Range<UInt64>)
  func `scores agree with their definitions`(isDirected: Bool, seed: UInt64) throws {
    let graph = RandomGraphs.uniform(
      nodeCount: 30, edgeCount: 120, isDirected: isDirected, seed: seed)
    let pairs = (0..<30).flatMap { source in
      (0..<30).filter { $0 != source }.map { NodePair(Node(source), Node($0)) }
    }
    // In another order than that of the sources.
    let shuffled = pairs.indices.map { pairs[$0 * 7 % pairs.count] }
    let scores = try Heuristic.scores(of: shuffled, in: ResidualGraph(graph), threadCount: 2)
    let wrong = shuffled.indices.filter { index in
      let expected = Self.expected(shuffled[index], in: graph)
      return !agrees(scores.map { $0[index] }, expected, within: 1e-12)
    }
    #expect(wrong.first.map { shuffled[$0] } == nil, "\(wrong.count) of \(pairs.count) pairs")
  }

  @Test func `a worked example`() throws {
    // 0 and 3 have the common neighbors 1 (degree 2) and 2 (degree 3).
    let graph = Graph(nodeCount: 5, edges: [(0, 1), (1, 3), (0, 2), (2, 3), (2, 4)])
    let scores = try Heuristic.scores(
      of: [NodePair(0, 3)], in: ResidualGraph(graph), threadCount: 1
    ).map { $0[0] }
    // Walks of three steps between 0 and 3: none. Of two: 2.
    let adamicAdar: Double = 1 / log(2.0) + 1 / log(3.0)
    let resources: Double = 1 / 2.0 + 1 / 3.0
    let katz: Double = 2 * 0.005 * 0.005
    let expected: [Double] = [2, 1, adamicAdar, 4, resources, katz]
    #expect(agrees(scores, expected, within: 1e-15))
  }

  @Test func `self-loops make no common neighbor`() throws {
    let graph = Graph(nodeCount: 3, edges: [(0, 0), (0, 1), (1, 2)])
    let scores = try Heuristic.scores(
      of: [NodePair(0, 1), NodePair(0, 2)], in: ResidualGraph(graph), threadCount: 1)
    #expect(scores[0] == [0, 1])
  }
}
