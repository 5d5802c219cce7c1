internal import Text
internal import EmbeddingFiles
internal import EmbeddingTables
internal import Files
internal import Parallel

/// Reads vectors in one format and writes them in another.
struct ConvertCommand: Subcommand {
  var input = ""
  var output = ""
  var inputFormat: EmbeddingFormat?
  var outputFormat: EmbeddingFormat?
  var reading = VectorReading()
  var threadCount = processorCount
  var isQuiet = false

  static let name = "convert"
  static let summary = "Writes vectors in another format."
  static var discussion: String {
    """
    Vectors keep every bit, except that formats of higher precision are rounded to 32-bit floats \
    when they are read. The format of IN is seen from its content, that of OUT from its name. \
    Formats:
    \(EmbeddingFormat.list)
    """
  }
  static var arguments: [Argument<ConvertCommand>] {
    [
      .required(
        "IN", to: \.input, "The vectors; - is standard input, gzip is decompressed.",
        file: .reads { EmbeddingFormat.paths(of: $1, as: $0.inputFormat) }),
      .required(
        "OUT", to: \.output,
        "Where to write them; - is standard output, a name that ends in .gz is compressed.",
        file: .writes { EmbeddingFormat.paths(of: $1, as: $0.outputFormat) }),
    ]
  }
  static var options: [OptionSection<ConvertCommand>] {
    [
      OptionSection(
        "Options",
        [
          .value("--from", to: \.inputFormat, "The format of IN, where its content is misleading."),
          .value("--to", to: \.outputFormat, "The format of OUT, where its name does not say."),
          .value(
            "--tensor", to: \.reading.selection.tensor,
            "Which tensor of a safetensors file or array of an npz file to take.",
            valueName: "NAME"),
          .value(
            "--vocabulary", to: \.reading.selection.vocabulary,
            "The names of the rows of an npy, npz or safetensors file, one a line.",
            valueName: "FILE", file: .reads),
          .value("--threads", to: \.threadCount, "How many threads work."),
          .flag("--quiet", to: \.isQuiet, "Print nothing but errors."),
        ]),
      OptionSection("Reading the vectors", of: \.reading, VectorReading.commandLine),
    ]
  }
  static let examples = [
    "convert karate.emb karate.npy", "convert glove.6B.100d.txt.gz glove.csv --from glove",
    "convert model.safetensors bert.emb --tensor embeddings.word_embeddings.weight "
      + "--vocabulary vocab.txt",
  ]

  func run(on console: Console) throws {
    guard (1...1024).contains(threadCount) else {
      throw UsageError("--threads must be from 1 to 1024, not \(threadCount)")
    }
    // Before any work, as in `embed`.
    guard outputFormat != nil || EmbeddingFormat(path: output) != nil else {
      throw UsageError(
        "the name '\(Excerpt.escaped(output))' ends with no known format; use one of "
          + EmbeddingFormat.endings + ", or say --to")
    }
    try OutputFile.requireWritable(output)
    let embedding = try reading.read(input, format: inputFormat, threadCount: threadCount)
    try embedding.write(to: output, format: outputFormat, threadCount: threadCount)
    guard !isQuiet else { return }
    if !reading.selection.hasNames {
      console.note("rows have no names; they are 0, 1, 2 and so on")
    }
    console.note(
      "\(output == "-" ? "standard output" : output): \(embedding.count.groupedText) vectors of "
        + "\(embedding.dimensions) components")
  }
}
