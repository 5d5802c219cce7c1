internal import Text
internal import Files
internal import Graphs
internal import Parallel
internal import SystemLibrary

/// The speed of reading an edge list into a graph.
enum LoadBenchmark: Benchmark {
  static let name = "load"
  static let usage = """
    [FILE] [--threads N] [--nodes N] [--edges N] [--runs N] [--seed N] [--keep FILE]
      Reads an edge list with 1 and with N threads. Without FILE it draws a power-law graph
      (R-MAT) of --nodes and --edges and writes it to a temporary file, or to --keep FILE.
    """

  static func run(_ words: consuming BenchmarkWords) throws {
    let file = words.takeArgument()
    let threadCount = try words.take("--threads", or: processorCount)
    let nodeCount = try words.take("--nodes", or: 1 << 20)
    let edgeCount = try words.take("--edges", or: 16_000_000)
    let runCount = try words.take("--runs", or: 3)
    let seed = try words.take("--seed", or: UInt64(1))
    let kept = try words.take("--keep", or: "")
    try words.finish()
    guard let file else {
      let path = kept.isEmpty ? "\(temporaryFolder)/amble-benchmark-\(getpid()).edges" : kept
      defer { if kept.isEmpty { _ = unsafe unlink(path) } }
      try write(nodeCount: nodeCount, edgeCount: edgeCount, seed: seed, to: path)
      return try measure(path, threadCount: threadCount, runCount: runCount)
    }
    try measure(file, threadCount: threadCount, runCount: runCount)
  }

  private static func write(nodeCount: Int, edgeCount: Int, seed: UInt64, to path: String) throws {
    print("drawing \(edgeCount) edges between \(nodeCount) nodes, seed \(seed)")
    var output = try OutputFile(path)
    try output.write(PowerLawGraph(nodeCount: nodeCount, edgeCount: edgeCount, seed: seed).text)
    try output.commit()
  }

  private static func measure(_ path: String, threadCount: Int, runCount: Int) throws {
    let byteCount = Double(try InputFile.read(path).count)
    var table = ResultTable("threads", "s", "CPU s", "M edges/s", "MB/s", "peak MB", "× graph")
    var size = ""
    for threads in threadCount > 1 ? [1, threadCount] : [1] {
      var best: Stopwatch.Reading?
      var lineCount = 0
      var graphBytes = 0
      for _ in 0..<max(1, runCount) {
        let (list, reading) = try Stopwatch.measure {
          try EdgeList(contentsOf: path, threadCount: threads)
        }
        lineCount = list.summary.edgeLineCount
        let graph = list.graph
        graphBytes = 8 * graph.nodeCount + (graph.isWeighted ? 8 : 4) * graph.arcCount
        size = "\(graph.nodeCount) nodes, \(graph.edgeCount) edges, \(lineCount) lines"
        if best.map({ reading.wallSeconds < $0.wallSeconds }) ?? true { best = reading }
      }
      guard let best else { return }
      table.append(
        String(threads), best.wallSeconds.decimals(3),
        best.processorSeconds.decimals(3),
        (Double(lineCount) / best.wallSeconds).inMillions,
        (byteCount / best.wallSeconds / 1e6).decimals(0),
        (Double(best.peakBytes) / 1e6).decimals(0),
        (Double(best.peakBytes) / Double(max(1, graphBytes))).decimals(2))
    }
    print("\(path): \(size), \(Int(byteCount)) bytes decompressed, best of \(runCount) runs")
    table.print()
  }
}
