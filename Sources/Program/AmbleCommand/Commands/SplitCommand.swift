internal import Text
internal import Evaluation
internal import Files
internal import Graphs
internal import Names

/// Writes the parts of a split to files.
struct SplitCommand: Subcommand {
  var input = GraphInput()
  var split = EdgeSplitOptions()
  var run = RunOptions()
  var prefix = ""
  private var words: [String] = []

  static let name = "split"
  static let summary = "Cuts a graph into files to learn from and to test on."
  static let discussion = """
    Writes PREFIX.residual.tsv, the graph to embed, with its weights; PREFIX.test.edges.tsv and \
    PREFIX.test.others.tsv, the edges to be found and as many pairs without an edge; the same for \
    train, what a classifier may learn from, and for validation where there is any. Two names a \
    line with a tab between. The same options and seed give the split of 'amble link-prediction'.
    """
  static var arguments: [Argument<SplitCommand>] { [.edges(to: \.input.path)] }
  static var options: [OptionSection<SplitCommand>] {
    [
      OptionSection(
        "Output",
        [
          .value(
            "--output", "-o", to: \.prefix, "What the names of the files begin with.",
            valueName: "PREFIX", file: .writes { Self.paths(startingWith: $1) }),
          .value(
            "--training-edges", to: \.split.largestTrainingCount,
            "The largest number of edges for a classifier; without it, all.",
            property: "largestTrainingCount"),
        ]),
      OptionSection("Split", of: \.split, EdgeSplitOptions.commandLine),
      OptionSection("Reading the graph", of: \.input, GraphInput.commandLine),
      OptionSection("Run", of: \.run, RunOptions.commandLine),
    ]
  }
  static let examples = [
    "split graphs/lesmis.edges --output lesmis --test 0.3",
    "split ratings.txt -o ratings --split temporal --columns source,target,time --validation 0.1",
  ]

  /// The files that a prefix stands for.
  private static func paths(startingWith prefix: String) -> [String] {
    let samples = ["train", "test", "validation"].flatMap { ["\($0).edges", "\($0).others"] }
    return (["residual"] + samples).map { "\(prefix).\($0).tsv" }
  }

  mutating func note(words: [String]) { self.words = words }

  func run(on console: Console) throws {
    guard !prefix.isEmpty else { throw UsageError("say where to write: --output PREFIX") }
    try run.validate()
    if let count = split.largestTrainingCount, count < 1 {
      throw UsageError("--training-edges must be at least 1, not \(count)")
    }
    try OutputFile.requireWritable("\(prefix).residual.tsv")
    let (edgeList, times) = try input.read(for: split.kind, threadCount: run.threadCount)
    let fitted = FittedSplit(split, of: edgeList.graph, saidIn: words)
    let result = try EdgeSplit(
      of: edgeList.graph, options: fitted.options, times: times, seed: run.seed)
    let residual = result.residual.graph
    try write(residual, to: "\(prefix).residual.tsv")
    let samples =
      [("train", result.training), ("test", result.test)]
      + (result.validation.map { [("validation", $0)] } ?? [])
    for (name, sample) in samples {
      try write(sample.positives, names: residual.names, to: "\(prefix).\(name).edges.tsv")
      try write(sample.negatives, names: residual.names, to: "\(prefix).\(name).others.tsv")
    }
    if !run.isQuiet {
      input.announce(edgeList, on: console)
      if let note = fitted.note { console.note("note      \(note)") }
      console.note(
        "wrote     \(prefix).residual.tsv: \(residual.edgeCount.groupedText) edges are left")
      for (name, sample) in samples {
        console.note(
          "          \(prefix).\(name).*.tsv: \(sample.positives.count.groupedText) edges, "
            + "\(sample.negatives.count.groupedText) others")
      }
      if result.joinsTwoSides {
        console.note("          the graph is bipartite: others join its two sides")
      }
    }
  }

  private func write(_ graph: Graph, to path: String) throws {
    var file = try OutputFile(path)
    for source in 0..<Node(graph.nodeCount) {
      let neighbors = graph.neighbors(of: source)
      let weights = graph.weights(of: source)
      for index in neighbors.indices where graph.isDirected || source <= neighbors[index] {
        let weight = graph.isWeighted ? "\t\(Double(weights[index]).shortText)" : ""
        try file.write(
          "\(graph.names[Int(source)])\t\(graph.names[Int(neighbors[index])])\(weight)\n")
      }
    }
    try file.commit()
  }

  private func write(_ pairs: [NodePair], names: NameList, to path: String) throws {
    var file = try OutputFile(path)
    for pair in pairs {
      try file.write("\(names[Int(pair.source)])\t\(names[Int(pair.target)])\n")
    }
    try file.commit()
  }
}
