internal import Text
internal import EmbeddingFiles
internal import EmbeddingTables
internal import Files
internal import Projections

/// Writes the coordinates of nodes on a map.
struct ProjectCommand: Subcommand {
  var path = ""
  var reading = VectorReading()
  var output = ""
  var format: EmbeddingFormat?
  var count = 2
  var isWhitened = false
  var projection = ProjectionOptions()
  var run = RunOptions()

  static let name = "project"
  static let summary = "Writes vectors of fewer components: the places of nodes on a map."
  static let discussion = """
    The first principal components of the vectors, or the two coordinates of a t-SNE map, are \
    written as vectors under the same names. 'amble map --align' reads them.
    """
  static var arguments: [Argument<ProjectCommand>] { [.vectors(to: \.path)] }
  static var options: [OptionSection<ProjectCommand>] {
    [
      OptionSection(
        "Output",
        [
          .value(
            "--output", "-o", to: \.output, "Where to write the places; - is standard output.",
            valueName: "FILE",
            file: .writes { EmbeddingFormat.paths(of: $1, as: $0.format) }),
          .value(
            "--format", to: \.format,
            "The file's format; without it, what the name of --output ends with."),
          .value(
            "--count", "-n", to: \.count, in: 1...65_536,
            "How many principal components to write."),
          .flag(
            "--whiten", to: \.isWhitened,
            "Divide each principal component by its standard deviation."),
        ]),
      OptionSection("Projection", of: \.projection, ProjectionOptions.commandLine),
      OptionSection("Run", of: \.run, RunOptions.commandLine),
      OptionSection("Reading the vectors", of: \.reading, VectorReading.commandLine),
    ]
  }
  static let examples = [
    "project karate.emb --output karate.csv",
    "project cora.emb --projection tsne --output cora-map.emb",
  ]

  func run(on console: Console) throws {
    try run.validate()
    guard !output.isEmpty else {
      throw UsageError("say where to write the places: --output FILE, or - for standard output")
    }
    guard format != nil || EmbeddingFormat(path: output) != nil else {
      throw UsageError(
        "--format is needed: '\(Excerpt.escaped(output))' ends with none of "
          + "\(EmbeddingFormat.endings)"
      )
    }
    try OutputFile.requireWritable(output)
    let embedding = try reading.read(path, threadCount: run.threadCount)
    let isPlain =
      projection.method == .pca && projection.previousPath.isEmpty
      && projection.components == [1, 2]
    guard isPlain || (count == 2 && !isWhitened) else {
      throw UsageError("--count and --whiten go with principal components from the first on alone")
    }
    let places = isPlain ? try components(of: embedding, console) : try map(of: embedding)
    try places.write(to: output, format: format, threadCount: run.threadCount)
  }

  private func components(of embedding: Embedding, _ console: Console) throws -> Embedding {
    let components = try PrincipalComponents(
      of: embedding, count: count, threadCount: run.threadCount)
    if !run.isQuiet {
      let shares = components.explainedVarianceRatio.map { Float($0 * 100).decimals(1) + " %" }
      console.note("explained variance: \(shares.joined(separator: ", "))")
    }
    return Embedding(
      names: embedding.names, dimensions: count,
      vectors: try components.transform(
        embedding.vectors, isWhitened: isWhitened, threadCount: run.threadCount))
  }

  private func map(of embedding: Embedding) throws -> Embedding {
    try PlaneProjection(
      of: embedding, options: projection.options(reading), threadCount: run.threadCount
    ).embedding
  }
}
