internal import Graphs
internal import Text

/// The edge list that a command reads, and the options for reading it.
struct GraphInput: Sendable {
  /// The path of the file, or `-` for standard input.
  var path = ""
  var options = EdgeListOptions()
  /// Whether to go on where the memory that reading or training takes exceeds what there is.
  var isForced = false

  static var commandLine: [Option<GraphInput>] {
    [
      .flag(
        "--directed", to: \.options.isDirected,
        "An edge leads only from its first node to its second."),
      .flag(
        "--undirected", to: \.options.ignoresDirections,
        "Every edge leads both ways, even in a file that says otherwise.",
        property: "ignoresDirections"),
      .value(
        "--delimiter", to: \.options.delimiter,
        "What separates columns; without it, it is detected from the first line."),
      .value(
        "--layout", to: \.options.layout,
        "The format of the file: edges, neighbors, a matrix or another; without it, detected."),
      .value(
        "--member", to: \.options.member,
        "The file of an archive that holds the graph, if there are several.", valueName: "NAME"),
      .value(
        "--encoding", to: \.options.encoding,
        "How characters are stored; UTF-16 is recognized by its mark."),
      .value(
        "--comments", to: \.options.comments,
        "The character that begins a comment, or none; without it, # or % before a blank, in front "
          + "of the first edge, or where nodes are numbers."),
      .flag(
        "--two-sided", to: \.options.isTwoSided,
        "The two columns are different kinds of nodes, such as users and items.",
        property: "isTwoSided"),
      .value(
        "--side-names", to: \.options.sidePrefixes,
        "What precedes the names of the two sides.", property: "sidePrefixes"),
      .value(
        "--columns", to: \.options.columns,
        "What the columns are, such as source,target,weight,_ where _ is not read."),
      .value(
        "--header", to: \.options.hasHeader,
        "Whether the first line names the columns; without it, this is detected.",
        property: "hasHeader"),
      .flag(
        "--ignore-weights", to: \.options.ignoresWeights, "Read no weights: every edge weighs 1.",
        property: "ignoresWeights"),
      .value(
        "--zero-weights", to: \.options.zeroWeights,
        "Whether an edge of weight 0 is an error or left out."),
      .value(
        "--parallel-edges", to: \.options.parallelEdges,
        "What becomes of the weights of repeated edges."),
      .value(
        "--self-loops", to: \.options.selfLoops, "What becomes of edges from a node to itself."),
      .value(
        "--nodes", to: \.options.nodesPath,
        "A file of nodes, one a line in its first column: those without edges get a row too.",
        valueName: "FILE", property: "nodesPath", file: .reads),
      .flag(
        "--force", to: \.isForced,
        "Go on even if reading or training is expected to take more memory than there is.",
        property: "isForced"),
    ]
  }

  /// Reads the edge list.
  ///
  /// - Parameter threadCount: The maximum number of threads.
  /// - Returns: The graph, and a summary of how it was read.
  /// - Throws: What `EdgeList.init` throws, and `TooMuchMemory`.
  func read(threadCount: Int) throws -> EdgeList {
    try requireMemory(threadCount: threadCount)
    return try EdgeList(contentsOf: path, options: options, threadCount: threadCount)
  }

  /// Throws if the file is so large that its graph cannot fit in memory.
  ///
  /// - Parameter threadCount: The maximum number of threads.
  /// - Throws: `TooMuchMemory`.
  func requireMemory(threadCount: Int) throws(TooMuchMemory) {
    guard let byteCount = EdgeList.leastByteCount(reading: path, options: options) else { return }
    try TooMuchMemory.check(
      byteCount, for: "reading \(Excerpt.escaped(path))", threadCount: threadCount,
      isForced: isForced)
  }

  /// Says which graph was read, and how.
  func announce(_ edgeList: EdgeList, on console: Console) {
    console.note("graph     \(text(of: edgeList))")
    console.note("read as   \(edgeList.summary.formatText)")
    for note in edgeList.summary.notes { console.note("note      \(note)") }
  }

  /// A description of the graph in one line.
  func text(of edgeList: EdgeList) -> String {
    let graph = edgeList.graph
    let parts =
      [
        "\(graph.nodeCount.groupedText) nodes", "\(graph.edgeCount.groupedText) edges",
        graph.isDirected ? "directed" : "undirected",
        graph.isWeighted ? "weighted" : "unweighted",
      ] + edgeList.summary.changes
    return "\(path == "-" ? "standard input" : path): \(parts.joined(separator: ", "))"
  }
}

extension FieldDelimiter: OptionChoice {
  static var valueName: String { "\(allCases.map(\.rawValue).joined(separator: "|"))|CHARACTER" }
  static var accepted: String {
    "\(allCases.map(\.rawValue).joined(separator: ", ")) or a character"
  }
}
extension EdgeListOptions.Layout: OptionChoice {}
extension TextEncoding: OptionChoice {}

extension EdgeListOptions.Comments: OptionValue {
  init?(optionText: String) { self.init(rawValue: optionText) }
  var optionText: String? { rawValue }
  static var valueName: String { "none|CHARACTER" }
  static var accepted: String { "none or a character" }
}

extension EdgeListOptions.ParallelEdges: OptionChoice {}
extension EdgeListOptions.SelfLoops: OptionChoice {}
extension EdgeListOptions.ZeroWeights: OptionChoice {}

extension EdgeListColumns: OptionValue {
  init?(optionText: String) {
    guard let columns = try? EdgeListColumns(optionText) else { return nil }
    self = columns
  }
  var optionText: String? { description }
  static var valueName: String { "LIST" }
  static var accepted: String {
    "a list of source, target, weight, time and _ (a column that is not read), such as "
      + "source,target,weight,_"
  }
}
