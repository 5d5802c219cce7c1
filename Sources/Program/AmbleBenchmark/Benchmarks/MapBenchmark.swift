internal import Text
internal import EmbeddingTables
internal import Graphs
internal import NodeMaps
internal import Parallel
internal import RandomNumbers

/// The cost of a large map: its time, and the size of its file.
enum MapBenchmark: Benchmark {
  static let name = "map"
  static let usage = """
    [--nodes N] [--edges N] [--dimensions N] [--groups N] [--threads N] [--seed N]
      Draws a graph of --groups groups, nine of ten edges within one, in each kind of file, colored
      by label, and once by communities that are found.
    """

  static func run(_ words: consuming BenchmarkWords) throws {
    let nodeCount = max(2, try words.take("--nodes", or: 100_000))
    let edgeCount = max(1, try words.take("--edges", or: 500_000))
    let dimensions = max(2, try words.take("--dimensions", or: 64))
    let groupCount = min(nodeCount, max(1, try words.take("--groups", or: 20)))
    let threadCount = max(1, try words.take("--threads", or: processorCount))
    let seed = try words.take("--seed", or: UInt64(1))
    try words.finish()
    let embedding = try SampleVectors.groups(
      groupCount, rowCount: nodeCount, dimensions: dimensions, seed: seed)
    let graph = graph(
      nodeCount: nodeCount, edgeCount: edgeCount, groupCount: groupCount, seed: seed)
    let labels = NodeLabels(
      (0..<nodeCount).map { [NodeLabels.Label($0 % groupCount)] },
      labelNames: (0..<groupCount).map { "group \($0 + 1)" })
    print(
      "\(graph.nodeCount) nodes, \(graph.edgeCount) edges, \(dimensions) dimensions, "
        + "\(threadCount) threads")
    var table = ResultTable("file", "colors", "s", "CPU s", "MB", "peak MB")
    func draw(_ format: MapFormat, _ coloring: MapOptions.Coloring, _ name: String) throws {
      var options = MapOptions()
      options.coloring = coloring
      options.threadCount = threadCount
      let (bytes, time) = try Stopwatch.measure {
        try NodeMap(embedding, graph: graph, labels: labels, options: options).draw(as: format)
      }
      table.append(
        format.rawValue, name, time.wallSeconds.decimals(1),
        time.processorSeconds.decimals(1),
        (Double(bytes.count) / 1e6).decimals(1), "\(time.peakBytes / 1_000_000)")
    }
    for format in MapFormat.allCases { try draw(format, .label, "labels") }
    try draw(.svg, .community, "communities")
    table.print()
  }

  /// Random edges, nine in ten within a group: between nodes whose numbers differ by a multiple of
  /// the number of groups.
  private static func graph(
    nodeCount: Int, edgeCount: Int, groupCount: Int, seed: UInt64
  ) -> Graph {
    var random = SplitMix64(seed: seed)
    var edges: Set<UInt64> = []
    // A small graph may not have so many different edges.
    for _ in 0..<edgeCount * 2 where edges.count < edgeCount {
      let source = Int.random(in: 0..<nodeCount, using: &random)
      var target = Int.random(in: 0..<nodeCount, using: &random)
      if Int.random(in: 0..<10, using: &random) > 0 {
        target += source % groupCount - target % groupCount
      }
      guard target != source, target < nodeCount else { continue }
      edges.insert(UInt64(min(source, target)) << 32 | UInt64(max(source, target)))
    }
    return Graph(
      nodeCount: nodeCount,
      edges: edges.sorted().map { (Node($0 >> 32), Node($0 & 0xffff_ffff)) })
  }
}
