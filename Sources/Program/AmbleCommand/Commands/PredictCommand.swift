internal import EmbeddingFiles
internal import EmbeddingTables
internal import Evaluation
internal import Graphs
internal import Names
internal import NodeEmbedding
internal import RandomWalks
internal import SkipGramTraining
internal import Text

/// Names the likeliest missing edges of a graph.
struct PredictCommand: Subcommand {
  var input = GraphInput()
  var prediction = EdgePredictionOptions()
  var nodes: [String] = []
  var vectorsPath = ""
  var reading = VectorReading()
  var titles = TitleInput()
  var isJSON = false
  var walks = WalkOptions()
  var training = SkipGramOptions()
  var run = RunOptions()

  static let name = "predict"
  static let summary = "Names the likeliest missing edges: of some nodes, or of the whole graph."
  static let discussion = """
    A line is two nodes and a probability, with tabs between, likeliest first; edges that exist \
    are left out, and in a two-sided graph both sides are joined. The probability is what a \
    logistic regression learns from edges that were held out, by the score of the vectors and the \
    degrees of both nodes: how many of such pairs are edges if half of all pairs are. It ranks and \
    compares pairs; since most pairs of a real graph are no edges, far fewer come true. The \
    messages say how well edges that were held out are ranked, compared with a ranking by \
    popularity: by the number of edges that candidates have.
    """
  static var arguments: [Argument<PredictCommand>] { [.edges(to: \.input.path)] }
  static var options: [OptionSection<PredictCommand>] {
    [
      OptionSection(
        "Prediction",
        [
          .repeated(
            "--for", to: \.nodes,
            "Predict the edges of this node; may be given several times. Without it, the likeliest "
              + "edges of the whole graph.", valueName: "NODE"),
          .value(
            "--count", "-n", to: \.prediction.count,
            "How many edges to name: for each --for, or in all."),
          .value(
            "--operator", to: \.prediction.edgeOperator,
            "How the vectors of two nodes make a score.", property: "edgeOperator"),
          .value(
            "--vectors", to: \.vectorsPath,
            "Vectors to predict with, instead of training some; they may know the edges that are "
              + "held out, so that probabilities are too high and nothing is compared.",
            valueName: "FILE", file: .reads { EmbeddingFormat.paths(of: $1, as: nil) }),
          .value(
            "--held-out", to: \.prediction.heldOutShare,
            "The share of edges to learn probabilities from, and as many for the comparison.",
            property: "heldOutShare"),
          .value(
            "--recall-at", to: \.prediction.recallRank,
            "The rank up to which the comparison counts edges that are found.",
            property: "recallRank"),
          .flag(
            "--ignore-sides", to: \.prediction.respectsSides, is: false,
            "In a bipartite graph, predict edges within a side as well."),
          .flag("--json", to: \.isJSON, "Print JSON."),
        ] + TitleInput.commandLine.map { $0.lifted(to: \.titles) }),
      OptionSection(
        "Walks", of: \.walks,
        WalkOptions.sizeCommandLine + WalkOptions.biasCommandLine
          + WalkOptions.strategyCommandLine),
      OptionSection("Training", of: \.training, SkipGramOptions.commandLine),
      OptionSection("Reading the graph", of: \.input, GraphInput.commandLine),
      OptionSection("Run", of: \.run, RunOptions.commandLine),
      OptionSection("Reading the vectors", of: \.reading, VectorReading.commandLine),
    ]
  }
  static let examples = [
    "predict graphs/lesmis.edges --for Valjean --for Javert -n 5",
    "predict ratings.csv --two-sided --for u:7 --titles films.csv --json",
    "predict edges.txt -n 100 --vectors vectors.npy > missing.tsv",
  ]

