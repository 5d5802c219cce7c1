/// How many walks are made, how long they are and how they turn.
public struct WalkOptions: Sendable {
  /// The number of walks that start at each node; at least 1.
  public var walksPerNode = 10
  /// The number of nodes of a walk, the first included; at least 1.
  public var walkLength = 80
  /// The kind of walk, or nil for what the other options imply; see `impliedStrategy`.
  public var strategy: WalkStrategy?
  /// The return parameter, *p* of node2vec and node2vec+, in `parameterRange`.
  ///
  /// Above 1, the walk avoids stepping back.
  public var returnParameter = 1.0
  /// The in-out parameter, *q* of node2vec and node2vec+, in `parameterRange`.
  ///
  /// Above 1, the walk stays near the node before; below 1, it moves outward.
  public var inOutParameter = 1.0
  /// How heavy an edge must be to be tight, *γ* of node2vec+; nil is 0.
  ///
  /// It is counted in standard deviations above the mean of a node's edges.
  public var tieDeviation: Double?
  /// The probability of a jump back to the first node, of walks with restart; nil is `standardRestartProbability`.
  public var restartProbability: Double?
  /// The types of nodes in turn, of walks along a metapath.
  public var metapath: [String] = []

  /// The restart probability where none is said.
  public static let standardRestartProbability = 0.15

  /// What *p* and *q* may be: positive, and neither they nor their reciprocals beyond what sums
  /// of weights leave room for.
  public static let parameterRange = 1e-30...1e30

  /// Creates the options of the node2vec paper: 10 walks of 80 nodes from each node, *p* = *q* = 1.
  public init() {}

  /// The kind of walk: the one that was asked for, or the one that has the options that are set.
  public var impliedStrategy: WalkStrategy {
    if let strategy { return strategy }
    if !metapath.isEmpty { return .metapath }
    if restartProbability != nil { return .restart }
    return tieDeviation != nil ? .node2vecPlus : .node2vec
  }

  /// Checks that every option lies in its range and belongs to the kind of walk.
  ///
  /// - Throws: `OptionError` for the first that does not.
  public func validate() throws(OptionError) {
    try OptionError.require(walksPerNode >= 1, "walksPerNode", walksPerNode, "at least 1")
    try OptionError.require(walkLength >= 1, "walkLength", walkLength, "at least 1")
    let strategy = impliedStrategy
    let isSecondOrder = strategy == .node2vec || strategy == .node2vecPlus
    for (name, value) in [("returnParameter", returnParameter), ("inOutParameter", inOutParameter)]
    {
      try OptionError.require(
        Self.parameterRange.contains(value), name, value, "positive and finite (1e-30 to 1e30)")
      try OptionError.require(
        isSecondOrder || value == 1, name, value, "left out for \(strategy.rawValue) walks")
    }
    if let tieDeviation {
      try OptionError.require(
        strategy == .node2vecPlus, "tieDeviation", tieDeviation,
        "left out for \(strategy.rawValue) walks")
      try OptionError.require(tieDeviation.isFinite, "tieDeviation", tieDeviation, "finite")
    }
    if let restartProbability {
      try OptionError.require(
        strategy == .restart, "restartProbability", restartProbability,
        "left out for \(strategy.rawValue) walks")
      try OptionError.require(
        restartProbability >= 0 && restartProbability < 1, "restartProbability",
        restartProbability, "at least 0 and less than 1")
    }
    if !metapath.isEmpty || strategy == .metapath {
      let text = metapath.joined(separator: ",")
      try OptionError.require(
        strategy == .metapath, "metapath", text, "left out for \(strategy.rawValue) walks")
      try OptionError.require(
        metapath.count >= 2, "metapath", text.isEmpty ? "left out" : text,
        "two types or more, such as user,item")
    }
  }
}
