internal import EmbeddingTables
internal import Evaluation
internal import EvaluationReports
internal import Graphs
internal import NodeEmbedding
internal import RandomWalks
internal import SkipGramTraining

/// Removes edges from a graph and tries to predict them.
struct LinkPredictionCommand: Subcommand {
  var input = GraphInput()
  var experiment = LinkPredictionOptions()
  var operators = OperatorList(EdgeOperator.allCases)
  var report = ReportOutput()
  var walks = WalkOptions()
  var training = SkipGramOptions()
  var run = RunOptions()
  private var words: [String] = []

  static let name = "link-prediction"
  static let summary = "Takes edges out of a graph and tries to find them again."
  static let discussion = """
    Embeds what is left of the graph, scores the edges that were taken out among pairs without an \
    edge, and compares the embedding with heuristics that need none. Nothing that learns ever sees \
    the test. The verdict is about the first of --operators, or with --validation about the one \
    that does best on those edges.
    """
  static var arguments: [Argument<LinkPredictionCommand>] { [.edges(to: \.input.path)] }
  static var options: [OptionSection<LinkPredictionCommand>] {
    [
      OptionSection("Split", of: \.experiment.split, EdgeSplitOptions.commandLine),
      OptionSection(
        "Scores",
        [
          .value(
            "--operators", to: \.operators, "How the vectors of two nodes make a score."),
          .value(
            "--repeats", to: \.experiment.repetitionCount,
            "How many splits, each with an embedding of its own.", property: "repetitionCount"),
          .value("--cost", to: \.experiment.cost, "C of the logistic regression."),
          .value(
            "--training-edges", to: \.experiment.split.largestTrainingCount,
            "The largest number of edges that a classifier is trained on.",
            property: "largestTrainingCount"),
          .value(
            "--hits", to: \.experiment.hitRanks, "The ranks that hits are counted at.",
            property: "hitRanks"),
          .value(
            "--bootstrap", to: \.experiment.bootstrapSampleCount,
            "How often the test's pairs are resampled for the intervals.",
            property: "bootstrapSampleCount"),
        ]),
      OptionSection("Report", of: \.report, ReportOutput.commandLine),
      OptionSection(
        "Walks", of: \.walks,
        WalkOptions.sizeCommandLine + WalkOptions.biasCommandLine
          + WalkOptions.strategyCommandLine),
      OptionSection("Training", of: \.training, SkipGramOptions.commandLine),
      OptionSection("Reading the graph", of: \.input, GraphInput.commandLine),
      OptionSection("Run", of: \.run, RunOptions.commandLine),
    ]
  }
  static let examples = [
    "link-prediction graphs/lesmis.edges --test 0.3",
    "link-prediction edges.txt --p 0.25 --q 4 --repeats 5 --plot report.svg --json > report.json",
    "link-prediction ratings.txt --split temporal --columns source,target,time --test 0.2",
  ]

  mutating func note(words: [String]) { self.words = words }

  func run(on console: Console) throws {
    var experiment = experiment
    experiment.seed = run.seed
    experiment.operators = operators.operators
    try experiment.validate()
    try walks.validate()
    let strategy = walks.impliedStrategy
    guard strategy.need == .graph else {
      throw UsageError(
        "\(strategy.rawValue) walks need types of nodes or times of edges, which are not at hand "
          + "here: split with 'amble split', and embed what is left with 'amble embed'")
    }
    try training.validate()
    try run.validate()
    try report.validate()
    let (edgeList, times) = try input.read(for: experiment.split.kind, threadCount: run.threadCount)
    let fitted = FittedSplit(experiment.split, of: edgeList.graph, saidIn: words)
    experiment.split = fitted.options
    if !run.isQuiet {
      input.announce(edgeList, on: console)
      if let note = fitted.note { console.note("note      \(note)") }
    }

    var method = Node2Vec(seed: run.seed)
    method.walks = walks
    method.training = training
    method.threadCount = run.threadCount
    var progress = ProgressLine(on: console, isQuiet: run.isQuiet)
    var repetition = 0
    var metadata = EmbeddingMetadata()
    let result = try LinkPrediction(options: experiment, threadCount: run.threadCount).run(
      on: edgeList.graph, times: times
    ) { residual, seed in
      method.seed = seed
      defer { repetition += 1 }
      let walk = try walks.walk(on: residual.graph, threadCount: run.threadCount)
      try TrainingMemory(walk, walks, training: training, run: run)
        .requireAvailable(isForced: input.isForced)
      let embedding = try method.embed(
        walk,
        onProgress: { state in
          let done = Double(repetition) + state.fraction
          progress.update(done / Double(experiment.repetitionCount)) { _ in
            "embedding \(repetition + 1) of \(experiment.repetitionCount)"
          }
        })
      metadata = embedding.metadata
      return embedding
    }
    let context = ReportContext(
      input, edgeList, walks: walks, training: training, metadata: metadata)
    try report.write(
      lines: result.lines, markdown: result.markdown(context), json: result.json(context),
      charts: result.charts(of: input.title), on: console)
  }
}
