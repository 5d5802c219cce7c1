internal import RandomWalks

/// One prediction: input rows, target rows, and the targets' labels.
struct Example: Sendable {
  var inputs: [UInt32] = []
  var targets: [UInt32] = []
  /// Bit *k* is the label of target *k*.
  var labels: UInt64 = 0
}

/// Turns positions in walks into the predictions of an objective.
///
/// Rows are numbered through all blocks. The inner nodes of hierarchical softmax use the table of
/// context vectors, from its first row on.
struct ExampleMaker: Sendable {
  private let options: SkipGramOptions
  private let layout: BlockLayout
  private let noise: AliasTable
  private let tree: HuffmanTree?

  /// Prepares the noise distribution or the Huffman tree.
  ///
  /// - Parameter plan: The run, with the objective.
  init(_ plan: TrainingPlan) {
    let options = plan.options
    self.options = options
    layout = plan.layout
    var byRow = [Int](repeating: 0, count: plan.frequencies.count)
    for (node, frequency) in plan.frequencies.enumerated() {
      byRow[layout.row(of: UInt32(node))] = frequency
    }
    let usesTree = options.outputLayer == .hierarchicalSoftmax
    // Nodes in no walk count as one, so that they do not make a long branch of zeros.
    tree = usesTree ? HuffmanTree(frequencies: byRow.map { max(1, $0) }) : nil
    noise = AliasTable(
      weights: usesTree
        ? [] : byRow.map { NegativeSampler.power($0, options.negativeExponent) })
  }

  /// Calls a body with each example of a center and its contexts.
  ///
  /// - Parameters:
  ///   - addresses: The nodes of walks.
  ///   - center: The position of the center.
  ///   - contexts: The positions around it, including its own.
  ///   - example: Memory to reuse for examples.
  ///   - generator: The source of negative samples.
  ///   - body: Trains or stores an example.
  @inline(__always)
  func forEachExample(
    _ addresses: Span<BlockLayout.Address>, center: Int, contexts: Range<Int>,
    _ example: inout Example, using generator: inout SplitMix64, _ body: (Example) -> Void
  ) {
    example.inputs.removeAll(keepingCapacity: true)
    switch options.model {
    case .skipGram:
      example.inputs.append(layout.row(at: addresses[center]))
      for context in contexts where context != center {
        aim(&example, at: layout.row(at: addresses[context]), using: &generator)
        body(example)
      }
    case .continuousBagOfWords:
      for context in contexts where context != center {
        example.inputs.append(layout.row(at: addresses[context]))
      }
      if example.inputs.isEmpty { return }
      aim(&example, at: layout.row(at: addresses[center]), using: &generator)
      body(example)
    }
  }

  /// Sets the targets of an example whose true target is a row.
  private func aim(_ example: inout Example, at row: UInt32, using generator: inout SplitMix64) {
    example.targets.removeAll(keepingCapacity: true)
    if let tree {
      let way = tree.way(to: Int(row))
      example.targets.append(contentsOf: way.innerNodes)
      example.labels = way.code
      return
    }
    example.targets.append(row)
    example.labels = 1
    for _ in 0..<options.negativeSampleCount {
      let sample = UInt32(noise.draw(count: layout.nodeCount, using: &generator))
      if sample != row { example.targets.append(sample) }
    }
  }
}
