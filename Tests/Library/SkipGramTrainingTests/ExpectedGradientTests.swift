import EmbeddingTables
import Graphs
import Names
import Parallel
import RandomWalks
import SystemLibrary
import Testing

@testable import SkipGramTraining

/// What a whole run changes, where it can be worked out by hand.
///
/// All nodes begin with the vector of ones and contexts with zeros. At a rate so small that all
/// scores stay at 0, each pair adds half of the rate to its context, and takes it from each of its
/// negatives.
@Suite struct ExpectedGradientTests {
  static let nodeCount = 900
  static let windowSize = 3
  static let walkLength = 10
  static let rate = 1e-7

  /// A ring that leads one way: every walk is as long as it may be, and meets no node twice.
  static let corpus = {
    let graph = Graph(
      nodeCount: nodeCount, edges: (0..<Node(900)).map { ($0, ($0 + 1) % 900) }, isDirected: true)
    var walks = WalkOptions()
    walks.walksPerNode = 1
    walks.walkLength = walkLength
    return WalkCorpus(of: graph, options: walks, seed: 1)
  }()

  /// The number of pairs of a walk: both ways at each distance up to the window.
  static let pairsOfWalk = 2 * (windowSize * walkLength - windowSize * (windowSize + 1) / 2)

  static func options(negativeSampleCount: Int) -> SkipGramOptions {
    var options = SkipGramOptions()
    options.dimensions = 2
    options.windowSize = windowSize
    options.reducesWindow = false
    options.negativeSampleCount = negativeSampleCount
    options.learningRate = rate
    options.schedule = .constant
    return options
  }

  /// What the sum of all context vectors is, in halves of the rate per pair.
  static func change(
    _ options: SkipGramOptions, onProgress: (TrainingProgress) -> Void = { _ in }
  ) throws -> Double {
    let start = WarmStart(
      from: Embedding(
        names: NameList(count: nodeCount), dimensions: 2,
        vectors: [Float](repeating: 1, count: 2 * nodeCount)), for: corpus.graph)
    let contexts = try SkipGramTrainer(options: options, seed: 1, threadCount: 2)
      .train(on: corpus, from: start, onProgress: onProgress).contextVectors()
    let pairCount = Double(nodeCount * pairsOfWalk * options.epochCount)
    return contexts.reduce(0) { $0 + Double($1) } / 2 / (pairCount * rate / 2)
  }

  @Test(arguments: [1, 2, 5, 10, 63], [TrainingModel.skipGram, .continuousBagOfWords])
  func `a prediction counts once, and as many times against as it has negatives`(
    negativeSampleCount: Int, model: TrainingModel
  ) throws {
    var options = Self.options(negativeSampleCount: negativeSampleCount)
    options.model = model
    var change = try Self.change(options)
    // A bag is one prediction of its center, where skip-gram has one of each node around it.
    if model == .continuousBagOfWords {
      change *= Double(Self.pairsOfWalk) / Double(Self.walkLength)
    }
    // A negative that is the context itself, one of 900, counts nothing.
    let expected = 1 - Double(negativeSampleCount) * (1 - 1 / Double(Self.nodeCount))
    #expect(abs(change - expected) < 0.002 * Double(negativeSampleCount), "\(expected)")
  }

  @Test(arguments: LearningRateSchedule.allCases)
  func `vectors move by the learning rate of the schedule`(schedule: LearningRateSchedule) throws {
    var options = Self.options(negativeSampleCount: 5)
    options.schedule = schedule
    options.finalLearningRateShare = 0.2
    var rates: [Double] = []
    let change = try Self.change(options) { rates.append($0.learningRate) }
    let shares = rates.map { $0 / Self.rate }
    // Every step is an equal part of the pairs.
    let mean = shares.reduce(0, +) / Double(shares.count)
    #expect(abs(mean - (schedule == .constant ? 1 : 0.6)) < 0.01)
    #expect(abs(change / (1 - 5 * (1 - 1 / Double(Self.nodeCount))) - mean) < 0.01)
    let expected = shares.indices.map {
      options.learningRate(at: Double($0) / Double(shares.count)) / Self.rate
    }
    #expect(shares == expected)
  }

  @Test func `epochs are passes over all walks`() throws {
    var options = Self.options(negativeSampleCount: 5)
    options.epochCount = 3
    // `change` divides by the pairs of three epochs.
    #expect(abs(try Self.change(options) + 4) < 0.03)
  }

