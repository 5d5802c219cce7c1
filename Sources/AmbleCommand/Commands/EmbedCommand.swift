internal import EmbeddingFiles
internal import EmbeddingTables
internal import Files
internal import Graphs
internal import NodeEmbedding
internal import ParallelLoops
internal import RandomWalks
internal import SkipGramTraining

/// Learns a vector for every node.
struct EmbedCommand: Subcommand {
  var input = GraphInput()
  var walks = WalkInput()
  var training = SkipGramOptions()
  var run = RunOptions()
  var output = ""
  var format: EmbeddingFormat?

  static let name = "embed"
  static let summary = "Learns a vector for every node of a graph."
  static let discussion = """
    Random walks over the graph say which nodes are near each other; skip-gram training with \
    negative sampling gives near nodes similar vectors. p = q = 1 is DeepWalk, other values are \
    node2vec. Every node of the input gets a row, under its own name.
    """
  static var arguments: [Argument<EmbedCommand>] { [.edges(to: \.input.path)] }
  static var options: [OptionSection<EmbedCommand>] {
    [
      OptionSection(
        "Output",
        [
          .value(
            "--output", "-o", to: \.output, "Where to write the vectors; - is standard output.",
            valueName: "FILE"),
          .value(
            "--format", to: \.format,
            "The file's format; without it, what the name of --output ends with."),
        ]),
      OptionSection("Walks", of: \.walks, WalkInput.commandLine),
      OptionSection("Training", of: \.training, SkipGramOptions.commandLine),
      OptionSection("Reading the graph", of: \.input, GraphInput.commandLine),
      OptionSection("Run", of: \.run, RunOptions.commandLine),
    ]
  }
  static let examples = [
    "embed graphs/karate.edges --output karate.emb",
    "embed graphs/lesmis.edges -o lesmis.npy --p 0.25 --q 0.25 --dimensions 64 --seed 7",
    "embed ratings.csv -o vectors.emb --node-types types.txt --metapath user,item",
    "embed - --output out.emb < edges.csv",
  ]

  func run(on console: Console) throws {
    let clock = ContinuousClock()
    let start = clock.now
    guard !output.isEmpty else {
      throw UsageError("say where to write the vectors: --output FILE, or - for standard output")
    }
    try walks.validate(with: input)
    try training.validate()
    try run.validate()
    guard format != nil || EmbeddingFormat(path: output) != nil else {
      throw UsageError(
        "the name '\(output)' ends with no known format; use one of "
          + EmbeddingFormat.endings + ", or say --format")
    }
    try OutputFile.requireWritable(output)
    let (edgeList, walk) = try walks.prepare(on: input, threadCount: run.threadCount)
    if !run.isQuiet { announce(edgeList, on: console) }

    var method = Node2Vec(seed: run.seed)
    method.walks = walks.options
    method.training = training
    method.threadCount = run.threadCount
    var progress = ProgressLine(on: console, isQuiet: run.isQuiet)
    let embedding = try method.embed(walk) { state in
      progress.update(state.fraction) { seconds in
        let rate = (Double(state.tokenCount) / seconds).countText
        let loss = state.loss.map { " · loss \(($0 * 1000).rounded() / 1000)" } ?? ""
        return "\(rate) tokens/s\(loss)"
      }
    }
    try embedding.write(to: output, format: format)
    if !run.isQuiet {
      let seconds = start.duration(to: clock.now).seconds
      console.note(
        "wrote     \(output): \(embedding.count.groupedText) vectors in \(seconds.clockText)")
    }
  }

  private func announce(_ edgeList: EdgeList, on console: Console) {
    console.note("graph     \(input.text(of: edgeList))")
    console.note("walks     \(walks.options.text)")
    for (index, line) in training.text.enumerated() {
      console.note("\(index == 0 ? "training " : "         ") \(line)")
    }
    let threads = "\(run.threadCount) thread\(run.threadCount == 1 ? "" : "s")"
    console.note("seed      \(run.seed) (\(threads))")
  }
}
