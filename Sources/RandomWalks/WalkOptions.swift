/// How many walks are made, how long they are and how they turn.
public struct WalkOptions: Sendable {
  /// The number of walks that start at each node; at least 1.
  public var walksPerNode = 10
  /// The number of nodes of a walk, the first included; at least 1.
  public var walkLength = 80
  /// The return parameter, *p* of node2vec, in `parameterRange`.
  ///
  /// Above 1, the walk avoids stepping back.
  public var returnParameter = 1.0
  /// The in-out parameter, *q* of node2vec, in `parameterRange`.
  ///
  /// Above 1, the walk stays near the node before; below 1, it moves outward.
  public var inOutParameter = 1.0

  /// What *p* and *q* may be: positive, and neither they nor their reciprocals beyond what sums
  /// of weights leave room for.
  public static let parameterRange = 1e-30...1e30

  /// Creates the options of the node2vec paper: 10 walks of 80 nodes from each node, *p* = *q* = 1.
  public init() {}

  /// Checks that every option lies in its range.
  ///
  /// - Throws: `OptionError` for the first that does not.
  public func validate() throws(OptionError) {
    try OptionError.require(walksPerNode >= 1, "walksPerNode", walksPerNode, "at least 1")
    try OptionError.require(walkLength >= 1, "walkLength", walkLength, "at least 1")
    for (name, value) in [("returnParameter", returnParameter), ("inOutParameter", inOutParameter)]
    {
      try OptionError.require(
        Self.parameterRange.contains(value), name, value, "positive and finite (1e-30 to 1e30)")
    }
  }
}