  /// The context vectors after a step of an episode, all else alike.
  static func contexts(episode: Int, walkCount: Int = 90) throws -> [Float] {
    let options = options(negativeSampleCount: 5)
    let plan = TrainingPlan(
      options: options, seed: 1, threadCount: 1,
      layout: BlockLayout(nodeCount: nodeCount, blockCount: 1, seed: 1),
      frequencies: try corpus.nodeFrequencies(threadCount: 1))
    let tables = try BlockTables(plan)
    var grid = GridSchedule(plan)
    let chunk = WalkChunk(
      0..<walkCount, of: corpus, layout: plan.layout, window: plan.window, forBuckets: true)
    try grid.begin(episode: episode, chunks: [chunk])
    let none = EpisodeWalks(chunkCount: 0) { _ in chunk }
    for step in 0..<grid.stepCount { grid.train(step: step, rate: 0.1, tables, making: none) }
    return SkipGramModel(tables: tables).contextVectors()
  }

  /// The context vectors after a step of training in the order of walks, all else alike.
  static func contextsInOrder(episode: Int, step: Int) throws -> [Float] {
    var options = options(negativeSampleCount: 5)
    options.model = .continuousBagOfWords
    let plan = TrainingPlan(
      options: options, seed: 1, threadCount: 1,
      layout: BlockLayout(nodeCount: nodeCount, blockCount: 1, seed: 1),
      frequencies: try corpus.nodeFrequencies(threadCount: 1))
    let tables = try BlockTables(plan)
    var order = WalkOrderSchedule(plan, maker: ExampleMaker(plan))
    let chunk = WalkChunk(
      0..<90, of: corpus, layout: plan.layout, window: plan.window, forBuckets: false)
    order.begin(
      episode: episode, chunks: [WalkChunk](repeating: chunk, count: order.stepCount))
    order.train(
      step: step, rate: 0.1, tables, making: EpisodeWalks(chunkCount: 0) { _ in chunk })
    return SkipGramModel(tables: tables).contextVectors()
  }

  @Test func `each episode has negative samples of its own`() throws {
    let first = try Self.contexts(episode: 0)
    #expect(try first == Self.contexts(episode: 0))
    #expect(try first != Self.contexts(episode: 1))
    let ordered = try Self.contextsInOrder(episode: 0, step: 0)
    #expect(try ordered == Self.contextsInOrder(episode: 0, step: 0))
    #expect(try ordered != Self.contextsInOrder(episode: 1, step: 0))
    #expect(try ordered != Self.contextsInOrder(episode: 0, step: 1))
  }

  @Test func `a batch has as many different negatives as a third of its groups draws`() throws {
    let walkCount = 20
    // One batch in groups of 4 pairs, which take 3 negatives each; a batch draws no more than a
    // third of what a full one of 1,024 pairs takes.
    let pairCount = walkCount * Self.pairsOfWalk
    #expect((512...1024).contains(pairCount))
    let drawnCount = 256
    var nodes: [Node] = []
    for walk in 0..<walkCount { Self.corpus.append(walk: walk, to: &nodes) }
    let contextCount = Set(nodes).count
    let missedShare = pow(1 - 1 / Double(Self.nodeCount), Double(drawnCount))
    let others = Double(Self.nodeCount - contextCount)
    let deviation = (others * missedShare * (1 - missedShare)).squareRoot()
    let expected = Double(contextCount) + others * (1 - missedShare)
    let vectors = try Self.contexts(episode: 0, walkCount: walkCount)
    let movedCount = (0..<Self.nodeCount).count { vectors[2 * $0] != 0 }
    #expect(abs(Double(movedCount) - expected) < 4 * deviation)
  }

