internal import Algorithms
internal import Text
internal import Graphs
internal import Parallel
internal import RandomWalks

/// The speed of making walks, by kind of walk and by size of graph.
enum WalkBenchmark: Benchmark {
  static let name = "walk"
  static let usage = """
    [FILE] [--threads N] [--nodes N] [--edges N] [--walks N] [--walk-length N] [--runs N]
         [--seed N] [--scaling yes|no]
      Makes at most --walks walks of each kind on a graph: that of an edge list, or without FILE a
      power-law graph (R-MAT) of --nodes and --edges. With --scaling yes it draws power-law graphs
      of 2^14 to --nodes nodes, and as many edges a node as --edges says.
    """

  /// The parameters of every run.
  private struct Setting {
    let threadCount: Int
    let walkLimit: Int
    let walkLength: Int
    let runCount: Int
    let seed: UInt64
  }

  /// A kind of walk, as a row of the table.
  private struct Kind {
    let title: String
    let options: WalkOptions

    init(_ title: String, _ change: (inout WalkOptions) -> Void = { _ in }) {
      self.title = title
      var options = WalkOptions()
      options.walksPerNode = 10
      change(&options)
      self.options = options
    }

    static func node2vec(p: Double, q: Double, isPlus: Bool = false) -> Kind {
      Kind("node2vec\(isPlus ? "+" : "") p=\(p.shortText) q=\(q.shortText)") {
        $0.strategy = isPlus ? .node2vecPlus : .node2vec
        $0.returnParameter = p
        $0.inOutParameter = q
      }
    }
  }

  static func run(_ words: consuming BenchmarkWords) throws {
    let file = words.takeArgument()
    let nodeCount = try words.take("--nodes", or: 1 << 20)
    let edgeCount = try words.take("--edges", or: 16_000_000)
    let isScaling = try words.take("--scaling", or: "no") == "yes"
    let setting = Setting(
      threadCount: try words.take("--threads", or: processorCount),
      walkLimit: try words.take("--walks", or: 250_000),
      walkLength: try words.take("--walk-length", or: 80),
      runCount: try words.take("--runs", or: 3),
      seed: try words.take("--seed", or: UInt64(1)))
    try words.finish()
    if isScaling {
      return measureScaling(
        to: nodeCount, edgesPerNode: max(1, edgeCount / max(1, nodeCount)), setting)
    }
    let graph =
      try file.map { try EdgeList(contentsOf: $0, threadCount: setting.threadCount).graph }
      ?? powerLawGraph(nodeCount: nodeCount, edgeCount: edgeCount, setting)
    measure(graph, named: file ?? "R-MAT", setting)
  }

  private static func powerLawGraph(nodeCount: Int, edgeCount: Int, _ setting: Setting) -> Graph {
    let drawn = PowerLawGraph(nodeCount: nodeCount, edgeCount: edgeCount, seed: setting.seed)
    return Graph(nodeCount: drawn.nodeCount, edges: drawn.edges)
  }

  /// Measures every kind of walk on one graph.
  private static func measure(_ graph: Graph, named name: String, _ setting: Setting) {
    var kinds = [
      Kind("uniform") { $0.strategy = .uniform },
      .node2vec(p: 0.25, q: 4), .node2vec(p: 4, q: 0.25), .node2vec(p: 1, q: 0.5),
      Kind("restart 0.15") { $0.restartProbability = 0.15 },
    ]
    if graph.isWeighted {
      kinds.insert(Kind("weighted") { $0.strategy = .weighted }, at: 1)
      kinds.append(.node2vec(p: 0.25, q: 4, isPlus: true))
      kinds.append(.node2vec(p: 4, q: 0.25, isPlus: true))
    }
    print(
      "\(name): \(graph.nodeCount) nodes, \(graph.edgeCount) edges, "
        + "\(setting.threadCount) threads, best of \(setting.runCount) runs")
    var table = ResultTable(
      "walk", "set-up s", "M steps", "s", "M steps/s", "M steps/CPU s", "tables MB", "× graph")
    // The first walks of a process meet cold caches and threads that have not started yet.
    _ = measure(kinds[0], on: graph, setting)
    for kind in kinds {
      let result = measure(kind, on: graph, setting)
      let steps = Double(result.stepCount)
      table.append(
        kind.title, result.setUpSeconds.decimals(3), steps.inMillions,
        result.reading.wallSeconds.decimals(3),
        (steps / result.reading.wallSeconds).inMillions,
        (steps / result.reading.processorSeconds).inMillions,
        (Double(result.tableByteCount) / 1e6).decimals(1),
        (1 + Double(result.tableByteCount) / Double(bytes(of: graph))).decimals(2))
    }
    table.print()
  }

