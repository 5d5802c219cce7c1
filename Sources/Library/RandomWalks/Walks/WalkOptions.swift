/// How many walks are made, how long they are and how they step.
public struct WalkOptions: Sendable {
  /// The number of walks that start at each node, in `sizeRange`, or nil for a number that suits
  /// the graph; see `budget(on:)`.
  public var walksPerNode: Int? = 10
  /// The number of nodes of a walk, including the first, in `sizeRange`.
  public var walkLength = 80
  /// The kind of walk, or nil for the kind that the other options imply; see `impliedStrategy`.
  public var strategy: WalkStrategy?
  /// The return parameter, *p* of node2vec and node2vec+, in `parameterRange`.
  ///
  /// Above 1, the walk avoids stepping back.
  public var returnParameter = 1.0
  /// The in-out parameter, *q* of node2vec and node2vec+, in `parameterRange`.
  ///
  /// Above 1, the walk stays near the previous node; below 1, it moves outward.
  public var inOutParameter = 1.0
  /// How heavy an edge must be to be tight, *γ* of node2vec+; nil stands for 0.
  ///
  /// It counts standard deviations above the mean of a node's edges.
  public var tieDeviation: Double?
  /// The probability of a jump back to the first node, in walks with restart; nil stands for
  /// `standardRestartProbability`.
  public var restartProbability: Double?
  /// The types of nodes in turn, for walks along a metapath.
  public var metapath: [String] = []

  /// The restart probability if none is given.
  public static let standardRestartProbability = 0.15

  /// The valid range of *p* and *q*: neither they nor their reciprocals exceed what sums of weights
  /// leave room for.
  public static let parameterRange = 1e-30...1e30

  /// How many walks may start at a node, and how many nodes a walk may have: so few that the
  /// walks of any graph can be counted.
  public static let sizeRange = 1...1_000_000_000

  /// Creates the default options: walks of 80 nodes, as many as suit the graph, *p* = *q* = 1.
  public init() {}

  /// The kind of walk: the one in `strategy` or, if that is nil, the one that has the parameters
  /// that are set.
  public var impliedStrategy: WalkStrategy {
    let implied = WalkStrategy.allCases.last { $0.impliedBy.map(isSet) ?? false }
    return strategy ?? implied ?? .node2vec
  }

  private func isSet(_ parameter: WalkParameter) -> Bool {
    switch parameter {
    case .returnParameter: returnParameter != 1
    case .inOutParameter: inOutParameter != 1
    case .tieDeviation: tieDeviation != nil
    case .restartProbability: restartProbability != nil
    case .metapath: !metapath.isEmpty
    }
  }

  /// Checks the number of walks and their length.
  func validateSize() throws(OptionError) {
    for (option, value) in [("walksPerNode", walksPerNode ?? 1), ("walkLength", walkLength)] {
      try OptionError.require(
        Self.sizeRange.contains(value), option, value, "from 1 to \(Self.sizeRange.upperBound)")
    }
    // The steps of all nodes, of which there are less than 2³², are counted in 64 bits.
    let limit = Self.sizeRange.upperBound / walkLength
    let count = walksPerNode ?? 1
    try OptionError.require(
      count <= limit, "walksPerNode", count,
      "from 1 to \(limit) for walks of \(walkLength) nodes")
  }

  /// Checks that every option is in range and applies to the kind of walk.
  ///
  /// - Throws: `OptionError` for the first that is not or does not.
  public func validate() throws(OptionError) {
    try validateSize()
    let strategy = impliedStrategy
    func requireLeftOut(
      _ parameter: WalkParameter, _ value: some CustomStringConvertible
    ) throws(OptionError) {
      try OptionError.require(
        strategy.parameters.contains(parameter) || !isSet(parameter), parameter.rawValue, value,
        "left out for \(strategy.rawValue) walks")
    }
    for (parameter, value) in [
      (WalkParameter.returnParameter, returnParameter), (.inOutParameter, inOutParameter),
    ] {
      try OptionError.require(
        Self.parameterRange.contains(value), parameter.rawValue, value,
        "positive and finite (1e-30 to 1e30)")
      try requireLeftOut(parameter, value)
    }
    if let tieDeviation {
      try requireLeftOut(.tieDeviation, tieDeviation)
      try OptionError.require(tieDeviation.isFinite, "tieDeviation", tieDeviation, "finite")
    }
    if let restartProbability {
      try requireLeftOut(.restartProbability, restartProbability)
      try OptionError.require(
        restartProbability >= 0 && restartProbability < 1, "restartProbability",
        restartProbability, "at least 0 and less than 1")
    }
    let path = metapath.joined(separator: ",")
    try requireLeftOut(.metapath, path)
    try OptionError.require(
      !strategy.parameters.contains(.metapath) || metapath.count >= 2, "metapath",
      path.isEmpty ? "left out" : path, "two types or more, such as user,item")
  }
}