  @Test func `each bucket has negative samples of its own`() throws {
    // A ring through the rows of each of two blocks, in order: what happens in one happens in the
    // other, but for the samples.
    let layout = BlockLayout(nodeCount: Self.nodeCount, blockCount: 2, seed: 1)
    let size = Self.nodeCount / 2
    var nodes = [Node](repeating: 0, count: Self.nodeCount)
    for node in 0..<Node(Self.nodeCount) { nodes[layout.row(of: node)] = node }
    var edges: [(Node, Node)] = []
    for row in 0..<size {
      let next = (row + 1) % size
      edges.append((nodes[row], nodes[next]))
      edges.append((nodes[size + row], nodes[size + next]))
    }
    let graph = Graph(nodeCount: Self.nodeCount, edges: edges, isDirected: true)
    let corpus = WalkCorpus(
      FirstOrderWalk(on: graph), walksPerNode: 1, walkLength: 100, seed: 1)
    var options = Self.options(negativeSampleCount: 5)
    options.learningRate = 0.1
    let start = WarmStart(
      from: Embedding(
        names: NameList(count: Self.nodeCount), dimensions: 2,
        vectors: [Float](repeating: 1, count: 2 * Self.nodeCount)), for: graph)
    let plan = TrainingPlan(
      options: options, seed: 1, threadCount: 1, layout: layout,
      frequencies: [Int](repeating: 100, count: Self.nodeCount))
    let tables = try BlockTables(plan, start: start)
    // The walks from the first row of each block.
    let chunks = (0..<corpus.walkCount).filter {
      [nodes[0], nodes[size]].contains(corpus.address(ofWalk: $0).node)
    }.map {
      WalkChunk($0..<$0 + 1, of: corpus, layout: layout, window: plan.window, forBuckets: true)
    }
    var grid = GridSchedule(plan)
    try grid.begin(episode: 0, chunks: chunks)
    let none = EpisodeWalks(chunkCount: 0) { _ in chunks[0] }
    for step in 0..<grid.stepCount { grid.train(step: step, rate: 0.1, tables, making: none) }
    // The first component of each row's context vector.
    let contexts = (0..<Self.nodeCount).map { tables.contexts[$0][0] }
    let isAlike = contexts[..<size] == contexts[size...]
    #expect(!isAlike)
  }

  static func heldOutSample(of corpus: WalkCorpus, _ layout: BlockLayout) throws -> HeldOutSample {
    let plan = TrainingPlan(
      options: options(negativeSampleCount: 5), seed: 1, threadCount: 1, layout: layout,
      frequencies: try corpus.nodeFrequencies(threadCount: 1))
    return HeldOutSample(of: corpus, plan, maker: ExampleMaker(plan))
  }

  @Test func `held-out predictions are those of one more walk from each node`() throws {
    let graph = Graph(
      nodeCount: 12, edges: (0..<Node(12)).flatMap { [($0, ($0 + 1) % 12), ($0, ($0 + 5) % 12)] })
    let corpus = WalkCorpus(
      FirstOrderWalk(on: graph), walksPerNode: 2, walkLength: Self.walkLength, seed: 1)
    let layout = BlockLayout(nodeCount: 12, blockCount: 1, seed: 1)
    let sample = try Self.heldOutSample(of: corpus, layout)
    /// The rows of the centers and contexts of a node's walk.
    func pairs(of node: Node, repetition: Int) -> [[Int]] {
      var walk: [Node] = []
      corpus.append(walkFrom: node, repetition: repetition, to: &walk)
      return walk.indices.flatMap { center in
        walk.indices.filter { $0 != center && abs($0 - center) <= Self.windowSize }
          .map { [layout.row(of: walk[center]), layout.row(of: walk[$0])] }
      }
    }
    // Walks 0 and 1 of each node are trained on.
    let expected = (0..<Node(12)).flatMap { pairs(of: $0, repetition: 2) }
    let isOneMore = sample.examples.map { [Int($0.inputs[0]), Int($0.targets[0])] } == expected
    #expect(isOneMore)
  }

  @Test func `held-out predictions reach as far as the window`() throws {
    // On one walk of 20 nodes, all are kept.
    let graph = Graph(
      nodeCount: 20, edges: (0..<Node(20)).map { ($0, ($0 + 1) % 20) }, isDirected: true)
    let corpus = WalkCorpus(
      FirstOrderWalk(on: graph), walksPerNode: 1, walkLength: Self.walkLength, seed: 1)
    let layout = BlockLayout(nodeCount: 20, blockCount: 1, seed: 1)
    let sample = try Self.heldOutSample(of: corpus, layout)
    var nodes = [Int](repeating: 0, count: 20)
    for node in 0..<20 { nodes[layout.row(of: Node(node))] = node }
    var counts: [Int: Int] = [:]
    for example in sample.examples {
      let ahead = nodes[Int(example.targets[0])] - nodes[Int(example.inputs[0])]
      counts[(ahead + 30) % 20 - 10, default: 0] += 1
    }
    // Ten nodes a walk: nine pairs at distance 1, eight at 2 and seven at 3, both ways.
    let expected = [1, 2, 3].flatMap { distance in
      [-distance, distance].map { ($0, 20 * (Self.walkLength - distance)) }
    }
    #expect(counts == Dictionary(uniqueKeysWithValues: expected))
  }
}
