internal import EmbeddingFiles
internal import EmbeddingTables
internal import Evaluation
internal import EvaluationReports
internal import Files
internal import Graphs
internal import Names
internal import Text

/// Learns the labels of some nodes from their vectors and predicts those of the others.
struct ClassifyCommand: Subcommand {
  var path = ""
  var reading = VectorReading()
  var labelsPath = ""
  var namesPath: String?
  var skipsUnknown = false
  var experiment = NodeClassificationOptions()
  var splitPath: String?
  var predictionsPath: String?
  var report = ReportOutput()
  var run = RunOptions()

  static let name = "classify"
  static let summary = "Tests how well vectors predict the labels of nodes."
  static let discussion = """
    The protocol of the DeepWalk paper: logistic regression on some of the labeled nodes, one \
    label versus the rest. Each of the other nodes is given its k likeliest labels, where k is the \
    number of labels that it has. With --predict, a classifier trained on all labeled nodes names \
    the likeliest label of each node without one, and, where nodes have several labels, also every \
    label more likely than not.
    """
  static var arguments: [Argument<ClassifyCommand>] {
    [
      .vectors(to: \.path),
      .required(
        "LABELS", to: \.labelsPath, "The labels: a node and its labels on each line.",
        file: .reads),
    ]
  }
  static var options: [OptionSection<ClassifyCommand>] {
    [
      OptionSection(
        "Experiment",
        [
          .value(
            "--train", to: \.experiment.trainingShares,
            "The shares of the labeled nodes to train on.", property: "trainingShares"),
          .value(
            "--repeats", to: \.experiment.repetitionCount,
            "How many stratified random splits for each share.", property: "repetitionCount"),
          .value(
            "--split", to: \.splitPath,
            "A file of a given split instead: a node and train, test, val or rest on each line.",
            valueName: "FILE", file: .reads),
          .value("--cost", to: \.experiment.cost, "C of the logistic regression."),
        ]),
      OptionSection(
        "Labels",
        [
          .value(
            "--label-names", to: \.namesPath, "A file of names: a label and its name on each line.",
            valueName: "FILE", file: .reads),
          .flag(
            "--skip-unknown", to: \.skipsUnknown,
            "Leave out lines on nodes that have no vector; without it, they are an error."),
          .value(
            "--predict", to: \.predictionsPath,
            "Write the labels of the nodes that have none: node, label, probability.",
            valueName: "FILE", file: .writes),
        ]),
      OptionSection("Report", of: \.report, ReportOutput.commandLine),
      OptionSection("Run", of: \.run, RunOptions.commandLine),
      OptionSection("Reading the vectors", of: \.reading, VectorReading.commandLine),
    ]
  }
  static let examples = [
    "classify cora.emb labels.txt --label-names label_names.tsv",
    "classify cora.emb labels.txt --split split.txt --json",
    "classify cora.emb labels.txt --predict predicted.tsv",
  ]

  func run(on console: Console) throws {
    var experiment = experiment
    experiment.seed = run.seed
    try experiment.validate()
    try run.validate()
    try report.validate()
    if let predictionsPath { try OutputFile.requireWritable(predictionsPath) }
    let embedding = try reading.read(path)
    let labels = try NodeLabels(
      contentsOf: labelsPath, nodes: embedding.names, labelNames: namesPath,
      unknownNodes: skipsUnknown ? .areSkipped : .areErrors)
    if labels.skippedLineCount > 0 && !run.isQuiet {
      console.note(
        "labels    \(labels.skippedLineCount.groupedText) lines on nodes without a vector are "
          + "left out")
    }
    let split = try splitPath.map { try NodeSplit(contentsOf: $0, nodes: embedding.names) }
    var progress = ProgressLine(on: console, isQuiet: run.isQuiet)
    let result = try NodeClassification(options: experiment, threadCount: run.threadCount)
      .run(on: embedding, labels: labels, split: split) { done in
        progress.update(done) { _ in "classifying" }
      }
    if let predictionsPath {
      try writePredictions(of: labels, on: embedding, to: predictionsPath)
      if !run.isQuiet {
        let count = labels.nodeCount - labels.labeledNodes.count
        console.note(
          "\(predictionsPath): labels for \(count.groupedText) nodes that have none")
      }
    }
    let context = ReportContext(
      program: "amble \(Amble.version)",
      input: [
        ("vectors", .string(path)), ("labels", .string(labelsPath)),
        ("dimensions", .integer(embedding.dimensions)),
        ("skipped_lines", .integer(labels.skippedLineCount)),
      ], parameters: [], inputText: "\(path), \(embedding.dimensions) dimensions; \(labelsPath)",
      parametersText: "")
    var input = GraphInput()
    input.path = path
    try report.write(
      lines: result.lines, markdown: result.markdown(context), json: result.json(context),
      charts: result.charts(of: input.title), on: console)
  }

  private func writePredictions(
    of labels: NodeLabels, on embedding: Embedding, to path: String
  ) throws {
    let classifier = try NodeClassifier(
      on: embedding, labels: labels, nodes: labels.labeledNodes, cost: experiment.cost,
      threadCount: run.threadCount)
    var file = try OutputFile(path)
    for node in 0..<Node(labels.nodeCount) where labels[node].isEmpty {
      let likeliest = try classifier.likeliestLabels(of: node, count: labels.labelCount)
      for (place, prediction) in likeliest.enumerated()
      where place == 0 || labels.isMultiLabel && prediction.probability > 0.5 {
        let label = Excerpt.escaped(labels.labelNames[Int(prediction.label)])
        let name = Excerpt.escaped(embedding.names[Int(node)])
        try file.write(
          "\(name)\t\(label)\t\(prediction.probability.decimals(4))\n")
      }
    }
    try file.commit()
  }
}
