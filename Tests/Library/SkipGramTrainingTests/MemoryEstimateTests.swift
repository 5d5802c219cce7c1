import Graphs
import RandomWalks
import SkipGramTraining
import Testing

@Suite struct MemoryEstimateTests {
  @Test func `the estimate is the sum of its parts, worked out by hand`() throws {
    // A ring of 1,000 nodes: 2,000 arcs; 10 walks of 80 nodes each.
    let graph = Graph(nodeCount: 1000, edges: (0..<1000).map { ($0, ($0 + 1) % 1000) })
    var options = SkipGramOptions()
    options.dimensions = 100
    var walks = WalkOptions()
    walks.walksPerNode = 10
    let corpus = WalkCorpus(of: graph, options: walks, seed: 1)
    let estimate = try SkipGramTrainer(options: options, seed: 1, threadCount: 1)
      .memoryEstimate(for: corpus)
    #expect(estimate.tables == 2 * 1000 * 112 * 4)
    #expect(estimate.graph == 1001 * 8 + 2000 * 4)
    // Sixty episodes of 13,333 nodes, each with 11 pairs and an eighth to spare; the walks once
    // more, likewise; the sorted centers of one block of one; and 4 chunks with a count each.
    #expect(
      estimate.episode
        == 13_333 * (4 + 11 * 4) * 9 / 8 + 13_333 * 16 * 9 / 8 + 13_333 * 12 + 4 * 8)
    #expect(
      estimate.total
        == estimate.tables + estimate.graph + estimate.episode + estimate.nodes + estimate.threads)
    options.optimizer = .rowwiseAdagrad
    let adagrad = try SkipGramTrainer(options: options, seed: 1, threadCount: 1)
      .memoryEstimate(for: corpus)
    #expect(adagrad.tables == estimate.tables + 8000)
  }

  @Test func `many threads count the nodes at the peak only if the tables are small`() throws {
    let graph = Graph(nodeCount: 1000, edges: (0..<1000).map { ($0, ($0 + 1) % 1000) })
    let corpus = WalkCorpus(of: graph, options: WalkOptions(), seed: 1)
    var options = SkipGramOptions()
    options.dimensions = 16
    options.epochCount = 1
    let trainer = try SkipGramTrainer(options: options, seed: 1, threadCount: 1000)
    let estimate = try trainer.memoryEstimate(for: corpus)
    #expect(estimate.counts == 8 * 1000 * 1000)
    #expect(
      estimate.total
        == estimate.graph + estimate.nodes + estimate.threads
        + max(estimate.counts, estimate.tables + estimate.episode))
  }
}
