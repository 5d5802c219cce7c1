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

  /// What a line holds.
  public enum Layout: String, CaseIterable, Sendable {
    /// An edge.
    case edges
    /// A node and the nodes next to it, all of them or only those that later lines do not tell.
    case adjacency
    /// The nodes next to the node of the line's number, after a line with the numbers of nodes and
    /// edges, as METIS reads graphs.
    case metis
    /// A row of a square matrix of numbers, perhaps with names beside and above it.
    case matrix
    /// An edge, an arc or a comment by its first letter, as in the DIMACS challenges.
    case dimacs
    /// A node and the number of its neighbors, which follow in a line each, as in networkx.
    case multilineAdjacency = "multiline-adjacency"
    /// GraphML.
    case graphML = "graphml"
    /// GEXF, Gephi's format.
    case gexf
    /// GML.
    case gml
    /// Pajek's networks.
    case pajek
    /// JSON with lists of nodes and links.
    case json
    /// Graphviz's DOT.
    case dot
    /// UCINET's data language.
    case dl
    /// A line `# node` above its neighbors, as Large Graph Layout reads them; only this option or a
    /// name that ends with `.lgl` tells it from comments.
    case lgl
    /// LEDA's graphs.
    case leda
    /// NumPy's arrays: sparse matrices of SciPy and PecanPy, square arrays, pairs of nodes.
    case numPy = "numpy"
    /// A matrix in a file of MATLAB, up to version 7.
    case matlab
  }

  /// Which lines are comments.
  public struct Comments: RawRepresentable, Equatable, Sendable {
    /// `none`, or the character that begins a comment.
    public let rawValue: String
    let rule: CommentRule

    /// Takes `none` or a character.
    ///
    /// - Parameter rawValue: The word or a character of ASCII; anything else is no rule.
    public init?(rawValue: String) {
      self.rawValue = rawValue
      if rawValue == "none" {
        rule = .none
      } else if rawValue.utf8.count == 1, let byte = rawValue.utf8.first, byte > 0x20, byte < 0x7f {
        rule = .lines(beginningWith: byte)
      } else {
        return nil
      }
    }
  }

  /// Whether an edge leads only from its source to its target; otherwise it leads both ways, unless
  /// the format of the file says that edges have directions.
  public var isDirected = false
  /// Whether every edge leads both ways, even in a file that says otherwise.
  public var ignoresDirections = false
  /// The name of the file with the graph in an archive, or nil for the only one.
  ///
  /// Files that only tell about graphs, such as README, need not be told from it.
  public var member: String?
  /// What separates the columns, or nil to detect it from the first line with data.
  public var delimiter: FieldDelimiter?
  /// How characters are stored.
  public var encoding = TextEncoding.unicode
  /// What a line holds, or nil to detect it.
  ///
  /// Adjacency lists are detected by the comments of networkx, METIS by its numbers of nodes and
  /// edges, other formats by their beginning.
  public var layout: Layout?
  /// Which lines are comments, or nil for the rule that loses no name.
  ///
  /// If nodes are numbers, lines that begin with `#` or `%` are comments. Otherwise a blank must
  /// follow the mark, except before the first edge.
  public var comments: Comments?
  /// Whether source and target are different kinds of nodes: a node of one side is another than one
  /// of the same name on the other side.
  ///
  /// KONECT's files of bipartite graphs say this themselves.
  public var isTwoSided = false
  /// What precedes the names of sources and those of targets in two-sided graphs.
  public var sidePrefixes = ["u:", "i:"]
  /// What the columns hold; nil for what the header says, otherwise for source, target and, if
  /// there is a third, weight.
  public var columns: EdgeListColumns?
  /// Whether the first line with data names the columns, or nil to detect it.
  ///
  /// A first line is a header if it names the nodes by common words such as `source,target`; if
  /// none of its fields is a number and all fields of the next line are; or if the edges have
  /// weights and it has none.
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

  /// Whether the first line with data is known to hold the numbers of nodes and edges.
  var skipsSizeLine = false
  /// Whether a name such as `2.0` is that of node 2.
  var readsWholeNumbers = false

  /// Creates the default options.
  public init() {}
}
