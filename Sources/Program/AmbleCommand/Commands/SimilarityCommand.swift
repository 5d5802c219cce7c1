internal import EmbeddingFiles
internal import EmbeddingTables
internal import Evaluation
internal import Files
internal import Names
internal import NearestNeighbors
internal import Text

/// Answers how near nodes are to each other, and writes vectors of edges.
struct SimilarityCommand: Subcommand {
  var path = ""
  var reading = VectorReading()
  var first = ""
  var second = ""
  var pairsPath: String?
  var metric = VectorMetric.cosine
  var edgeOperator: EdgeOperator?
  var output = ""
  var isJSON = false

  static let name = "similarity"
  static let summary = "Prints how near the vectors of two nodes are, or writes vectors of edges."
  static let discussion = """
    One number: the cosine of the angle between the vectors, or what --metric says. The cosine \
    with a vector of zeros is 0. With --pairs, a line for each pair: both names and the number, \
    with tabs between. With --operator and --output, the pairs become vectors, as features of edges for \
    other programs; each is named A|B.
    """
  static var arguments: [Argument<SimilarityCommand>] {
    [
      .vectors(to: \.path), .required("A", to: \.first, "A node.").optional,
      .required("B", to: \.second, "Another node.").optional,
    ]
  }
  static var options: [OptionSection<SimilarityCommand>] {
    [
      OptionSection(
        "Options",
        [
          .value(
            "--pairs", to: \.pairsPath,
            "Pairs instead of A and B: two nodes a line, in the first two columns; - is standard "
              + "input.", valueName: "FILE", file: .reads),
          .value("--metric", to: \.metric, "How nearness is measured."),
          .value(
            "--operator", to: \.edgeOperator,
            "Make a vector of each pair: the product, mean, absolute or squared difference of the "
              + "components.", valueName: "hadamard|average|weighted-l1|weighted-l2"),
          .value(
            "--output", "-o", to: \.output, "Where to write the vectors of --operator.",
            valueName: "FILE", file: .writes { EmbeddingFormat.paths(of: $1, as: nil) }),
          .flag("--json", to: \.isJSON, "Print JSON."),
        ]),
      OptionSection("Reading the vectors", of: \.reading, VectorReading.commandLine),
    ]
  }
  static let examples = [
    "similarity karate.emb 33 34", "similarity karate.emb 1 34 --metric euclidean",
    "similarity karate.emb --pairs pairs.tsv --json",
    "similarity karate.emb --pairs pairs.tsv --operator hadamard -o edges.npy",
  ]

  func run(on console: Console) throws {
    try validate()
    let embedding = try reading.read(path)
    let pairs = try NamedPairs(first, second, file: pairsPath, known: embedding.names)
    if let edgeOperator {
      let vectors = try edgeOperator.vectors(of: pairs.rows, in: embedding)
      let edges = Embedding(
        names: try pairs.names(of: embedding.names), dimensions: embedding.dimensions,
        vectors: vectors, metadata: ["operator": edgeOperator.rawValue])
      return try edges.write(to: output)
    }
    let queries = try NamedQueries(embedding, metric: metric)
    let named = pairs.rows.map { pair in
      (embedding.names[Int(pair.source)], embedding.names[Int(pair.target)])
    }
    let scores = try named.map { try queries.similarity($0.0, $0.1) }
    if isJSON {
      let answers = zip(named, scores).map { pair, score -> JSONValue in
        [
          "a": .string(pair.0), "b": .string(pair.1), "metric": .string(metric.rawValue),
          "score": score.map { .float($0) } ?? nil,
        ]
      }
      try console.print(
        JSONWriter.text(of: pairsPath == nil ? answers[0] : ["pairs": .array(answers)]))
      return
    }
    for (pair, score) in zip(named, scores) {
      let start =
        pairsPath == nil ? "" : "\(Excerpt.escaped(pair.0))\t\(Excerpt.escaped(pair.1))\t"
      try console.print(start + (score?.decimals(4) ?? "not a number"))
    }
  }

  /// Checks that the pairs are given once, and that every option has an effect.
  private func validate() throws {
    guard pairsPath != nil || !second.isEmpty else {
      throw UsageError(
        "\(first.isEmpty ? "A" : "B") is missing: say two nodes, or a file of pairs with --pairs")
    }
    guard pairsPath == nil || first.isEmpty else {
      throw UsageError("--pairs stands instead of A and B")
    }
    guard (edgeOperator == nil) == output.isEmpty else {
      throw UsageError("--operator and --output go together: what to make of pairs, and where to")
    }
    guard let edgeOperator else { return }
    guard edgeOperator.isLearned else {
      throw UsageError(
        "--operator must be hadamard, average, weighted-l1 or weighted-l2, not "
          + "\(edgeOperator.rawValue), which gives one number: --metric prints it")
    }
    if isJSON { throw UsageError("--json prints scores, and --operator makes vectors") }
    guard EmbeddingFormat(path: output) != nil else {
      throw UsageError(
        "the name '\(Excerpt.escaped(output))' ends with no known format; use one of "
          + EmbeddingFormat.endings)
    }
    try OutputFile.requireWritable(output)
  }
}
