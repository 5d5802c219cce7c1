internal import Text
internal import EmbeddingFiles
internal import EmbeddingTables
internal import Files
internal import Graphs
internal import Names
internal import NodeEmbedding
internal import Parallel
internal import RandomWalks
internal import SkipGramTraining

/// Updates an embedding with new edges.
struct UpdateCommand: Subcommand {
  /// What to do with the vectors of known nodes.
  enum OldNodes: String, OptionChoice {
    case keep
    case anchor
    case free
  }

  var path = ""
  var reading = VectorReading()
  var input = GraphInput()
  var walks = WalkInput()
  var training = SkipGramOptions()
  var run = RunOptions()
  var oldNodes = OldNodes.keep
  var anchoring = 0.2
  var output = ""
  var movementPath = ""

  static let name = "update"
  static let summary = "Embeds the nodes of new edges beside those an embedding has."
  static let discussion = """
    Walks over the new edges are trained from the vectors that their nodes have; new nodes start \
    at random. Nodes that no new edge touches keep their vectors in any case. The result has the \
    rows of the embedding, and behind them those of new nodes; how far old nodes moved is \
    reported.
    """
  static var arguments: [Argument<UpdateCommand>] { [.vectors(to: \.path)] }
  static var options: [OptionSection<UpdateCommand>] {
    [
      OptionSection(
        "Update",
        [
          .value("--edges", to: \.input.path, "The new edges.", valueName: "FILE", file: .reads),
          .value(
            "--output", "-o", to: \.output, "Where to write the vectors.", valueName: "FILE",
            file: .writes { EmbeddingFormat.paths(of: $1, as: nil) }),
          .value(
            "--old", to: \.oldNodes,
            "Whether nodes with a vector keep it, are pulled back to it after every episode, or "
              + "move freely."),
          .value(
            "--anchoring", to: \.anchoring,
            "With --old anchor: the share of the way back that a node is pulled, from 0 to 1."),
          .value(
            "--movements", to: \.movementPath,
            "A file for how far each touched node moved: name, distance, length before.",
            valueName: "FILE", file: .writes),
        ]),
      OptionSection("Walks", of: \.walks, WalkInput.commandLine),
      OptionSection("Training", of: \.training, SkipGramOptions.commandLine),
      OptionSection("Reading the graph", of: \.input, GraphInput.commandLine),
      OptionSection("Run", of: \.run, RunOptions.commandLine),
      OptionSection("Reading the vectors", of: \.reading, VectorReading.commandLine),
    ]
  }
  static let examples = [
    "update karate.emb --edges new.edges --output karate2.emb",
    "update karate.emb --edges new.edges -o karate2.emb --old anchor --movements moved.tsv",
  ]

  func run(on console: Console) throws {
    guard !input.path.isEmpty else { throw UsageError("say which edges are new: --edges FILE") }
    guard !output.isEmpty else { throw UsageError("say where to write: --output FILE") }
    guard (0...1).contains(anchoring) else {
      throw UsageError("--anchoring must be from 0 to 1, not \(anchoring.shortText)")
    }
    try walks.validate(with: input)
    try run.validate()
    guard EmbeddingFormat(path: output) != nil else {
      throw UsageError(
        "the name '\(Excerpt.escaped(output))' ends with no known format; use one of "
          + EmbeddingFormat.endings)
    }
    for path in [output, movementPath] where !path.isEmpty { try OutputFile.requireWritable(path) }
    let old = try reading.read(path, threadCount: run.threadCount)
    let (edgeList, walk) = try walks.prepare(on: input, threadCount: run.threadCount)
    for names in [old.names, edgeList.graph.names] { try Embedding.check(names, for: output) }
    let graph = edgeList.graph
    var method = Node2Vec(dimensions: old.dimensions, seed: run.seed)
    method.walks = walks.options
    method.training = training
    method.training.dimensions = old.dimensions
    method.threadCount = run.threadCount

    try TrainingMemory(walk, walks.options, training: method.training, run: run)
      .requireAvailable(isForced: input.isForced)
    var start = WarmStart(from: old, for: graph)
    if oldNodes == .keep { start.freeze { _ in true } }
    if oldNodes == .anchor { start.anchoring = anchoring }
    let touched = try method.embed(walk, from: start)
    let movement = start.movement(to: touched.vectors.indices.map { touched.vectors[$0] })

    try merged(old, touched, start).write(to: output)
    if !movementPath.isEmpty { try write(movement, of: graph, old) }
    if !run.isQuiet { report(movement, of: graph, old, on: console) }
  }

  /// The old rows, changed where they were trained, followed by the new ones.
  private func merged(_ old: Embedding, _ touched: Embedding, _ start: WarmStart) -> Embedding {
    var vectors = old.vectors.indices.map { old.vectors[$0] }
    var names = old.names.map { $0 }
    for node in touched.names.indices {
      let vector = touched[node]
      let elements = vector.indices.map { vector[$0] }
      if let row = old.names.index(of: touched.names[node]) {
        vectors.replaceSubrange(row * old.dimensions..<(row + 1) * old.dimensions, with: elements)
      } else {
        names.append(touched.names[node])
        vectors.append(contentsOf: elements)
      }
    }
    guard let list = NameList(names) else { preconditionFailure("old and new names differ") }
    return Embedding(
      names: list, dimensions: old.dimensions, vectors: vectors, metadata: touched.metadata)
  }

  private func write(_ movement: [Float?], of graph: Graph, _ old: Embedding) throws {
    var file = try OutputFile(movementPath)
    try file.write("name\tmoved\tlength\n")
    for (node, distance) in movement.enumerated() {
      guard let distance, let row = old.names.index(of: graph.names[node]) else { continue }
      let vector = old[row]
      let length = vector.indices.reduce(0) { $0 + vector[$1] * vector[$1] }.squareRoot()
      try file.write("\(Excerpt.escaped(graph.names[node]))\t\(distance)\t\(length)\n")
    }
    try file.commit()
  }

  private func report(
    _ movement: [Float?], of graph: Graph, _ old: Embedding, on console: Console
  ) {
    let moved = movement.enumerated().compactMap { node, distance in
      distance.map { (name: graph.names[node], distance: $0) }
    }
    let newCount = movement.count - moved.count
    console.note(
      "nodes     \(newCount.groupedText) new, \(moved.count.groupedText) old and touched, "
        + "\((old.count - moved.count).groupedText) untouched")
    if oldNodes == .keep {
      console.note("moved     none: old nodes keep their vectors")
    } else if !moved.isEmpty {
      let mean = moved.reduce(0) { $0 + Double($1.distance) } / Double(moved.count)
      console.note("moved     \(rounded(mean)) on average; farthest:")
      for (name, distance) in moved.sorted(by: { $0.distance > $1.distance }).prefix(5) {
        console.note("          \(name)\t\(rounded(Double(distance)))")
      }
    }
    console.note("wrote     \(output): \((old.count + newCount).groupedText) vectors")
  }

  private func rounded(_ number: Double) -> String {
    ((number * 1000).rounded() / 1000).shortText
  }
}
