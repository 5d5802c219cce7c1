internal import EmbeddingTables
internal import Graphs
internal import NearestNeighbors
internal import Projections
internal import RandomNumbers
internal import RandomWalks
internal import SkipGramTraining

/// A task of the baseline: the same work on every machine, taking some tenths of a second.
struct BaselineTask {
  let name: String
  let work: () throws -> Void

  private static let threadCount = 2

  /// Prepares all tasks.
  ///
  /// - Throws: The errors of creating tables.
  static func all() throws -> [BaselineTask] {
    let drawn = PowerLawGraph(nodeCount: 1 << 16, edgeCount: 1_000_000, seed: 1)
    let text = drawn.text
    let graph = Graph(nodeCount: drawn.nodeCount, edges: drawn.edges)
    let vectors = try SampleVectors.clusters.embedding(
      rowCount: 100_000, dimensions: 128, seed: 1)
    return [
      BaselineTask(name: "load 1 M edges") {
        _ = try EdgeList(text, named: "edges", threadCount: threadCount)
      },
      walks("walk, uniform", on: graph) { $0.strategy = .uniform },
      walks("walk, p = 0.25, q = 4", on: graph) {
        $0.returnParameter = 0.25
        $0.inOutParameter = 4
      },
      try training(), query(of: vectors), try lookUp(),
      BaselineTask(name: "project 100 k rows") {
        let components = try PrincipalComponents(of: vectors, threadCount: threadCount)
        _ = try components.transform(vectors.vectors, threadCount: threadCount)
      },
    ]
  }

  private static func walks(
    _ name: String, on graph: Graph, _ change: (inout WalkOptions) -> Void
  ) -> BaselineTask {
    var options = WalkOptions()
    options.walksPerNode = 10
    options.walkLength = 80
    change(&options)
    let corpus = WalkCorpus(of: graph, options: options, seed: 1, threadCount: threadCount)
    return BaselineTask(name: name) {
      var nodes: [Node] = []
      var ends: [Int] = []
      for start in stride(from: 0, to: min(corpus.walkCount, 65_536), by: 512) {
        nodes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        corpus.append(
          walks: start..<min(corpus.walkCount, start + 512), to: &nodes, ends: &ends)
      }
    }
  }

  private static func training() throws -> BaselineTask {
    let drawn = PowerLawGraph(nodeCount: 1 << 12, edgeCount: 32_000, seed: 1)
    let graph = Graph(nodeCount: drawn.nodeCount, edges: drawn.edges)
    var walks = WalkOptions()
    walks.walksPerNode = 2
    walks.walkLength = 80
    let corpus = WalkCorpus(of: graph, options: walks, seed: 1, threadCount: threadCount)
    let trainer = try SkipGramTrainer(options: SkipGramOptions(), seed: 1, threadCount: threadCount)
    return BaselineTask(name: "train on 0.6 M nodes in walks") {
      _ = try trainer.train(on: corpus)
    }
  }

  private static func query(of vectors: Embedding) -> BaselineTask {
    let queries = vectors.components(ofRows: 0..<200)
    return BaselineTask(name: "query 100 k rows 200 times") {
      _ = try ExactSearch(vectors, metric: .cosine, threadCount: threadCount)
        .neighbors(of: queries, count: 10)
    }
  }

  private static func lookUp() throws -> BaselineTask {
    var table = try EmbeddingTable(rowCount: 200_000, dimensions: 128, seed: 1)
    table.threadCount = threadCount
    let bag = try EmbeddingBag(table, mode: .sum)
    var generator = SplitMix64(seed: 1)
    let indices = Indices((0..<1_000_000).map { _ in generator.next(below: 200_000) })
    let bags = try Bags(
      indices, offsets: stride(from: 0, to: 1_000_000, by: 20).map(\.self))
    return BaselineTask(name: "look up 1 M rows in bags of 20") { _ = try bag.lookUp(bags) }
  }
}
