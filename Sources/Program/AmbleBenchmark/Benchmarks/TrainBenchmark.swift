internal import Text
internal import CPeak
internal import Files
internal import Graphs
internal import Parallel
internal import RandomWalks
internal import SkipGramTraining
internal import SystemLibrary

/// The speed of training, compared with gensim and a window-batched reference on BLAS.
enum TrainBenchmark: Benchmark {
  static let name = "train"
  static let usage = """
    [FILE] [--threads N] [--nodes N] [--edges N] [--walks-per-node N] [--dimensions N] [--window N]
    [--negatives N] [--runs N] [--seed N] [--reference yes|no] [--gensim PYTHON]
      Trains on walks of 80 nodes: those of an edge list's graph, or without FILE those of a
      power-law graph (R-MAT) of --nodes and --edges. Beside it the same walks are trained a window at
      a time with BLAS, and with --gensim by a Python that has gensim:
      amble-benchmark train edges.txt --gensim python3
    """

  /// The parameters given to every trainer.
  private struct Setting {
    let threadCount: Int
    let runCount: Int
    let seed: UInt64
    let options: SkipGramOptions
  }

  static func run(_ words: consuming BenchmarkWords) throws {
    let file = words.takeArgument()
    let nodeCount = try words.take("--nodes", or: 1 << 20)
    let edgeCount = try words.take("--edges", or: 16_000_000)
    var walks = WalkOptions()
    walks.walksPerNode = max(1, try words.take("--walks-per-node", or: 10))
    walks.walkLength = 80
    var options = SkipGramOptions()
    options.dimensions = try words.take("--dimensions", or: options.dimensions)
    options.windowSize = try words.take("--window", or: options.windowSize)
    options.negativeSampleCount = try words.take("--negatives", or: options.negativeSampleCount)
    let setting = Setting(
      threadCount: max(1, try words.take("--threads", or: processorCount)),
      runCount: max(1, try words.take("--runs", or: 1)),
      seed: try words.take("--seed", or: UInt64(1)), options: options)
    let hasReference = try words.take("--reference", or: "yes") == "yes"
    let python = try words.take("--gensim", or: "")
    try words.finish()
    try options.validate()
    let graph: Graph
    if let file {
      graph = try EdgeList(contentsOf: file, threadCount: setting.threadCount).graph
    } else {
      let drawn = PowerLawGraph(nodeCount: nodeCount, edgeCount: edgeCount, seed: setting.seed)
      graph = Graph(nodeCount: drawn.nodeCount, edges: drawn.edges)
    }
    let corpus = WalkCorpus(of: graph, options: walks, seed: setting.seed)
    try measure(corpus, setting, hasReference: hasReference, python: python)
  }

  private static func measure(
    _ corpus: WalkCorpus, _ setting: Setting, hasReference: Bool, python: String
  ) throws {
    let options = setting.options
    let frequencies = try corpus.nodeFrequencies(threadCount: setting.threadCount)
    let tokens = Double(frequencies.reduce(0, +))
    let pairs = tokens * pairsPerToken(walkLength: corpus.walkLength, window: options.windowSize)
    // The scores, and the changes of both rows, for the true node and each negative: one product
    // and one sum per component.
    let operations =
      pairs * Double(6 * options.dimensions * (options.negativeSampleCount + 1))
    let peak = peakRate()
    let estimate = try SkipGramTrainer(
      options: options, seed: setting.seed, threadCount: setting.threadCount
    ).memoryEstimate(for: corpus)
    print(
      "\(corpus.graph.nodeCount) nodes, \(corpus.graph.edgeCount) edges; "
        + "\(tokens.inMillions) M nodes in walks, \(pairs.inMillions) M pairs; "
        + "\(options.dimensions) dimensions, window \(options.windowSize), "
        + "\(options.negativeSampleCount) negatives; best of \(setting.runCount) runs")
    print(
      "peak of a core: \((peak / 1e9).decimals(1)) GFLOP/s; memory as computed before: "
        + "\((Double(estimate.total) / 1e6).decimals(0)) MB")
    var table = ResultTable(
      "trainer", "s", "CPU s", "k nodes/s", "k nodes/CPU s", "ns/pair", "% of peak", "peak MB")
    func append(_ title: String, _ time: Stopwatch.Reading, memory: Bool = true) {
      table.append(
        title, time.wallSeconds.decimals(2),
        time.processorSeconds.decimals(2),
        (tokens / time.wallSeconds / 1e3).decimals(0),
        (tokens / time.processorSeconds / 1e3).decimals(0),
        (time.processorSeconds / pairs * 1e9).decimals(1),
        (100 * operations / time.processorSeconds / peak).decimals(0),
        memory ? (Double(time.peakBytes) / 1e6).decimals(0) : "-")
    }
    for threads in setting.threadCount > 1 ? [1, setting.threadCount] : [1] {
      let trainer = try SkipGramTrainer(options: options, seed: setting.seed, threadCount: threads)
      let time = try best(of: setting.runCount) { _ = try trainer.train(on: corpus) }
      append("Amble, walks included, \(threads) thread\(threads == 1 ? "" : "s")", time)
    }
    if hasReference {
      let walks = StoredWalks(of: corpus)
      let time = best(of: setting.runCount) {
        trainReference(on: walks, frequencies: frequencies, setting)
      }
      append("a window at a time with BLAS, 1 thread", time)
    }
    if !python.isEmpty {
      let (title, time) = try gensim(python, corpus, setting)
      append(title, time, memory: false)
    }
    table.print()
  }

