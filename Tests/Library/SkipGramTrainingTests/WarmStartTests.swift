import EmbeddingTables
import Graphs
import Names
import RandomWalks
import SkipGramTraining
import Testing

@Suite struct WarmStartTests {
  static let dimensions = 12

  /// Vectors for every other node of a graph.
  static func embedding(for graph: Graph) throws -> Embedding {
    let names = stride(from: 0, to: graph.nodeCount, by: 2).map { graph.names[$0] } + ["unknown"]
    return Embedding(
      names: try #require(NameList(names)), dimensions: dimensions,
      vectors: (0..<names.count * dimensions).map { Float($0 % 7) / 7 - 0.4 })
  }

  static func train(
    _ graph: Graph, from start: WarmStart?, dimensions: Int = dimensions,
    learningRate: Double = 0.025, model: TrainingModel = .skipGram,
    optimizer: TrainingOptimizer = .gradientDescent
  ) throws -> [Float] {
    var options = SkipGramOptions()
    options.model = model
    options.optimizer = optimizer
    options.dimensions = dimensions
    options.learningRate = learningRate
    var walks = WalkOptions()
    walks.walksPerNode = 3
    walks.walkLength = 10
    let corpus = WalkCorpus(of: graph, options: walks, seed: 1)
    return try SkipGramTrainer(options: options, seed: 1, threadCount: 2)
      .train(on: corpus, from: start).takeVectors()
  }

  @Test(arguments: TrainingModel.allCases, TrainingOptimizer.allCases)
  func `frozen nodes keep their vectors, all others move`(
    model: TrainingModel, optimizer: TrainingOptimizer
  ) throws {
    let graph = SkipGramTrainerTests.groups(10)
    let embedding = try Self.embedding(for: graph)
    var start = WarmStart(from: embedding, for: graph)
    #expect(start.knownCount == graph.nodeCount / 2)
    start.freeze { $0 % 4 == 0 || $0 == 1 }
    let vectors = try Self.train(graph, from: start, model: model, optimizer: optimizer)
    let movement = start.movement(to: vectors)
    let nodes = 0..<graph.nodeCount
    #expect(nodes.filter { movement[$0] == nil } == nodes.filter { $0 % 2 == 1 })
    #expect(nodes.filter { movement[$0] == 0 } == nodes.filter { $0 % 4 == 0 })
    #expect(vectors.allSatisfy { $0.isFinite })
  }

  @Test func `known nodes start from their vectors`() throws {
    let graph = SkipGramTrainerTests.groups(10)
    let start = WarmStart(from: try Self.embedding(for: graph), for: graph)
    let vectors = try Self.train(graph, from: start, learningRate: 1e-4)
    let moved = start.movement(to: vectors).compactMap { $0 }
    #expect(moved.count == start.knownCount)
    #expect(moved.allSatisfy { $0 < 0.05 })
    #expect(moved.contains { $0 > 0 })
  }

  @Test func `an anchor holds nodes near their vectors`() throws {
    let graph = SkipGramTrainerTests.groups(10)
    var start = WarmStart(from: try Self.embedding(for: graph), for: graph)
    let free = start.movement(to: try Self.train(graph, from: start)).compactMap { $0 }
    start.anchoring = 0.5
    let anchored = start.movement(to: try Self.train(graph, from: start)).compactMap { $0 }
    #expect(anchored.reduce(0, +) < 0.4 * free.reduce(0, +))
    #expect(anchored.allSatisfy { $0 > 0 })
  }

  @Test func `vectors of another length are refused`() throws {
    let graph = SkipGramTrainerTests.groups(2)
    let start = WarmStart(from: try Self.embedding(for: graph), for: graph)
    #expect(throws: TrainingError.initialDimensions(12, expected: 20)) {
      try Self.train(graph, from: start, dimensions: 20)
    }
  }
}
