internal import EmbeddingFiles
internal import EmbeddingTables
internal import Graphs
internal import Names
internal import NearestNeighbors
internal import Text

/// Lists the nearest nodes of nodes.
struct NeighborsCommand: Subcommand {
  var path = ""
  var reading = VectorReading()
  var names: [String] = []
  var count = 10
  var queryPath: String?
  var isJSON = false
  var search = SearchOptions()
  var filter = AnswerFilter()
  var titles = TitleInput()

  static let name = "neighbors"
  static let summary = "Prints the nodes whose vectors are nearest to a node's."
  static let discussion = """
    A line a neighbor, nearest first: its name and how near it is. With several nodes, each line \
    begins with the node that was asked for; with --titles, each ends with the title. \
    Columns are separated by tabs; a tab or the \
    end of a line in a name is written as \\t or \\n, whereas --json has names as they are. Every \
    vector is compared, exactly; equally near nodes come in the order of the file. The \
    cosine with a vector of zeros is 0, and vectors with numbers that are not finite are left out; \
    asking for one is an error.
    """
  static var arguments: [Argument<NeighborsCommand>] {
    [
      .vectors(to: \.path),
      .any("NODE", to: \.names, "The nodes to ask for, by their names in the edge list."),
    ]
  }
  static var options: [OptionSection<NeighborsCommand>] {
    [
      OptionSection(
        "Options",
        [
          .value(
            "--count", "-n", to: \.count, in: 1...1_000_000_000, "How many neighbors to print."),
          .value(
            "--queries", to: \.queryPath,
            "Ask for the nodes in this file too, a name a line; - is standard input.",
            valueName: "FILE", file: .reads),
          .flag("--json", to: \.isJSON, "Print JSON."),
        ] + TitleInput.commandLine.map { $0.lifted(to: \.titles) }),
      OptionSection("Answers", of: \.filter, AnswerFilter.commandLine),
      OptionSection("Search", of: \.search, SearchOptions.commandLine),
      OptionSection("Reading the vectors", of: \.reading, VectorReading.commandLine),
    ]
  }
  static let examples = [
    "neighbors karate.emb 34 --count 5", "neighbors lesmis.emb Valjean Cosette --metric dot",
    "neighbors vectors.npy --queries names.txt --approximate --index vectors.hnsw --json",
    "neighbors films.emb 'Toy Story' --titles films.tsv",
    "neighbors ratings.emb u:7 --of-type i --exclude-edges ratings.csv --two-sided",
  ]

  func run(on console: Console) throws {
    guard !names.isEmpty || queryPath != nil else {
      throw UsageError("say which NODE to ask for")
    }
    try search.validate()
    try filter.validate()
    let embedding = try reading.read(path, threadCount: search.threadCount)
    let titles = try titles.titles(of: embedding.names)
    let asked = try QueryNames(
      names, file: queryPath, known: embedding.names, titles: titles
    ).names
    try embedding.requireFinite(asked)
    let candidates = try filter.candidates(of: embedding)
    let linkedNames = try filter.linkedNames(threadCount: search.threadCount)
    let (neighborSearch, recall) = try search.search(of: candidates, count: count, on: console)
    let answers = try NamedQueries(embedding, among: candidates, search: neighborSearch)
      .neighbors(of: asked, count: count, excluding: linkedNames ?? { _ in [] })
    func title(_ name: String) -> String? {
      titles.flatMap { titles in embedding.names.index(of: name).flatMap { titles[$0] } }
    }
    if isJSON {
      try console.print(
        JSONWriter.text(of: json(zip(asked, answers), recall: recall, title: title)))
    } else {
      for (name, neighbors) in zip(asked, answers) {
        let start = names.count == 1 && queryPath == nil ? "" : "\(Excerpt.escaped(name))\t"
        guard !neighbors.isEmpty else { continue }
        try console.print(
          neighbors.map { neighbor in
            let last = titles?.column(embedding.names.index(of: neighbor.name)) ?? ""
            return start + neighbor.text + last
          }.joined(separator: "\n"))
      }
    }
  }

  private func json(
    _ answers: some Sequence<(String, [NamedNeighbor])>, recall: Double?,
    title: (String) -> String?
  ) -> JSONValue {
    [
      "metric": .string(search.metric.rawValue),
      "recall": recall.map { .double($0) } ?? nil,
      "queries": .array(
        answers.map { name, neighbors in
          [
            "name": .string(name),
            "neighbors": .array(neighbors.map { $0.json(title: title($0.name)) }),
          ]
        }),
    ]
  }
}
