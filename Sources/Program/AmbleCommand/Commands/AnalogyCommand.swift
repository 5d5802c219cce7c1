internal import EmbeddingFiles
internal import EmbeddingTables
internal import NearestNeighbors
internal import Text

/// Answers what is to C as B is to A.
struct AnalogyCommand: Subcommand {
  var path = ""
  var reading = VectorReading()
  var a = ""
  var b = ""
  var c = ""
  var count = 10
  var unitLength = false
  var isJSON = false

  static let name = "analogy"
  static let summary = "Prints what is to C as B is to A."
  static let discussion = """
    "man king woman" reads "man is to king as woman is to". The answers are the names whose \
    vectors have the largest cosine with B - A + C, without A, B and C, nearest first: a name and \
    its cosine a line, a tab between.
    """
  static var arguments: [Argument<AnalogyCommand>] {
    [
      .vectors(to: \.path),
      .required("A", to: \.a, "What B is compared with."),
      .required("B", to: \.b, "What stands to A as the answer stands to C."),
      .required("C", to: \.c, "What the answer is compared with."),
    ]
  }
  static var options: [OptionSection<AnalogyCommand>] {
    [
      OptionSection(
        "Options",
        [
          .value("--count", "-n", to: \.count, in: 1...1_000_000_000, "How many answers to print."),
          .flag(
            "--unit-length", to: \.unitLength,
            "Scale A, B and C to length 1 first, as gensim does; without it, they are used as "
              + "they are."),
          .flag("--json", to: \.isJSON, "Print JSON."),
        ]),
      OptionSection("Reading the vectors", of: \.reading, VectorReading.commandLine),
    ]
  }
  static let examples = ["analogy glove.6B.100d.txt man king woman --count 3"]

  func run(on console: Console) throws {
    let embedding = try reading.read(path)
    try embedding.requireFinite([a, b, c])
    let answers = try NamedQueries(embedding)
      .analogy(a, b, c, unitLength: unitLength, count: count)
    if isJSON {
      try console.print(
        JSONWriter.text(of: [
          "a": .string(a), "b": .string(b), "c": .string(c),
          "answers": .array(answers.map(\.json)),
        ]))
    } else {
      for answer in answers { try console.print(answer.text) }
    }
  }
}