  func run(on console: Console) throws {
    var prediction = prediction
    prediction.seed = run.seed
    try prediction.validate()
    try walks.validate()
    guard walks.impliedStrategy.need == .graph else {
      throw UsageError(
        "\(walks.impliedStrategy.rawValue) walks need types of nodes or times of edges, which are "
          + "not at hand here: embed with 'amble embed', and give the result as --vectors")
    }
    try training.validate()
    try run.validate()
    let edgeList = try input.read(threadCount: run.threadCount)
    let graph = edgeList.graph
    if !run.isQuiet { input.announce(edgeList, on: console) }
    let titles = try titles.titles(of: graph.names)
    let asked = try nodes.map { name in
      Node(try titles?.node(called: name) ?? graph.names.place(of: name))
    }
    let report = try report(on: graph, of: asked, prediction, console)
    if !run.isQuiet { announce(report, on: console) }
    if isJSON {
      try console.print(JSONWriter.text(of: report.json(graph.names, titles, prediction)))
    } else {
      for edge in report.edges.joined() {
        let last = titles?.column(Int(edge.pair.target)) ?? ""
        try console.print(
          "\(Excerpt.escaped(graph.names[Int(edge.pair.source)]))\t"
            + "\(Excerpt.escaped(graph.names[Int(edge.pair.target)]))\t"
            + "\(edge.probability.decimals(4))\(last)")
      }
    }
  }

  private func report(
    on graph: Graph, of asked: [Node], _ options: EdgePredictionOptions, _ console: Console
  ) throws -> EdgePredictionReport {
    let prediction = try EdgePrediction(options: options, threadCount: run.threadCount)
    guard vectorsPath.isEmpty else {
      let vectors = try reading.read(vectorsPath, threadCount: run.threadCount)
      return try prediction.run(on: graph, of: asked, vectors: vectors.vectors(of: graph.names))
    }
    var method = Node2Vec(seed: run.seed)
    method.walks = walks
    method.training = training
    method.threadCount = run.threadCount
    var progress = ProgressLine(on: console, isQuiet: run.isQuiet)
    var trainedCount = 0
    return try prediction.run(on: graph, of: asked) { graph, seed in
      method.seed = seed
      defer { trainedCount += 1 }
      return try method.embed(
        graph,
        onProgress: { state in
          progress.update((Double(trainedCount) + state.fraction) / 2) { _ in
            "embedding \(trainedCount + 1) of 2"
          }
        })
    }
  }

  /// Says what was scored, and how good it is.
  private func announce(_ report: EdgePredictionReport, on console: Console) {
    console.note(
      "held out  \(report.calibrationEdgeCount.groupedText) edges to learn probabilities from"
        + (report.comparison == nil
          ? "" : ", \(report.testEdgeCount.groupedText) to compare with popularity"))
    let pairs = report.joinsTwoSides ? "pairs of the two sides" : "pairs"
    console.note(
      "scored    \(report.scoredPairCount.groupedText) \(pairs) without an edge"
        + (report.scoredAllPairs ? ", all there are" : ", those with the most paths between them"))
    if let comparison = report.comparison {
      console.note("quality   \(comparison.description)")
    } else {
      console.note("quality   not measured: the vectors may know the edges that are held out")
    }
  }
}

extension EdgePredictionReport {
  /// The edges and the comparison as JSON.
  fileprivate func json(
    _ names: NameList, _ titles: NodeTitles?, _ options: EdgePredictionOptions
  ) -> JSONValue {
    func edge(_ edge: PredictedEdge) -> JSONValue {
      let members: [(name: String, value: JSONValue)] = [
        ("source", .string(names[Int(edge.pair.source)])),
        ("target", .string(names[Int(edge.pair.target)])),
        ("probability", .double(edge.probability)),
      ]
      let title = titles?[Int(edge.pair.target)]
      return .object(members + (title.map { [("title", .string($0))] } ?? []))
    }
    let comparison: JSONValue? = comparison.map { comparison in
      [
        "rank": .integer(comparison.rank), "nodes": .integer(comparison.nodeCount),
        "recall": .double(comparison.recall),
        "popularity_recall": .double(comparison.popularityRecall),
        "margin": .double(comparison.margin),
      ]
    }
    return [
      "operator": .string(options.edgeOperator.rawValue), "seed": .string("\(options.seed)"),
      "scored_pairs": .integer(scoredPairCount), "scored_all_pairs": .boolean(scoredAllPairs),
      "calibration_edges": .integer(calibrationEdgeCount), "test_edges": .integer(testEdgeCount),
      "comparison": comparison ?? nil, "edges": .array(edges.joined().map(edge)),
    ]
  }
}

extension EdgeOperator: OptionChoice {}
