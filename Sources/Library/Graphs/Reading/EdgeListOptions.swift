public import Text

/// How an edge list is read.
///
/// The defaults suit most files: undirected edges, with the delimiter and an optional header
/// detected from the first lines, and the third column, if there is one, as the weight.
public struct EdgeListOptions: Sendable, Equatable {
  /// What to do with edges between the same nodes.
  public enum ParallelEdges: String, CaseIterable, Sendable {
    /// Merge them into one edge with the sum of their weights; an edge without a weight counts 1.
    case sum
    /// Keep one edge, with the weight of the first line.
    case first
    /// Keep one edge, with the largest weight.
    case max
    /// Reject the file.
    case error
  }

  /// What to do with edges from a node to itself.
  public enum SelfLoops: String, CaseIterable, Sendable {
    /// Keep them as edges like any other.
    case keep
    /// Drop them, but keep their nodes.
    case drop
  }

  /// What to do with edges of weight 0.
  public enum ZeroWeights: String, CaseIterable, Sendable {
    /// Reject the file.
    case refuse
    /// Drop them, but keep their nodes.
    case drop
  }

  /// Whether an edge leads only from its source to its target; otherwise it leads both ways.
  public var isDirected = false
  /// What separates the columns, or nil to detect it from the first line with data.
  public var delimiter: FieldDelimiter?
  /// What the columns hold; nil for source, target and, if there is a third, weight.
  public var columns: EdgeListColumns?
  /// Whether the first line with data names the columns, or nil to detect it.
  ///
  /// A first line is a header if none of its fields is a number and all fields of the next line
  /// are, if the edges have weights and it has none, or if it names the nodes by common words such
  /// as `source,target`.
  public var hasHeader: Bool?
  /// What to do with edges between the same nodes.
  public var parallelEdges = ParallelEdges.sum
  /// What to do with edges from a node to itself.
  public var selfLoops = SelfLoops.keep
  /// What to do with edges of weight 0.
  public var zeroWeights = ZeroWeights.refuse
  /// Whether to ignore the weight column, so that every edge has weight 1.
  public var ignoresWeights = false
  /// The path of a file of nodes, or nil: the first column holds one node per line.
  ///
  /// It declares nodes that need not occur in any edge. Further columns are ignored.
  public var nodesPath: String?

  /// Creates the default options.
  public init() {}
}
