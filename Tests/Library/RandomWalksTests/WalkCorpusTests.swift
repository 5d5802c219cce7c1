import Graphs
import RandomWalks
import Testing

@Suite struct WalkCorpusTests {
  /// A ring of 300 nodes with chords and a few sinks.
  static let graph = {
    var edges: [(Node, Node, Float)] = []
    for node in 0..<Node(280) {
      edges.append((node, (node + 1) % 300, 1))
      edges.append((node, (node * 7 + 3) % 300, 2))
      edges.append((node, (node * 13 + 5) % 300, 0.5))
    }
    return Graph(nodeCount: 300, weightedEdges: edges, isDirected: true)
  }()

  static let temporal = {
    var edges: [(Node, Node, Double)] = []
    for index in 0..<Node(900) {
      edges.append((index % 300, index * index % 300, Double(index * 7 % 50)))
    }
    return TemporalGraph(nodeCount: 300, edges: edges)
  }()

  static let walks: [any RandomWalk] = [
    FirstOrderWalk(on: graph),
    SecondOrderWalk(on: graph, returnParameter: 0.25, inOutParameter: 4),
    SecondOrderWalk(on: graph, returnParameter: 4, inOutParameter: 0.25, tieDeviation: 0.5),
    RestartWalk(on: graph, restartProbability: 0.2), TemporalWalk(on: temporal),
  ]

  @Test(arguments: walks.indices, [1, 2, 63, 64, 65, 299, 1000])
  func `walks are the same one by one and any number at once`(kind: Int, batch: Int) {
    let corpus = WalkCorpus(Self.walks[kind], walksPerNode: 4, walkLength: 17, seed: 5)
    var nodes: [Node] = []
    var ends: [Int] = []
    for start in stride(from: 0, to: corpus.walkCount, by: batch) {
      corpus.append(
        walks: start..<min(corpus.walkCount, start + batch), to: &nodes, ends: &ends)
    }
    #expect(ends.count == corpus.walkCount)
    #expect(ends.last == nodes.count)
    var start = 0
    for (walk, end) in ends.enumerated() {
      var single: [Node] = []
      corpus.append(walk: walk, to: &single)
      #expect(Array(nodes[start..<end]) == single)
      start = end
    }
  }

  @Test func `a walk is addressed by its node and repetition`() {
    let corpus = WalkCorpus(Self.walks[1], walksPerNode: 4, walkLength: 17, seed: 5)
    for walk in 0..<corpus.walkCount {
      let (node, repetition) = corpus.address(ofWalk: walk)
      var byNumber: [Node] = []
      var byAddress: [Node] = []
      corpus.append(walk: walk, to: &byNumber)
      corpus.append(walkFrom: node, repetition: repetition, to: &byAddress)
      #expect(byNumber == byAddress)
      #expect(byNumber.first == node)
    }
  }

  @Test(arguments: [1, 2, 3, 7])
  func `a corpus counts the same nodes on every number of threads`(threadCount: Int) throws {
    var options = WalkOptions()
    options.inOutParameter = 0.5
    let corpus = WalkCorpus(of: Self.graph, options: options, seed: 9, threadCount: threadCount)
    var counts = [Int](repeating: 0, count: 300)
    var nodes: [Node] = []
    for walk in 0..<corpus.walkCount { corpus.append(walk: walk, to: &nodes) }
    for node in nodes { counts[Int(node)] += 1 }
    #expect(try corpus.nodeFrequencies(threadCount: threadCount) == counts)
  }

  @Test func `walks of one node and no walks at all are given as asked`() {
    let corpus = WalkCorpus(Self.walks[0], walksPerNode: 1, walkLength: 1, seed: 5)
    var nodes: [Node] = [7]
    var ends: [Int] = []
    corpus.append(walks: 0..<0, to: &nodes, ends: &ends)
    #expect(nodes == [7])
    corpus.append(walks: 0..<300, to: &nodes, ends: &ends)
    #expect(ends == Array(2...301))
    #expect(Set(nodes.dropFirst()).count == 300)
  }

  @Test(arguments: ["a", "b"])
  func `walks along a metapath are the same one by one and many at once`(first: String) throws {
    let types = NodeTypes((0..<300).map { $0 % 3 == 0 ? "a" : "b" })
    let walk = try MetapathWalk(
      on: Self.graph, types: types, path: [first, "a", "b"])
    let corpus = WalkCorpus(walk, walksPerNode: 2, walkLength: 12, seed: 5)
    var together: [Node] = []
    var ends: [Int] = []
    corpus.append(walks: 0..<corpus.walkCount, to: &together, ends: &ends)
    var single: [Node] = []
    for walk in 0..<corpus.walkCount { corpus.append(walk: walk, to: &single) }
    #expect(together == single)
  }
}
