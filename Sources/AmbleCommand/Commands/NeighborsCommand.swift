internal import EmbeddingFiles
internal import EmbeddingTables
internal import NearestNeighbors

/// Answers who is near whom.
struct NeighborsCommand: Subcommand {
  var path = ""
  var names: [String] = []
  var count = 10
  var metric = VectorMetric.cosine

  static let name = "neighbors"
  static let summary = "Prints the nodes whose vectors are nearest to a node's."
  static let discussion = """
    A line a neighbor, nearest first: its name and how near it is. With several nodes, each line \
    begins with the node that was asked for. Columns are separated by tabs.
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
          .value("--count", "-n", to: \.count, "How many neighbors to print."),
          .value("--metric", to: \.metric, "How nearness is measured."),
        ])
    ]
  }
  static let examples = [
    "neighbors karate.emb 34 --count 5", "neighbors lesmis.emb Valjean Cosette --metric dot",
  ]

  func run(on console: Console) throws {
    guard !names.isEmpty else { throw UsageError("say which NODE to ask for") }
    guard count >= 1 else { throw UsageError("--count must be at least 1, not \(count)") }
    let embedding = try Embedding(contentsOf: path)
    let answers = try NamedQueries(embedding, metric: metric).neighbors(of: names, count: count)
    for (name, neighbors) in zip(names, answers) {
      for neighbor in neighbors {
        let score = "\(neighbor.name)\t\(neighbor.score.decimals(4))"
        console.print(names.count > 1 ? "\(name)\t\(score)" : score)
      }
    }
  }
}

extension VectorMetric: OptionChoice {}