  /// The fastest of some runs, by CPU time.
  private static func best(
    of runCount: Int, _ work: () throws -> Void
  ) rethrows -> Stopwatch.Reading {
    var best = try Stopwatch.measure(work).1
    for _ in 1..<runCount {
      let reading = try Stopwatch.measure(work).1
      if reading.processorSeconds < best.processorSeconds { best = reading }
    }
    return best
  }

  /// The mean number of pairs of a node whose window is drawn from 1 to the full size.
  private static func pairsPerToken(walkLength: Int, window: Int) -> Double {
    var pairs = 0
    for place in 0..<walkLength {
      for reach in 1...window { pairs += min(reach, place) + min(reach, walkLength - 1 - place) }
    }
    return Double(pairs) / Double(window * walkLength)
  }

  /// The peak rate of a core, in floating-point operations per second.
  private static func peakRate() -> Double {
    var best = 0.0
    for _ in 0..<5 {
      var sum: Float = 0
      // SAFETY: the number outlives the call.
      let (operations, time) = Stopwatch.measure { unsafe pk_multiply_add(10_000_000, &sum) }
      best = max(best, operations / time.processorSeconds)
    }
    return best
  }

  private static func trainReference(
    on walks: StoredWalks, frequencies: [Int], _ setting: Setting
  ) {
    let options = setting.options
    var trainer = WindowBatchedSkipGram(
      frequencies: frequencies, dimensions: options.dimensions, windowSize: options.windowSize,
      negativeCount: options.negativeSampleCount, seed: setting.seed)
    var start = 0
    for end in walks.ends {
      let done = Double(start) / Double(walks.nodes.count)
      trainer.train(on: walks.nodes[start..<end], rate: Float(options.learningRate * (1 - done)))
      start = end
    }
  }

  private static func gensim(
    _ python: String, _ corpus: WalkCorpus, _ setting: Setting
  ) throws -> (String, Stopwatch.Reading) {
    let path = "\(temporaryFolder)/amble-benchmark-\(getpid()).walks"
    defer { _ = unsafe unlink(path) }
    var output = try OutputFile(path)
    try output.write(StoredWalks(of: corpus).text)
    try output.commit()
    let options = setting.options
    let peer = try BenchmarkPeer(
      python: python, script: "train_gensim.py",
      arguments: [
        path, options.dimensions, options.windowSize, options.negativeSampleCount,
        setting.threadCount, Int(clamping: setting.seed),
      ])
    guard let time = try peer.reading(of: "train") else {
      preconditionFailure("a peer that was started answers")
    }
    return (
      "\(peer.name), \(setting.threadCount) threads",
      Stopwatch.Reading(
        wallSeconds: time.wallSeconds, processorSeconds: time.processorSeconds, peakBytes: 0)
    )
  }
}

/// All walks of a corpus, one after another.
private struct StoredWalks {
  private(set) var nodes: [Node] = []
  private(set) var ends: [Int] = []

  init(of corpus: WalkCorpus) {
    corpus.append(walks: 0..<corpus.walkCount, to: &nodes, ends: &ends)
  }

  /// One walk per line.
  var text: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(8 * nodes.count)
    var start = 0
    for end in ends {
      text.append(contentsOf: nodes[start..<end].map(\.description).joined(separator: " ").utf8)
      text.append(UInt8(ascii: "\n"))
      start = end
    }
    return text
  }
}
