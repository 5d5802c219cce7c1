/// How many walks are made, how long they are and how they turn.
public struct WalkOptions: Sendable {
  /// The number of walks that start at each node; at least 1.
  public var walksPerNode = 10
  /// The number of nodes of a walk, the first included; at least 1.
  public var walkLength = 80
  /// *p* of node2vec: above 1, the walk avoids stepping back. Positive and finite.
  public var returnParameter = 1.0
  /// *q* of node2vec: above 1, the walk stays near the node before; below 1, it moves outward.
  /// Positive and finite.
  public var inOutParameter = 1.0

  /// Creates the options of the node2vec paper: 10 walks of 80 nodes from each node, *p* = *q* = 1.
  public init() {}
}
