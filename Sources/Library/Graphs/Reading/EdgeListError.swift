public import Text

/// Why an edge list cannot be read.
public struct EdgeListError: Error, Equatable, CustomStringConvertible {
  /// What is wrong.
  ///
  /// Texts are quoted from the file, shortened, with escapes for unprintable characters.
  public enum Reason: Equatable, Sendable {
    /// The text is encoded neither in UTF-8 nor in UTF-16.
    case encoding
    /// The file contains neither edges nor nodes.
    case noEdges
    /// The file is of another kind; the text says which, and what would help.
    case foreignFile(String)
    /// The header is that of a table of nodes; it is quoted.
    case nodeTable(header: String)
    /// Lines have different numbers of columns, as in an adjacency list.
    case variedColumns
    /// A METIS file violates the format; the text says how.
    case metis(String)
    /// A name consists of names of nodes, as if it were a list of neighbors; it is quoted.
    case severalNodes(String)
    /// An archive has several files, and no option says which one holds the graph.
    case severalMembers([String])
    /// An archive does not have the file that is wanted, but these.
    case unknownMember(String, of: [String])
    /// A file of an archive is wanted, and there is no archive.
    case noArchive
    /// An edge is of another type, directed or undirected, than the first; the type is quoted.
    case mixedDirections(String)
    /// There are as many lines of numbers as columns: a matrix, edges or an adjacency list.
    case squareNumbers(count: Int)
    /// The file violates its format; the text says how.
    case invalidFormat(String)
    /// A matrix is not symmetric, so that its graph would be directed.
    case asymmetricMatrix
    /// There are more columns than source, target and weight, and no option says what they hold.
    case unknownColumns(count: Int)
    /// A line has the wrong number of columns.
    case columnCount(Int, expected: ClosedRange<Int>, text: String, delimiter: FieldDelimiter)
    /// A node, a weight or a time is missing between two delimiters.
    case emptyField(EdgeListColumns.Column, text: String)
    /// Quotation marks are unbalanced or misplaced.
    case quotation(String)
    /// A node's name is not valid UTF-8 or contains control characters.
    case invalidName(String)
    /// A weight is not a finite number.
    case invalidWeight(String)
    /// A weight is negative.
    case negativeWeight(String)
    /// A weight is 0.
    case zeroWeight(String)
    /// A weight is outside the range of `Float`.
    case weightOutOfRange(String)
    /// The weights of parallel edges add up to more than a `Float` can hold.
    case weightSum(source: String, target: String)
    /// A time is not a finite number.
    case invalidTime(String)
    /// Times are required, and no column holds them.
    case noTimes
    /// An edge is repeated.
    case parallelEdge(source: String, target: String)
    /// A Matrix Market file does not hold a graph or violates the format; the text says how.
    case matrixMarket(String)
    /// An option is for columns of edges and does not apply to another format; the text is its name
    /// in `EdgeListOptions`.
    case optionWithFormat(String, format: String)
    /// There are more nodes than 32 bits can number.
    case tooManyNodes
    /// There is not enough memory for the graph.
    case notEnoughMemory(byteCount: Int)
  }

  /// Options that make an invalid edge list readable.
  public enum Remedy: Equatable, Sendable {
    /// Set `delimiter` and `columns` to what separates the columns and what they hold.
    case describeColumns
    /// Set `columns` to what all columns hold, for example to these.
    case nameColumns(EdgeListColumns)
    /// Set `ignoresWeights` to read the edges without weights.
    case ignoreWeights
    /// Set `zeroWeights` to drop edges of weight 0.
    case dropZeroWeights
    /// Set `parallelEdges` to keep one of several edges between the same nodes.
    case keepOneParallelEdge
    /// Set `parallelEdges` to merge edges between the same nodes.
    case mergeParallelEdges
    /// Set `layout` to edges.
    case readEdges
    /// Set `member` to the name of the file with the graph.
    case chooseMember
    /// Set `layout` or `columns`.
    case chooseLayout(EdgeListColumns)
    /// Set `isDirected` or `ignoresDirections`.
    case chooseDirections
    /// Set `layout` to read a node and its neighbors in each line.
    case readAdjacency
    /// Give the file as `nodesPath` beside one of edges, or set `columns`.
    case declareNodes
    /// Set `columns` to one of these: the middle column, or the last, is not read.
    case skipColumn
    /// Set `comments` to the mark with which the line begins.
    case markComments
    /// Set `encoding` to read Latin 1.
    case readLatin1
  }

