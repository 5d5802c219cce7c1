internal import Algorithms
internal import Text
internal import Files
internal import Graphs
internal import Names
internal import Parallel
internal import RandomWalks

/// Writes random walks.
struct WalkCommand: Subcommand {
  var input = GraphInput()
  var walks = WalkInput()
  var run = RunOptions()
  var output = "-"
  /// A node and a repetition, or empty for all walks.
  var only = ""

  static let name = "walk"
  static let summary = "Writes random walks on a graph, one a line."
  static let discussion = """
    A walk is a function of the seed, its first node and its repetition: the same walks come for \
    every number of threads. A walk ends early at a node that no edge leaves. Between the nodes of \
    a walk is a blank, or a tab where names have blanks.
    """
  static var arguments: [Argument<WalkCommand>] { [.edges(to: \.input.path)] }
  static var options: [OptionSection<WalkCommand>] {
    [
      OptionSection(
        "Options",
        [
          .value(
            "--output", "-o", to: \.output, "Where to write the walks.", valueName: "FILE",
            file: .writes),
          .value(
            "--only", to: \.only,
            "Make one walk: the one that starts at NODE for the REPETITION-th time, from 0 on.",
            valueName: "NODE:REPETITION"),
        ]),
      OptionSection("Walks", of: \.walks, WalkInput.commandLine),
      OptionSection("Reading the graph", of: \.input, GraphInput.commandLine),
      OptionSection("Run", of: \.run, RunOptions.commandLine),
    ]
  }
  static let examples = [
    "walk graphs/lesmis.edges --walks-per-node 10 --walk-length 80 > walks.txt",
    "walk graphs/karate.edges --p 0.25 --q 4 --seed 7 | head",
    "walk graphs/lesmis.edges --q 0.5 --only Valjean:3",
    "walk graphs/lesmis.edges --strategy node2vec+ --q 0.5 --gamma 1",
    "walk graphs/davis.edges --node-types graphs/davis.nodes.tsv --metapath woman,event",
    "walk messages.csv --strategy temporal --columns source,target,time --directed",
  ]

  func run(on console: Console) throws {
    try walks.validate(with: input)
    try run.validate()
    var file = try OutputFile(output, standardOutput: console.output)
    let (edgeList, walk) = try walks.prepare(on: input, threadCount: run.threadCount)
    if !run.isQuiet {
      console.note("graph     \(input.text(of: edgeList))")
      console.note("walks     \(walks.options.text(on: edgeList.graph))")
      console.note("seed      \(run.seed)")
    }
    let corpus = WalkCorpus(
      walk, walksPerNode: walks.options.budget(on: walk.graph).walksPerNode,
      walkLength: walks.options.walkLength, seed: run.seed)
    let separator = UInt8(ascii: corpus.graph.names.haveBlanks ? "\t" : " ")
    if only.isEmpty {
      try write(corpus, separator: separator, to: &file, on: console)
    } else {
      let (node, repetition) = try address(in: corpus)
      var nodes: [Node] = []
      corpus.append(walkFrom: node, repetition: repetition, to: &nodes)
      try file.write(corpus.graph.names.line(of: nodes[...], separator: separator))
    }
    try file.commit()
  }

  /// The walk selected by `--only`.
  private func address(in corpus: WalkCorpus) throws(UsageError) -> (Node, Int) {
    guard let colon = only.lastIndex(of: ":"),
      let repetition = Int(only[only.index(after: colon)...]), repetition >= 0
    else {
      throw UsageError(
        "--only must be a node and a repetition, such as Valjean:0, not "
          + "\(Excerpt.quoted(only.utf8))"
      )
    }
    let name = String(only[..<colon])
    guard let node = corpus.graph.names.index(of: name) else {
      throw UsageError(
        "--only names the node \(Excerpt.quoted(name.utf8)), which the graph lacks"
          + corpus.graph.names.hint(for: name))
    }
    return (Node(node), repetition)
  }

  private func write(
    _ corpus: WalkCorpus, separator: UInt8, to file: inout OutputFile, on console: Console
  ) throws {
    var progress = ProgressLine(on: console, isQuiet: run.isQuiet)
    let batchSize = max(1, min(4096, 1 << 20 / corpus.walkLength)) * run.threadCount
    for start in stride(from: 0, to: corpus.walkCount, by: batchSize) {
      let batch = start..<min(corpus.walkCount, start + batchSize)
      let lines = corpus.lines(of: batch, separator: separator, threadCount: run.threadCount)
      for text in lines { try file.write(text) }
      progress.update(Double(batch.upperBound) / Double(corpus.walkCount)) { seconds in
        "\((Double(batch.upperBound) / seconds).countText) walks/s"
      }
    }
  }
}

extension WalkCorpus {
  /// The text of consecutive walks: one per line, as names of nodes with a separator between them.
  fileprivate func lines(
    of walks: Range<Int>, separator: UInt8, threadCount: Int
  ) -> [[UInt8]] {
    concurrentMap(threadCount, threadCount: threadCount) { part in
      var nodes: [Node] = []
      var ends: [Int] = []
      append(walks: walks.part(part, of: threadCount), to: &nodes, ends: &ends)
      var text: [UInt8] = []
      var first = 0
      for end in ends {
        text += graph.names.line(of: nodes[first..<end], separator: separator)
        first = end
      }
      return text
    }
  }
}

extension NameList {
  /// Whether a name contains a blank.
  fileprivate var haveBlanks: Bool {
    var name: [UInt8] = []
    for index in 0..<count {
      name.removeAll(keepingCapacity: true)
      append(index, to: &name)
      if name.contains(UInt8(ascii: " ")) { return true }
    }
    return false
  }

  /// The line of a walk: names of nodes with a separator between them, and a line break.
  fileprivate func line(of walk: ArraySlice<Node>, separator: UInt8) -> [UInt8] {
    var text: [UInt8] = []
    for node in walk {
      if !text.isEmpty { text.append(separator) }
      append(Int(node), to: &text)
    }
    text.append(UInt8(ascii: "\n"))
    return text
  }
}
