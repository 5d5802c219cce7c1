internal import RandomWalks

extension WalkOptions {
  /// The number of walks and their length.
  static var sizeCommandLine: [Option<WalkOptions>] {
    [
      .value("--walks-per-node", to: \.walksPerNode, "How many walks start at each node."),
      .value("--walk-length", to: \.walkLength, "How many nodes a walk has, the first included."),
    ]
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

  /// The values of the options as text.
  var text: String {
    "\(walksPerNode) a node × \(walkLength) nodes, \(kindText)"
  }
}

extension WalkStrategy: OptionChoice {
  /// Descriptions of some kinds of walks for help texts.
  static func summaries(of strategies: [WalkStrategy]) -> String {
    strategies.map(\.summary).joined(separator: "; ")
  }
}