  /// The file's path, or `-` for standard input.
  public let file: String
  /// The line number, counted from 1; nil if the error concerns no single line.
  public let line: Int?
  /// What is wrong.
  public let reason: Reason

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - file: The file's path, or `-` for standard input.
  ///   - line: The line number, counted from 1, or nil.
  ///   - reason: What is wrong.
  public init(file: String, line: Int?, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// The option that would make the file readable, if there is one.
  public var remedy: Remedy? {
    switch reason {
    case .columnCount(_, _, let text, _) where text.hasPrefix("'#"): .markComments
    case .columnCount: .describeColumns
    case .unknownColumns(let count):
      count <= 16 ? .nameColumns(.weighted(ignoredCount: count - 3)) : .describeColumns
    case .nodeTable: .declareNodes
    case .variedColumns: .readAdjacency
    case .severalNodes: .readEdges
    case .squareNumbers(let count): .chooseLayout(.weighted(ignoredCount: count - 3))
    case .severalMembers, .unknownMember: .chooseMember
    case .asymmetricMatrix, .mixedDirections: .chooseDirections
    case .invalidWeight: .skipColumn
    case .invalidName(let text) where text.contains("\\x"): .readLatin1
    case .noTimes: .nameColumns(.timed)
    case .negativeWeight: .ignoreWeights
    case .zeroWeight: .dropZeroWeights
    case .weightSum: .keepOneParallelEdge
    case .parallelEdge: .mergeParallelEdges
    default: nil
    }
  }

  /// The place, the offending text and what would be accepted.
  public var description: String {
    "\(TextTableError.place(file: file, line: line)): \(reason.description)"
  }
}

extension EdgeListError.Reason: CustomStringConvertible {
  /// The offending text and what would be accepted.
  public var description: String {
    switch self {
    case .encoding: "is not text in UTF-8 or UTF-16"
    case .foreignFile(let reason), .metis(let reason), .invalidFormat(let reason): reason
    case .severalMembers(let names): "is an archive of \(Self.list(names))"
    case .unknownMember(let name, let names):
      "the archive has no \(Excerpt.quoted(name.utf8)), but \(Self.list(names))"
    case .noArchive: "is no archive, of whose files one could be chosen"
    case .squareNumbers(let count):
      "\(count) columns of numbers in as many lines are a matrix, edges or an adjacency list"
    case .severalNodes(let name):
      "\(name) looks like several nodes in one column; a line is 'source target' or a node and its "
        + "neighbors with the same character between all of them"
    case .mixedDirections(let type):
      "the edge is of the type \(type), unlike the first; all edges of a graph are directed, or none"
    case .asymmetricMatrix: "the matrix is not symmetric: its edges lead one way"
    case .nodeTable(let header): "is a table of nodes, by its header \(header), and no edge list"
    case .variedColumns: "the lines have different numbers of columns"
    case .noEdges: "has no edges; a line is 'source target' or 'source target weight'"
    case .unknownColumns(let count):
      "\(count) columns, of which source, target and weight are known; say what all hold"
    case .columnCount(let count, let expected, let text, let delimiter):
      "\(text) has \(count == 1 ? "1 column" : "\(count) columns") where "
        + (expected.count == 1
          ? "\(expected.lowerBound)" : "\(expected.lowerBound) or \(expected.upperBound)")
        + " are expected, separated by \(delimiter.rawValue)"
    case .emptyField(let column, let text): "the \(column) is empty in \(text)"
    case .quotation(let reason): reason
    case .invalidName(let text):
      "\(text) is no name of a node; names are text in UTF-8 without "
        + "control characters"
    case .invalidWeight(let text), .negativeWeight(let text), .zeroWeight(let text):
      "\(text) is not a positive, finite weight"
    case .weightOutOfRange(let text): "\(text) is not a weight from 1e-45 to 3.4e38"
    case .weightSum(let source, let target):
      "the weights of the parallel edges from \(source) to \(target) add up to more than 3.4e38"
    case .invalidTime(let text): "\(text) is not a finite time"
    case .noTimes: "has no times; say which column holds them"
    case .parallelEdge(let source, let target):
      "the edge from \(source) to \(target) occurred before"
    case .matrixMarket(let reason): reason
    case .optionWithFormat(let option, let format):
      "\(option) is not for \(format) files, which say themselves what they hold"
    case .tooManyNodes: "has more than \(UInt32.max) nodes"
    case .notEnoughMemory(let byteCount): "there is no memory for its graph of \(byteCount) bytes"
    }
  }

  /// The number of files, and the names of the first of them.
  private static func list(_ names: [String]) -> String {
    guard !names.isEmpty else { return "no files" }
    let shown = names.prefix(12).map { Excerpt.quoted($0.utf8) }.joined(separator: ", ")
    let more = names.count > 12 ? " and \(names.count - 12) more" : ""
    return "\(names.count) \(names.count == 1 ? "file" : "files"): \(shown)\(more)"
  }
}
