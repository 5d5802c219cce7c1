import Graphs
import RandomWalks
import SkipGramTraining
import Testing

@Suite struct SkipGramTrainerTests {
  /// Groups of thirty nodes, each joined to most of its group and, now and then, to the next.
  static func groups(_ count: Int) -> Graph {
    var generator = SplitMix64(seed: 4)
    var edges: [(Node, Node)] = []
    for node in 0..<count * 30 {
      for other in node / 30 * 30..<node where generator.next(below: 3) > 0 {
        edges.append((Node(node), Node(other)))
      }
      if node % 10 == 0 { edges.append((Node(node), Node((node + 30) % (count * 30)))) }
    }
    return Graph(nodeCount: count * 30, edges: edges)
  }

  static func vectors(of graph: Graph, threadCount: Int, seed: UInt64 = 1) -> [Float] {
    var options = SkipGramOptions()
    options.dimensions = 20
    var walks = WalkOptions()
    walks.walkLength = 20
    let corpus = WalkCorpus(of: graph, options: walks, seed: seed)
    return SkipGramTrainer(options: options, seed: seed, threadCount: threadCount)
      .train(on: corpus).vectors()
  }

  @Test(arguments: [2, 3, 7])
  func `the number of threads does not change a bit`(threadCount: Int) {
    let graph = Self.groups(40)
    let vectors = Self.vectors(of: graph, threadCount: threadCount)
    #expect(vectors == Self.vectors(of: graph, threadCount: 1))
    #expect(vectors != Self.vectors(of: graph, threadCount: 1, seed: 2))
  }

  @Test(arguments: [2, 40])
  func `a node's nearest neighbor is of its group`(groupCount: Int) {
    let graph = Self.groups(groupCount)
    let vectors = Self.vectors(of: graph, threadCount: 2)
    func cosine(_ a: Int, _ b: Int) -> Float {
      func dot(_ a: Int, _ b: Int) -> Float {
        (0..<20).reduce(0) { $0 + vectors[a * 20 + $1] * vectors[b * 20 + $1] }
      }
      return dot(a, b) / (dot(a, a) * dot(b, b)).squareRoot()
    }
    let agreeing = (0..<graph.nodeCount).count { node in
      let nearest = (0..<graph.nodeCount).filter { $0 != node }
        .max { cosine(node, $0) < cosine(node, $1) }
      return nearest.map { $0 / 30 } == node / 30
    }
    #expect(agreeing * 100 >= graph.nodeCount * 95)
  }

  @Test func `training lowers the loss`() {
    var losses: [Double] = []
    let corpus = WalkCorpus(of: Self.groups(10), options: WalkOptions(), seed: 1)
    _ = SkipGramTrainer(options: SkipGramOptions(), seed: 1, threadCount: 1)
      .train(on: corpus) { progress in if let loss = progress.loss { losses.append(loss) } }
    #expect((losses.last ?? 0) < 0.9 * (losses.first ?? 0))
  }
}
