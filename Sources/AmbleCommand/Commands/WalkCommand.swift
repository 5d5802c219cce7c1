internal import Files
internal import Graphs
internal import Names
internal import ParallelLoops
internal import RandomWalks

/// Writes random walks.
struct WalkCommand: Subcommand {
  var input = GraphInput()
  var walks = WalkOptions()
  var run = RunOptions()
  var output = "-"

  static let name = "walk"
  static let summary = "Writes random walks on a graph, one a line."
  static let discussion = """
    A walk is a function of the seed, its first node and its repetition: the same walks come for \
    every number of threads. A walk ends early at a node that no edge leaves.
    """
  static var arguments: [Argument<WalkCommand>] { [.edges(to: \.input.path)] }
  static var options: [OptionSection<WalkCommand>] {
    [
      OptionSection(
        "Options",
        [.value("--output", "-o", to: \.output, "Where to write the walks.", valueName: "FILE")]),
      OptionSection("Walks", of: \.walks, WalkOptions.commandLine),
      OptionSection("Reading the graph", of: \.input, GraphInput.commandLine),
      OptionSection("Run", of: \.run, RunOptions.commandLine),
    ]
  }
  static let examples = [
    "walk graphs/lesmis.edges --walks-per-node 10 --walk-length 80 > walks.txt",
    "walk graphs/karate.edges --p 0.25 --q 4 --seed 7 | head",
  ]

  func run(on console: Console) throws {
    try walks.validate()
    try run.validate()
    var file = try OutputFile(output, standardOutput: console.output)
    let edgeList = try input.read(threadCount: run.threadCount)
    if !run.isQuiet {
      console.note("graph     \(input.text(of: edgeList))")
      console.note("walks     \(walks.text)")
      console.note("seed      \(run.seed)")
    }
    let corpus = WalkCorpus(
      of: edgeList.graph, options: walks, seed: run.seed, threadCount: run.threadCount)
    var progress = ProgressLine(on: console, isQuiet: run.isQuiet)
    let batchSize = max(1, min(4096, 1 << 20 / walks.walkLength)) * run.threadCount
    for start in stride(from: 0, to: corpus.walkCount, by: batchSize) {
      let batch = start..<min(corpus.walkCount, start + batchSize)
      for lines in corpus.lines(of: batch, threadCount: run.threadCount) { try file.write(lines) }
      progress.update(Double(batch.upperBound) / Double(corpus.walkCount)) { seconds in
        "\((Double(batch.upperBound) / seconds).countText) walks/s"
      }
    }
    try file.commit()
  }
}

extension WalkCorpus {
  /// The text of consecutive walks: a line a walk, nodes by name with a blank between.
  fileprivate func lines(of walks: Range<Int>, threadCount: Int) -> [[UInt8]] {
    let names = graph.names
    return concurrentMap(threadCount, threadCount: threadCount) { part in
      let start = walks.lowerBound + walks.count * part / threadCount
      let end = walks.lowerBound + walks.count * (part + 1) / threadCount
      var text: [UInt8] = []
      var nodes: [Node] = []
      for walk in start..<end {
        nodes.removeAll(keepingCapacity: true)
        append(walk: walk, to: &nodes)
        for (index, node) in nodes.enumerated() {
          if index > 0 { text.append(UInt8(ascii: " ")) }
          names.append(Int(node), to: &text)
        }
        text.append(UInt8(ascii: "\n"))
      }
      return text
    }
  }
}
