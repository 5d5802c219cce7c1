internal import EmbeddingFiles
internal import EmbeddingTables
internal import NearestNeighbors
internal import Text

/// Answers how near two nodes are.
struct SimilarityCommand: Subcommand {
  var path = ""
  var reading = VectorReading()
  var first = ""
  var second = ""
  var metric = VectorMetric.cosine
  var isJSON = false

  static let name = "similarity"
  static let summary = "Prints how near the vectors of two nodes are."
  static let discussion = """
    One number: the cosine of the angle between the vectors, or what --metric says. The cosine \
    with a vector of zeros is 0.
    """
  static var arguments: [Argument<SimilarityCommand>] {
    [
      .vectors(to: \.path), .required("A", to: \.first, "A node."),
      .required("B", to: \.second, "Another node."),
    ]
  }
  static var options: [OptionSection<SimilarityCommand>] {
    [
      OptionSection(
        "Options",
        [
          .value("--metric", to: \.metric, "How nearness is measured."),
          .flag("--json", to: \.isJSON, "Print JSON."),
        ]),
      OptionSection("Reading the vectors", of: \.reading, VectorReading.commandLine),
    ]
  }
  static let examples = [
    "similarity karate.emb 33 34", "similarity karate.emb 1 34 --metric euclidean",
  ]

  func run(on console: Console) throws {
    let similarity = try NamedQueries(reading.read(path), metric: metric)
      .similarity(first, second)
    if isJSON {
      try console.print(
        JSONWriter.text(of: [
          "a": .string(first), "b": .string(second), "metric": .string(metric.rawValue),
          "score": similarity.map { .float($0) } ?? nil,
        ]))
    } else {
      try console.print(similarity.map { $0.decimals(4) } ?? "not a number")
    }
  }
}
