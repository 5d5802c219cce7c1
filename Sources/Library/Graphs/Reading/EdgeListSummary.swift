public import Text

/// How an edge list was interpreted, and what was merged or left out.
public struct EdgeListSummary: Sendable, Equatable {
  /// The kinds of files.
  public enum Format: String, Sendable {
    /// One edge per line.
    case edgeList = "edge list"
    /// A sparse matrix in the coordinate format.
    case matrixMarket = "Matrix Market"
    /// A node and its neighbors per line.
    case adjacency = "adjacency list"
    /// The neighbors of a node per line.
    case metis = "METIS"
    /// A square matrix of numbers.
    case matrix = "adjacency matrix"
    /// The edges and arcs of the DIMACS challenges.
    case dimacs = "DIMACS"
    /// A node, its neighbors in a line each, the next node.
    case multilineAdjacency = "multi-line adjacency list"
    /// GraphML.
    case graphML = "GraphML"
    /// Gephi's format.
    case gexf = "GEXF"
    /// GML.
    case gml = "GML"
    /// Pajek's networks.
    case pajek = "Pajek"
    /// Lists of nodes and links.
    case json = "JSON"
    /// Graphviz's language.
    case dot = "DOT"
    /// UCINET's data language.
    case dl = "UCINET DL"
    /// The format of Large Graph Layout.
    case lgl = "LGL"
    /// LEDA's graphs.
    case leda = "LEDA"
    /// Arrays of NumPy.
    case numPy = "NumPy"
    /// A matrix of MATLAB.
    case matlab = "MATLAB"
  }

  /// The kind of file.
  public internal(set) var format = Format.edgeList
  /// What else was understood of the format; nil if it leaves no choice.
  public internal(set) var remark: String?
  /// The name of the file that was read in an archive of several, quoted; otherwise nil.
  public internal(set) var member: String?
  /// What separates the columns.
  public internal(set) var delimiter = FieldDelimiter.whitespace
  /// What the columns hold.
  public internal(set) var columns = EdgeListColumns.unweighted
  /// The header line, shortened; nil if there is none.
  public internal(set) var header: String?
  /// The number of lines that hold an edge.
  public internal(set) var edgeLineCount = 0
  /// The number of edges that were merged into an earlier one between the same nodes.
  public internal(set) var mergedEdgeCount = 0
  /// The number of edges from a node to itself, before any merging.
  public internal(set) var selfLoopCount = 0
  /// Whether edges from a node to itself were dropped.
  public internal(set) var dropsSelfLoops = false
  /// The number of edges that were dropped because their weight is 0.
  public internal(set) var zeroWeightCount = 0
  /// The number of nodes that occur only in the file of nodes.
  public internal(set) var addedNodeCount = 0

  /// The number of lines that were taken for comments.
  public internal(set) var commentLineCount = 0
  /// The number of lines that repeat the header.
  public internal(set) var repeatedHeaderCount = 0
  /// Whether weights were read from attributes in braces.
  public internal(set) var hasAttributes = false
  /// Whether the two columns were read as different kinds of nodes.
  public internal(set) var isTwoSided = false
  /// Whether every edge was listed in both directions, which gives it no weight.
  public internal(set) var isListedBothWays = false
  /// A first line, shortened, that was read as an edge and may be a header; otherwise nil.
  public internal(set) var suspectedHeader: String?
  /// A first line, shortened, that holds the numbers of nodes and edges and was skipped; otherwise
  /// nil.
  public internal(set) var sizeLine: String?
  /// The number of nodes that this line tells of and that no edge has.
  public internal(set) var missingNodeCount = 0
  /// A first line, shortened, that was read as an edge and may hold the numbers of nodes and edges;
  /// otherwise nil.
  public internal(set) var suspectedSizeLine: String?
  /// Whether a column says that edges lead only from source to target.
  public internal(set) var isDirected = false
  /// Whether names such as `2.0` were read as `2`, since other names are whole numbers.
  public internal(set) var readsWholeNumbers = false
  /// Whether all weights are names of nodes, as in an adjacency list.
  public internal(set) var hasNodesAsWeights = false

  init() {}
}
