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

  static func vectors(of graph: Graph, threadCount: Int, seed: UInt64 = 1) throws -> [Float] {
    var options = SkipGramOptions()
    options.dimensions = 20
    var walks = WalkOptions()
    walks.walkLength = 20
    let corpus = WalkCorpus(of: graph, options: walks, seed: seed)
    return try SkipGramTrainer(options: options, seed: seed, threadCount: threadCount)
      .train(on: corpus).vectors()
  }

  /// The share of nodes whose nearest node by cosine is of their group.
  static func shareWithNeighborOfGroup(_ vectors: [Float], dimensions: Int) -> Double {
    let unit = stride(from: 0, to: vectors.count, by: dimensions).map { start in
      let vector = vectors[start..<start + dimensions]
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return vector.map { $0 / length }
    }
    let agreeing = unit.indices.count { node in
      let nearest = unit.indices.filter { $0 != node }.map { other in
        (zip(unit[node], unit[other]).reduce(0) { $0 + $1.0 * $1.1 }, other)
      }.max { $0.0 < $1.0 }
      return nearest.map { $0.1 / 30 } == node / 30
    }
    return Double(agreeing) / Double(unit.count)
  }

  @Test(arguments: [2, 3, 7])
  func `the number of threads does not change a bit`(threadCount: Int) throws {
    let graph = Self.groups(40)
    let vectors = try Self.vectors(of: graph, threadCount: threadCount)
    #expect(try vectors == Self.vectors(of: graph, threadCount: 1))
    #expect(try vectors != Self.vectors(of: graph, threadCount: 1, seed: 2))
  }

  @Test(arguments: [2, 40])
  func `a node's nearest neighbor is of its group`(groupCount: Int) throws {
    let graph = Self.groups(groupCount)
    let vectors = try Self.vectors(of: graph, threadCount: 2)
    #expect(Self.shareWithNeighborOfGroup(vectors, dimensions: 20) >= 0.95)
  }

  @Test func `training lowers the loss`() throws {
    var losses: [Double] = []
    let corpus = WalkCorpus(of: Self.groups(10), options: WalkOptions(), seed: 1)
    _ = try SkipGramTrainer(options: SkipGramOptions(), seed: 1, threadCount: 1)
      .train(on: corpus) { progress in if let loss = progress.loss { losses.append(loss) } }
    #expect((losses.last ?? 0) < 0.9 * (losses.first ?? 0))
  }
}
