internal import Text

/// Why a graph cannot be built from edges in memory.
///
/// Edges are counted from 0, in the order in which they were given.
public enum GraphError: Error, Equatable, CustomStringConvertible {
  /// Two arrays that describe the same edges differ in length.
  case unequalCounts(sources: Int, other: String, count: Int)
  /// A node's number is negative, or not less than the number of nodes.
  case nodeOutOfRange(edge: Int, node: Int, nodeCount: Int)
  /// A node's name is empty or contains control characters.
  case invalidName(edge: Int, name: String)
  /// A weight is not a positive, finite number.
  case invalidWeight(edge: Int, weight: Float)
  /// A time is not finite.
  case invalidTime(edge: Int, time: Double)
  /// The weights of parallel edges add up to more than a `Float` can hold.
  case weightSum(source: String, target: String)
  /// An edge is repeated, and parallel edges are not allowed.
  case parallelEdge(edge: Int, source: String, target: String)
  /// There are no nodes, or more than 32 bits can number.
  case nodeCount(Int)
  /// There is not enough memory for the graph.
  case notEnoughMemory(byteCount: Int)

  /// The largest number of nodes that a graph can have.
  static var largestNodeCount: Int { Int(Node.max) - 1 }

  /// The edge, what is wrong with it and what would be accepted.
  public var description: String {
    switch self {
    case .unequalCounts(let sources, let other, let count):
      "there are \(sources) sources and \(count) \(other)"
    case .nodeOutOfRange(let edge, let node, let nodeCount):
      "edge \(edge): node \(node) is not in 0..<\(nodeCount)"
    case .invalidName(let edge, let name):
      "edge \(edge): \(Excerpt.quoted(name.utf8)) is no name of a node; names are text without "
        + "control characters"
    case .invalidWeight(let edge, let weight):
      "edge \(edge): \(weight) is not a positive, finite weight"
    case .invalidTime(let edge, let time): "edge \(edge): \(time) is not a finite time"
    case .weightSum(let source, let target):
      "the weights of the parallel edges from \(Excerpt.quoted(source.utf8)) to "
        + "\(Excerpt.quoted(target.utf8)) add up to more than 3.4e38"
    case .parallelEdge(let edge, let source, let target):
      "edge \(edge): the edge from \(Excerpt.quoted(source.utf8)) to "
        + "\(Excerpt.quoted(target.utf8)) occurred before"
    case .nodeCount(let count):
      "a graph has 1 to \(Self.largestNodeCount) nodes, not \(count)"
    case .notEnoughMemory(let byteCount):
      "there is no memory for a graph of \(byteCount) bytes"
    }
  }
}
