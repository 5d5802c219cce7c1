internal import Algorithms
internal import CVectorKernels
internal import Graphs
internal import Parallel
internal import RandomWalks

/// Predictions that are never trained on, for measuring the loss.
///
/// They come from walks that are not in the corpus: one more repetition from some nodes. Walks that
/// were read cannot be made again, so that the loss of some of them is measured instead.
struct HeldOutSample: Sendable {
  /// The predictions, in the order of the walks.
  private(set) var examples: [Example] = []

  /// Draws the sample: about 4,096 predictions, or fewer if some hundred walks do not make as many.
  init(of corpus: any Corpus, _ plan: TrainingPlan, maker: ExampleMaker) {
    let window = plan.window
    let walkCount = min(corpus.sampleWalkLimit, 256)
    let expectedCount = Double(walkCount) * Double(corpus.walkLength * window.pairsPerToken)
    let share = min(1, 4096 / max(1, expectedCount))
    var example = Example()
    var nodes: [UInt32] = []
    for walk in 0..<walkCount {
      nodes.removeAll(keepingCapacity: true)
      corpus.append(sampleWalk: walk, of: walkCount, to: &nodes)
      var generator = SplitMix64(
        seed: corpus.seed, purpose: .negatives, UInt64.max, UInt64(walk))
      var addresses: [BlockLayout.Address] = []
      for node in nodes where window.keeps(node, using: &generator) {
        addresses.append(plan.layout.addresses[Int(node)])
      }
      for center in addresses.indices {
        let reach = window.reach(using: &generator)
        let contexts = max(0, center - reach)..<min(addresses.count, center + reach + 1)
        let isTaken = generator.nextUnit() < share
        maker.forEachExample(
          addresses.span, center: center, contexts: contexts, &example, using: &generator
        ) { if isTaken { examples.append($0) } }
      }
    }
  }

  /// The mean loss of a prediction, or nil if the walks make none.
  ///
  /// - Parameters:
  ///   - tables: The vectors.
  ///   - threadCount: The maximum number of threads; it does not change the loss.
  /// - Returns: The mean; it is summed in a fixed number of parts.
  func loss(_ tables: borrowing BlockTables, threadCount: Int) -> Double? {
    guard !examples.isEmpty else { return nil }
    let partCount = 16
    let sums = concurrentMap(partCount, threadCount: threadCount) { part in
      sum(of: examples.indices.part(part, of: partCount), tables)
    }
    return sums.reduce(0, +) / Double(examples.count)
  }

  /// The sum of the losses of some predictions.
  private func sum(of range: Range<Int>, _ tables: borrowing BlockTables) -> Double {
    let all = 0..<tables.layout.nodeCount
    let instructions = vk_best_instruction_set()
    return unsafe tables.withTables(centers: all, contexts: all) { tables in
      examples[range].reduce(0.0) { sum, example in
        // SAFETY: rows come from the layout and lie in the tables, which no thread changes now.
        unsafe sum
          + vk_example_loss(
            instructions, tables, example.inputs, example.inputs.count, example.targets,
            example.targets.count, example.labels)
      }
    }
  }
}