  /// Measures how the cost grows with the size of the graph.
  private static func measureScaling(to largest: Int, edgesPerNode: Int, _ setting: Setting) {
    var table = ResultTable(
      "nodes", "M edges", "uniform M steps/CPU s", "p=0.25 q=4", "p=4 q=0.25", "set-up s",
      "bytes/arc")
    var nodeCount = 1 << 14
    while nodeCount <= largest {
      let graph = powerLawGraph(
        nodeCount: nodeCount, edgeCount: edgesPerNode * nodeCount, setting)
      let results = [
        Kind("uniform") { $0.strategy = .uniform }, .node2vec(p: 0.25, q: 4),
        .node2vec(p: 4, q: 0.25),
      ].map { measure($0, on: graph, setting) }
      let rates = results.map { result in
        (Double(result.stepCount) / result.reading.processorSeconds).inMillions
      }
      table.append(
        String(nodeCount), Double(graph.edgeCount).inMillions, rates[0], rates[1], rates[2],
        results[1].setUpSeconds.decimals(3),
        (Double(bytes(of: graph) + results[1].tableByteCount) / Double(graph.arcCount))
          .decimals(2))
      nodeCount *= 4
    }
    print(
      "R-MAT, \(edgesPerNode) edges a node, \(setting.threadCount) threads, best of "
        + "\(setting.runCount) runs; set-up of p=0.25 q=4; bytes of its tables and the graph")
    table.print()
  }

  private struct Result {
    var setUpSeconds: Double
    var stepCount: Int
    var tableByteCount: Int
    var reading: Stopwatch.Reading
  }

  private static func measure(_ kind: Kind, on graph: Graph, _ setting: Setting) -> Result {
    var best: Result?
    for _ in 0..<max(1, setting.runCount) {
      let (corpus, setUp) = Stopwatch.measure {
        var options = kind.options
        options.walkLength = setting.walkLength
        return WalkCorpus(
          of: graph, options: options, seed: setting.seed, threadCount: setting.threadCount)
      }
      let (stepCount, reading) = Stopwatch.measure { steps(of: corpus, setting) }
      if best.map({ reading.processorSeconds < $0.reading.processorSeconds }) ?? true {
        best = Result(
          setUpSeconds: setUp.wallSeconds, stepCount: stepCount,
          tableByteCount: corpus.tableByteCount, reading: reading)
      }
    }
    guard let best else { preconditionFailure("there is at least one run") }
    return best
  }

  /// Makes walks and counts their steps.
  private static func steps(of corpus: WalkCorpus, _ setting: Setting) -> Int {
    let walkCount = min(corpus.walkCount, setting.walkLimit)
    let walksPerCall = 512
    // A thread keeps its buffers, as in training.
    let shareCount = 4 * setting.threadCount
    return concurrentMap(shareCount, threadCount: setting.threadCount) { share in
      var nodes: [Node] = []
      var ends: [Int] = []
      var count = 0
      let all = (0..<walkCount).part(share, of: shareCount)
      for start in stride(from: all.lowerBound, to: all.upperBound, by: walksPerCall) {
        nodes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        let walks = start..<min(all.upperBound, start + walksPerCall)
        corpus.append(walks: walks, to: &nodes, ends: &ends)
        count += nodes.count - walks.count
      }
      return count
    }.reduce(0, +)
  }

  /// The number of bytes of a graph's rows.
  private static func bytes(of graph: Graph) -> Int {
    8 * graph.nodeCount + (graph.isWeighted ? 8 : 4) * graph.arcCount
  }
}
