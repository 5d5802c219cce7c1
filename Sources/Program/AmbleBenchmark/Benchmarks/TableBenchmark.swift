internal import EmbeddingTables
internal import Parallel
internal import RandomNumbers

/// The speed of look-ups, pooling and optimizer steps on a large table, compared with PyTorch.
enum TableBenchmark: Benchmark {
  static let name = "table"
  static let usage = """
    [--rows N] [--dimensions N] [--indices N] [--bag N] [--threads N] [--runs N] [--seed N]
    [--torch PYTHON]
      Looks up random rows of a table, sums them in bags of --bag rows and steps them by a gradient
      that is not coalesced. With --torch, a Python that has PyTorch does the same in turn:
      amble-benchmark table --torch python3
    """

  static func run(_ words: consuming BenchmarkWords) throws {
    let rowCount = try words.take("--rows", or: 1_000_000)
    let dimensions = try words.take("--dimensions", or: 128)
    let indexCount = try words.take("--indices", or: 1_000_000)
    let bagSize = max(1, try words.take("--bag", or: 20))
    let threadCount = max(1, try words.take("--threads", or: processorCount))
    let runCount = max(1, try words.take("--runs", or: 5))
    let seed = try words.take("--seed", or: UInt64(1))
    let python = try words.take("--torch", or: "")
    try words.finish()
    var table = try EmbeddingTable(rowCount: rowCount, dimensions: dimensions, seed: seed)
    table.threadCount = threadCount
    var generator = SplitMix64(seed: seed)
    let indices = Indices((0..<indexCount).map { _ in generator.next(below: max(1, rowCount)) })
    let bags = try Bags(
      indices, offsets: stride(from: 0, to: indexCount, by: bagSize).map(\.self))
    let peer = try BenchmarkPeer(
      python: python, script: "table_torch.py",
      arguments: [rowCount, dimensions, indexCount, bagSize, threadCount, Int(clamping: seed)])
    print(
      "\(rowCount) rows of \(dimensions), \(indexCount) random indices, bags of \(bagSize), "
        + "\(threadCount) threads, \(runCount) turns; the peer is \(peer.name)")
    var results = PairedTimes(turnCount: runCount)
    try results.measure("look-up, new output", beside: peer) { _ = try table.lookUp(indices) }
    var output = try table.lookUp(indices)
    try results.measure("look-up, output reused", beside: peer) {
      try table.lookUp(indices, into: &output)
    }
    let bag = try EmbeddingBag(EmbeddingTable(fromPretrained: table), mode: .sum)
    try results.measure("bag sum", beside: peer) { _ = try bag.lookUp(bags) }
    let gradient = try table.sparseGradient(of: indices, from: output)
    try results.measure("coalesce", beside: peer) {
      _ = try gradient.coalesced(threadCount: threadCount)
    }
    let descent = try StochasticGradientDescent(learningRate: 0.1)
    try results.measure("SGD step", beside: peer) { try descent.step(&table, with: gradient) }
    var adagrad = try Adagrad(for: table)
    try results.measure("Adagrad step", beside: peer) { try adagrad.step(&table, with: gradient) }
    var adam = try SparseAdam(for: table)
    try results.measure("SparseAdam step", beside: peer) { try adam.step(&table, with: gradient) }
    results.print()
  }
}
