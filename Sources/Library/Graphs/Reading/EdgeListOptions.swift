public import Text

/// How an edge list is read.
///
/// The defaults read what most files are: undirected, with the delimiter and an optional header
/// detected from the first lines, and a third column, if there is one, as the weight.
public struct EdgeListOptions: Sendable, Equatable {
  /// What becomes of edges that lead between the same nodes.
  public enum ParallelEdges: String, CaseIterable, Sendable {
    /// One edge with the sum of the weights. An edge without a weight counts 1.
    case sum
    /// One edge with the weight of the first line.
    case first
    /// One edge with the largest weight.
    case max
    /// The file is refused.
    case error
  }

  /// What becomes of edges from a node to itself.
  public enum SelfLoops: String, CaseIterable, Sendable {
    /// They are edges like any other.
    case keep
    /// They are left out; their nodes stay.
    case drop
  }

  /// What becomes of edges with a weight of 0.
  public enum ZeroWeights: String, CaseIterable, Sendable {
    /// The file is refused.
    case refuse
    /// They are left out; their nodes stay.
    case drop
  }

  /// Whether an edge leads only from its source to its target; else it leads both ways.
  public var isDirected = false
  /// What separates the columns, or nil to detect it from the first line with data.
  public var delimiter: FieldDelimiter?
  /// What the columns hold, or nil for source, target and, if there is a third, weight.
  public var columns: EdgeListColumns?
  /// Whether the first line with data names the columns, or nil to detect it.
  ///
  /// It is taken for a header when none of its fields is a number and all of the next line's are,
  /// or when there are weights and it has none, or when it names the nodes by usual words such as
  /// `source,target`.
  public var hasHeader: Bool?
  /// What becomes of edges that lead between the same nodes.
  public var parallelEdges = ParallelEdges.sum
  /// What becomes of edges from a node to itself.
  public var selfLoops = SelfLoops.keep
  /// What becomes of edges with a weight of 0.
  public var zeroWeights = ZeroWeights.refuse
  /// Whether the weight column is not read: every edge then has weight 1.
  public var ignoresWeights = false
  /// A file of nodes, one a line in the first column, or nil.
  ///
  /// It declares nodes that no edge may mention. Further columns are not read.
  public var nodesPath: String?

  /// Creates the default options.
  public init() {}
}
