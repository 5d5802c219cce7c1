internal import Text
internal import EmbeddingFiles
internal import EmbeddingTables
internal import Files
internal import Graphs
internal import NodeMaps
internal import Projections

/// Draws an embedding.
struct MapCommand: Subcommand {
  var path = ""
  var reading = VectorReading()
  var input = GraphInput()
  var labelsPath = ""
  var labelNamesPath = ""
  var skipsUnknown = false
  var output = "map.svg"
  var color = ""
  var size = DiscSize.degree
  var look = MapLook()
  var projection = ProjectionOptions()
  var measuresQuality = false
  var run = RunOptions()
  var titles = TitleInput()

  /// What the size of a disc stands for.
  enum DiscSize: String, OptionChoice {
    case degree, equal
  }

  static let name = "map"
  static let summary = "Draws the nodes as a picture: near vectors are near places."
  static let discussion = """
    The picture is drawn by Graphviz. Its kind is what the name of --output ends with: .svg, .png, \
    .pdf, .dot, or .html for a page to pan, zoom and search in. With --edges, edges are drawn, \
    discs grow with the number of edges, and communities are found and colored where there are no \
    labels. Beyond 10,000 nodes, those that share a spot are one disc, except in .html, which also \
    names nearest vectors up to 125,000 nodes of 128 dimensions.
    """
  static var arguments: [Argument<MapCommand>] { [.vectors(to: \.path)] }
  static var options: [OptionSection<MapCommand>] {
    [
      OptionSection(
        "Picture",
        [
          .value(
            "--output", "-o", to: \.output,
            "Where to draw: a name that ends in .svg, .png, .pdf, .dot or .html.",
            valueName: "FILE", file: .writes),
          .value(
            "--edges", to: \.input.path, "The graph's edge list.", valueName: "FILE",
            file: .reads),
          .value(
            "--labels", to: \.labelsPath,
            "A label for each node: lines of a node and its label. Of several, the first in the file counts.",
            valueName: "FILE", file: .reads),
          .value(
            "--label-names", to: \.labelNamesPath,
            "What labels are called: lines of a label and its name.", valueName: "FILE",
            file: .reads),
          .flag(
            "--skip-unknown", to: \.skipsUnknown,
            "Leave out labels of nodes that have no vector; without it, they are an error."),
          .value(
            "--color", to: \.color,
            "What colors mean: label, community, degree, or a file with lines of a node and a "
              + "number; without it, labels, else communities.", valueName: "WHAT",
            file: .reads { Self.colorings.contains($1) ? [] : [$1] }),
          .value("--size", to: \.size, "What the size of a disc means."),
          .flag(
            "--quality", to: \.measuresQuality,
            "Say how far neighbors are kept, and draw nodes paler that have none of theirs beside "
              + "them."),
        ]),
      OptionSection(
        "Look",
        MapLook.commandLine.map { $0.lifted(to: \.look) }
          + TitleInput.commandLine.map { $0.lifted(to: \.titles) }),
      OptionSection("Projection", of: \.projection, ProjectionOptions.commandLine),
      OptionSection("Reading the graph", of: \.input, GraphInput.commandLine),
      OptionSection("Run", of: \.run, RunOptions.commandLine),
      OptionSection("Reading the vectors", of: \.reading, VectorReading.commandLine),
    ]
  }
  static let examples = [
    "map karate.emb --edges graphs/karate.edges --labels graphs/karate.labels --output karate.svg",
    "map lesmis.emb --edges graphs/lesmis.edges --theme dark "
      + "--title 'Les Misérables' -o lesmis.png",
    "map cora.emb --edges cora.txt --projection tsne --output cora.html",
  ]

  func run(on console: Console) throws {
    try run.validate()
    let format = try MapFormat(path: output)
    try look.validate()
    try OutputFile.requireWritable(output)
    let embedding = try reading.read(path, threadCount: run.threadCount)
    let graph =
      input.path.isEmpty ? nil : try input.read(threadCount: run.threadCount).graph
    let labels =
      labelsPath.isEmpty
      ? nil
      : try NodeLabels(
        contentsOf: labelsPath, nodes: embedding.names,
        labelNames: labelNamesPath.isEmpty ? nil : labelNamesPath,
        unknownNodes: skipsUnknown ? .areSkipped : .areErrors)
    var options = MapOptions()
    options.projection = try projection.options(reading)
    options.nodeTitles = try titles.titles(of: embedding.names)?.titles
    look.apply(to: &options, path: path)
    options.coloring = try coloring(of: embedding)
    options.isSizedByDegree = size == .degree
    options.measuresQuality = measuresQuality
    options.seed = run.seed
    options.threadCount = run.threadCount
    let map = try NodeMap(embedding, graph: graph, labels: labels, options: options)
    try map.write(to: output)
    guard !run.isQuiet else { return }
    if let count = labels?.skippedLineCount, count > 0 {
      console.note("labels: \(count.groupedText) lines on nodes without a vector are left out")
    }
    for remark in map.remarks(on: format) { console.note(remark) }
    console.note("\(output): \(embedding.count.groupedText) nodes")
    if let quality = map.quality {
      console.note(
        "trustworthiness \(Float(quality.trustworthiness).decimals(3)), continuity "
          + "\(Float(quality.continuity).decimals(3)), "
          + "\(Float(quality.keptShare * 100).decimals(0)) % of \(quality.neighborCount) "
          + "neighbors kept"
      )
    }
  }

  /// The words that say what colors mean; any other is a file.
  private static let colorings = ["label", "community", "degree"]

  private func coloring(of embedding: Embedding) throws -> MapOptions.Coloring {
    switch color {
    case "": .automatic
    case "label": .label
    case "community": .community
    case "degree": .degree
    default:
      .numbers(
        try NodeNumbers(reading: color, nodes: embedding.names).values,
        title: NodeNumbers.title(ofFile: color))
    }
  }
}

extension Theme: OptionChoice {}
