import Graphs
import RandomWalks
import Testing

@Suite struct SecondOrderWalkTests {
  static let parameters = [0.25, 1, 4]

  /// A square with a diagonal and a tail, weights unequal both ways where directed.
  static let edges: [(Node, Node, Float)] = [
    (0, 1, 1), (1, 0, 3), (1, 2, 2), (2, 3, 1), (3, 0, 5), (0, 2, 1), (2, 0, 2), (2, 4, 1),
    (4, 2, 7), (3, 2, 1), (1, 1, 2),
  ]

  static func graph(isDirected: Bool, isWeighted: Bool) -> Graph {
    isWeighted
      ? Graph(nodeCount: 5, weightedEdges: edges, isDirected: isDirected)
      : Graph(nodeCount: 5, weightedEdges: distinct(edges), isDirected: isDirected)
  }

  /// Each unordered pair once, so that weights stay 1.
  static func distinct(_ edges: [(Node, Node, Float)]) -> [(Node, Node, Float)] {
    var seen: Set<[Node]> = []
    return edges.filter { seen.insert([min($0.0, $0.1), max($0.0, $0.1)]).inserted }
      .map { ($0.0, $0.1, 1) }
  }

  /// The probabilities of the paper's formula, in plain loops.
  static func exact(_ graph: Graph, previous: Node, node: Node, p: Double, q: Double) -> [Double] {
    var probabilities = [Double](repeating: 0, count: graph.nodeCount)
    for next in 0..<Node(graph.nodeCount) {
      guard let weight = graph.weight(from: node, to: next) else { continue }
      let factor =
        next == previous ? 1 / p : graph.hasEdge(from: previous, to: next) ? 1 : 1 / q
      probabilities[Int(next)] = Double(weight) * factor
    }
    let sum = probabilities.reduce(0, +)
    return probabilities.map { $0 / sum }
  }

  @Test(arguments: parameters, parameters)
  func `later steps have the exact probabilities of p and q`(p: Double, q: Double) {
    for (isDirected, isWeighted) in [(false, false), (false, true), (true, false), (true, true)] {
      let graph = Self.graph(isDirected: isDirected, isWeighted: isWeighted)
      let walk = SecondOrderWalk(on: graph, returnParameter: p, inOutParameter: q)
      var counts: [[Node]: [Int]] = [:]
      var nodes: [Node] = []
      for repetition in 0..<2000 {
        for start in 0..<Node(5) {
          var generator = SplitMix64(
            seed: 11, purpose: .walk, UInt64(start), UInt64(repetition))
          nodes.removeAll()
          walk.append(from: start, length: 22, to: &nodes, using: &generator)
          for step in nodes.indices.dropFirst(2) {
            let context = [nodes[step - 2], nodes[step - 1]]
            counts[context, default: [0, 0, 0, 0, 0]][Int(nodes[step])] += 1
          }
        }
      }
      #expect(!counts.isEmpty)
      for (context, counts) in counts {
        let probabilities = Self.exact(graph, previous: context[0], node: context[1], p: p, q: q)
        let total = Double(counts.reduce(0, +))
        var statistic = 0.0
        for (count, probability) in zip(counts, probabilities) {
          if probability == 0 {
            #expect(count == 0, "a step that no edge allows")
          } else {
            let expected = total * probability
            statistic += (Double(count) - expected) * (Double(count) - expected) / expected
          }
        }
        // At most four degrees of freedom, some 450 contexts: χ² > 30 has probability 5·10⁻⁶.
        #expect(statistic < 30, "\(context): \(counts), \(probabilities)")
      }
    }
  }

  @Test func `a step whose proposals are rejected is drawn from the whole row`() {
    // A star of 40 leaves and p = 10⁹: from the hub, the only neighbor within reach is not the
    // leaf before, however heavy the edge to it.
    let star = Graph(
      nodeCount: 41, weightedEdges: (1...40).map { (0, Node($0), $0 == 1 ? 1e7 : 1) })
    let walk = SecondOrderWalk(on: star, returnParameter: 1e9, inOutParameter: 1)
    var nodes: [Node] = []
    var returns = 0
    for repetition in 0..<2000 as Range<UInt64> {
      var generator = SplitMix64(seed: 3, purpose: .walk, 1, repetition)
      nodes.removeAll()
      walk.append(from: 1, length: 3, to: &nodes, using: &generator)
      if nodes[2] == 1 { returns += 1 }
    }
    // The probability of a return is 0.01 / 39.01; 2000 draws, mean 0.5.
    #expect(returns <= 6)
  }

  @Test(arguments: [(1.0, 1.0), (0.25, 4.0)])
  func `walks follow edges and end at sinks`(p: Double, q: Double) {
    let path = Graph(nodeCount: 4, edges: [(0, 1), (1, 2)], isDirected: true)
    let corpus = WalkCorpus(
      SecondOrderWalk(on: path, returnParameter: p, inOutParameter: q), walksPerNode: 2,
      walkLength: 9, seed: 5)
    for (start, expected) in [[0, 1, 2], [1, 2], [2], [3]].enumerated() {
      var nodes: [Node] = []
      corpus.append(walkFrom: Node(start), repetition: 1, to: &nodes)
      #expect(nodes == expected.map { Node($0) })
    }
  }

  @Test(arguments: [1, 2, 3, 7])
  func `a corpus counts the same nodes on every number of threads`(threadCount: Int) {
    let graph = Self.graph(isDirected: false, isWeighted: true)
    var options = WalkOptions()
    options.inOutParameter = 0.5
    let corpus = WalkCorpus(of: graph, options: options, seed: 9, threadCount: threadCount)
    var counts = [Int](repeating: 0, count: 5)
    for node in 0..<Node(5) {
      for repetition in 0..<10 {
        var nodes: [Node] = []
        corpus.append(walkFrom: node, repetition: repetition, to: &nodes)
        #expect(nodes.count == 80)
        for node in nodes { counts[Int(node)] += 1 }
      }
    }
    #expect(corpus.nodeFrequencies(threadCount: threadCount) == counts)
  }

  @Test func `options out of range are refused by name`() {
    var options = WalkOptions()
    options.returnParameter = 0
    let error = #expect(throws: OptionError.self) { try options.validate() }
    #expect(error?.option == "returnParameter")
  }
}
