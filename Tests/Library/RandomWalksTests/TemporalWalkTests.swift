import Graphs
import RandomWalks
import Testing
import WalkAudits

@Suite struct TemporalWalkTests {
  struct Edge {
    let source: Node
    let target: Node
    let weight: Int
    let time: Int
  }

  static let edges: [Edge] = [
    (0, 1, 2, 1), (1, 2, 1, 3), (1, 2, 3, 2), (2, 0, 1, 3), (0, 3, 5, 3), (3, 1, 1, 5),
    (1, 0, 2, 4), (0, 2, 1, 2), (2, 3, 9, -1), (3, 3, 1, 4), (0, 1, 1, 1), (2, 1, 100, 5),
  ].map { Edge(source: $0.0, target: $0.1, weight: $0.2, time: $0.3) }

  /// The probability of each whole walk from a node, by following every edge that may be taken.
  static func exactWalks(
    from node: Node, length: Int, isDirected: Bool, isWeighted: Bool
  ) -> [[Node]: Double] {
    var arcs = edges
    if !isDirected {
      for edge in edges where edge.source != edge.target {
        arcs.append(
          Edge(source: edge.target, target: edge.source, weight: edge.weight, time: edge.time))
      }
    }
    var walks: [[Node]: Double] = [:]
    func follow(_ walk: [Node], _ time: Int, _ probability: Double) {
      let next = arcs.filter { $0.source == walk[walk.count - 1] && $0.time >= time }
      if walk.count == length || next.isEmpty {
        walks[walk, default: 0] += probability
        return
      }
      let weights = next.map { isWeighted ? Double($0.weight) : 1 }
      let sum = weights.reduce(0, +)
      for (arc, weight) in zip(next, weights) {
        follow(walk + [arc.target], arc.time, probability * weight / sum)
      }
    }
    follow([node], .min, 1)
    return walks
  }

  static func graph(isDirected: Bool, isWeighted: Bool) throws -> TemporalGraph {
    var options = EdgeListOptions()
    options.isDirected = isDirected
    options.columns = try EdgeListColumns("source,target,\(isWeighted ? "weight" : "_"),time")
    let lines = edges.map { "\($0.source) \($0.target) \($0.weight) \($0.time)\n" }
    return try TemporalGraph(
      edgeList: Array(lines.joined().utf8), named: "edges", options: options)
  }

  @Test(arguments: [false, true], [false, true])
  func `whole walks have their exact probabilities`(isDirected: Bool, isWeighted: Bool) throws {
    let graph = try Self.graph(isDirected: isDirected, isWeighted: isWeighted)
    #expect(graph.isWeighted == isWeighted)
    let corpus = WalkCorpus(
      TemporalWalk(on: graph), walksPerNode: 5000, walkLength: 5, seed: 4)
    for start in 0..<Node(4) {
      let exact = Self.exactWalks(
        from: start, length: 5, isDirected: isDirected, isWeighted: isWeighted)
      var counts: [[Node]: Int] = [:]
      for repetition in 0..<5000 {
        var nodes: [Node] = []
        corpus.append(walkFrom: start, repetition: repetition, to: &nodes)
        counts[nodes, default: 0] += 1
      }
      let impossible = counts.keys.first { exact[$0] == nil }
      #expect(impossible == nil)
      let walks = Array(exact.keys)
      let test = FrequencyTest(
        counts: walks.map { counts[$0] ?? 0 }, probabilities: walks.map { exact[$0] ?? 0 })
      #expect(test.pValue > 1e-4, "from \(start): \(counts), exactly \(exact)")
    }
  }

  @Test func `an isolated node is a walk of one`() {
    let graph = TemporalGraph(nodeCount: 3, edges: [(0, 1, 2.5)])
    var nodes: [Node] = []
    WalkCorpus(TemporalWalk(on: graph), walksPerNode: 1, walkLength: 5, seed: 1)
      .append(walkFrom: 2, repetition: 0, to: &nodes)
    #expect(nodes == [2])
  }

  @Test func `without times, edges between the same nodes are one`() throws {
    let graph = try Self.graph(isDirected: false, isWeighted: true).withoutTimes()
    #expect(graph.edgeCount == 7)
    #expect(graph.weight(from: 2, to: 1) == 104)
    #expect(graph.weight(from: 0, to: 1) == 5)
    #expect(graph.weight(from: 3, to: 3) == 1)
    #expect(graph.weight(from: 1, to: 1) == nil)
  }
}
