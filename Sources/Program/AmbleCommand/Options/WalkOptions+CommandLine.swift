internal import Graphs
internal import RandomWalks
internal import Text

extension WalkOptions {
  /// The number of walks and their length.
  static var sizeCommandLine: [Option<WalkOptions>] {
    [
      walksPerNodeOption,
      .value("--walk-length", to: \.walkLength, "How many nodes a walk has, the first included."),
    ]
  }

  /// A number, or a word for the number that suits the graph.
  private static var walksPerNodeOption: Option<WalkOptions> {
    Option(
      names: ["--walks-per-node"], valueName: "auto|N",
      help: "How many walks start at each node; auto: as many as suit the graph.",
      property: "walksPerNode", defaultText: { $0.walksPerNode?.optionText ?? "auto" },
      set: { (options, text) throws(UsageError) in
        let number = Int(optionText: text)
        guard text == "auto" || number != nil else {
          throw UsageError(
            "--walks-per-node must be auto or a whole number, not \(Excerpt.quoted(text.utf8))")
        }
        options.walksPerNode = number
      })
  }

  /// The parameters of node2vec.
  static var biasCommandLine: [Option<WalkOptions>] {
    [
      .value(
        "--p", to: \.returnParameter,
        "Return parameter of node2vec: above 1, walks avoid stepping back.",
        property: "returnParameter"),
      .value(
        "--q", to: \.inOutParameter,
        "In-out parameter of node2vec: above 1, walks stay near; below 1, they move outward.",
        property: "inOutParameter"),
    ]
  }

  /// The parameter of node2vec+.
  static var tieCommandLine: Option<WalkOptions> {
    .value(
      "--gamma", to: \.tieDeviation,
      "For node2vec+: how many standard deviations above the mean of a node's edges an edge must "
        + "weigh to be tight; without it, 0.", property: "tieDeviation")
  }

  /// The other kinds of walks and their parameters.
  static var strategyCommandLine: [Option<WalkOptions>] {
    [
      .value(
        "--strategy", to: \.strategy,
        "The kind of walk: \(WalkStrategy.summaries(of: WalkStrategy.allCases)). Without it, what "
          + "the other options imply, else node2vec."),
      tieCommandLine,
      .value(
        "--restart-probability", to: \.restartProbability,
        "For restart: the probability of a jump at each step; without it, 0.15."),
      .value(
        "--metapath", to: \.metapath,
        "For metapath: the types of nodes in turn, such as user,item."),
    ]
  }

  /// The values of the options as text, with the reason for a number of walks that is not given.
  ///
  /// - Parameter graph: The graph that the walks are on.
  /// - Returns: The text.
  func text(on graph: Graph) -> String {
    let budget = budget(on: graph)
    let size = "\(budget.walksPerNode) a node × \(walkLength) nodes"
    guard budget.reason != .given, graph.edgeCount > 0 else { return "\(size), \(kindText)" }
    let nodes = Double(graph.nodeCount) * Double(budget.walksPerNode) * Double(walkLength)
    let share = (nodes / Double(graph.edgeCount)).rounded()
    return "\(size) (\(Int(share).groupedText) in walks per edge: \(budget.reason.rawValue)), "
      + kindText
  }
}

extension WalkStrategy: OptionChoice {
  /// Descriptions of some kinds of walks for help texts.
  static func summaries(of strategies: [WalkStrategy]) -> String {
    strategies.map(\.summary).joined(separator: "; ")
  }
}
