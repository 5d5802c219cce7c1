import CVectorKernels
import EmbeddingTables
import Foundation
import Graphs
import Names
import RandomWalks
import SkipGramTraining
import Testing

/// Whether the processor rounds a product and a sum once, as the kernels' common bytes need it.
#if arch(x86_64)
  private let isMultiplyAddFused = vk_best_instruction_set() != vk_baseline
#else
  private let isMultiplyAddFused = true
#endif

/// Vectors as they always were: whoever names a seed in a paper can train them again.
///
/// A change of these digests breaks that promise, and is no small change. They are what
/// `amble embed --digest` prints, in debug and in release builds. Processors without a fused
/// multiply-add round otherwise and have digests of their own.
@Suite(.enabled(if: isMultiplyAddFused, "needs fused multiply-add"))
struct GoldenVectorTests {
  /// A way to train and the digest of its vectors.
  struct Golden: Sendable, CustomTestStringConvertible {
    let name: String
    var graph = "karate"
    let digest: UInt64
    var change: @Sendable (inout SkipGramOptions) -> Void = { _ in }

    var testDescription: String { "\(name), on \(graph)" }
  }

  static let goldens = [
    Golden(name: "negative sampling", digest: 0xefb9_a352_7162_c6f2),
    Golden(name: "weighted edges", graph: "lesmis", digest: 0x29a3_dc20_ec6e_bc26),
    Golden(name: "full window", digest: 0xb346_809c_6a3f_647f) { $0.reducesWindow = false },
    Golden(name: "three epochs", digest: 0x70ee_5b01_8637_f977) { $0.epochCount = 3 },
    Golden(name: "subsampling", graph: "lesmis", digest: 0xf180_8aad_deff_9fbd) {
      $0.subsampling = 0.01
    },
    Golden(name: "ten negatives", digest: 0x54ba_5852_ba72_15f4) { $0.negativeSampleCount = 10 },
    Golden(name: "constant rate", digest: 0x37b3_5038_17d3_8625) { $0.schedule = .constant },
    Golden(name: "cosine rate", digest: 0x8d1d_9178_7617_7942) { $0.schedule = .cosine },
    Golden(name: "Adagrad", digest: 0x03c2_0421_6fba_4dc0) {
      $0.optimizer = .rowwiseAdagrad
      $0.learningRate = 0.1
    },
    Golden(name: "hierarchical softmax", digest: 0x71b3_ff33_24c7_928e) {
      $0.outputLayer = .hierarchicalSoftmax
    },
    Golden(name: "hierarchical softmax with Adagrad", digest: 0x041d_ea74_975b_58dd) {
      $0.outputLayer = .hierarchicalSoftmax
      $0.optimizer = .rowwiseAdagrad
      $0.learningRate = 0.1
    },
    Golden(name: "CBOW", digest: 0x7d5d_8b35_207b_d235) { $0.model = .continuousBagOfWords },
    Golden(name: "CBOW with Adagrad", digest: 0x92f9_4da3_6f83_7b57) {
      $0.model = .continuousBagOfWords
      $0.optimizer = .rowwiseAdagrad
      $0.learningRate = 0.1
    },
    Golden(name: "CBOW with hierarchical softmax", digest: 0x28f5_506a_339b_b7fd) {
      $0.model = .continuousBagOfWords
      $0.outputLayer = .hierarchicalSoftmax
    },
  ]

  static func digest(
    _ graph: Graph, walksPerNode: Int, walkLength: Int, _ options: SkipGramOptions,
    threadCount: Int
  ) throws -> UInt64 {
    var walks = WalkOptions()
    walks.walksPerNode = walksPerNode
    walks.walkLength = walkLength
    let corpus = WalkCorpus(of: graph, options: walks, seed: 1)
    let vectors = try SkipGramTrainer(options: options, seed: 1, threadCount: threadCount)
      .train(on: corpus).takeVectors()
    return Embedding(names: graph.names, dimensions: options.dimensions, vectors: vectors).digest
  }

  @Test(arguments: goldens, [1, 3])
  func `seed 1 trains the vectors that it always has`(golden: Golden, threadCount: Int) throws {
    var options = SkipGramOptions()
    options.dimensions = 12
    options.windowSize = 5
    golden.change(&options)
    let graph = try Graph(
      contentsOf: KarateTests.folder.appending(path: "\(golden.graph).edges").path)
    let digest = try Self.digest(
      graph, walksPerNode: 4, walkLength: 20, options, threadCount: threadCount)
    #expect(digest == golden.digest, "0x\(String(digest, radix: 16))")
  }

  @Test(arguments: [1, 3])
  func `seed 1 trains the vectors of several blocks as it always has`(threadCount: Int) throws {
    let edges = (0..<Node(1100)).flatMap { [($0, ($0 + 1) % 1100), ($0, ($0 + 37) % 1100)] }
    var options = SkipGramOptions()
    options.dimensions = 4
    options.windowSize = 3
    let digest = try Self.digest(
      Graph(nodeCount: 1100, edges: edges), walksPerNode: 1, walkLength: 10, options,
      threadCount: threadCount)
    #expect(digest == 0x6e25_043f_7964_6b32, "0x\(String(digest, radix: 16))")
  }
}
