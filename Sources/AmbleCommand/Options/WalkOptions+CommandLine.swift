internal import RandomWalks

extension WalkOptions {
  /// The options of every command that walks.
  static var commandLine: [Option<WalkOptions>] {
    [
      .value("--walks-per-node", to: \.walksPerNode, "How many walks start at each node."),
      .value("--walk-length", to: \.walkLength, "How many nodes a walk has, the first included."),
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

  /// The options' values, for people.
  var text: String {
    let kind =
      returnParameter == 1 && inOutParameter == 1
      ? "p = q = 1 (DeepWalk)"
      : "p \(returnParameter.shortText), q \(inOutParameter.shortText) (node2vec)"
    return "\(walksPerNode) a node × \(walkLength) nodes, \(kind)"
  }
}
