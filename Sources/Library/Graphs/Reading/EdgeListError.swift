public import Text

/// Why an edge list cannot be read.
public struct EdgeListError: Error, Equatable, CustomStringConvertible {
  /// What is wrong.
  ///
  /// Texts are as the file has them, shortened and with escapes for what cannot be printed.
  public enum Reason: Equatable, Sendable {
    /// The text is in UTF-16 or UTF-32.
    case encoding
    /// There is no edge and no node in the file.
    case noEdges
    /// There are more columns than source, target and weight, and nothing says what they are.
    case unknownColumns(count: Int)
    /// A line has another number of columns than it should.
    case columnCount(Int, expected: ClosedRange<Int>, text: String, delimiter: FieldDelimiter)
    /// A node, a weight or a time is missing between two delimiters.
    case emptyField(EdgeListColumns.Column, text: String)
    /// Quotation marks are not in order.
    case quotation(String)
    /// The name of a node is not valid UTF-8 or has control characters in it.
    case invalidName(String)
    /// A weight is no number, or no finite one.
    case invalidWeight(String)
    /// A weight is less than 0.
    case negativeWeight(String)
    /// A weight is 0.
    case zeroWeight(String)
    /// A weight is beyond the range of single precision.
    case weightOutOfRange(String)
    /// The weights of parallel edges add up to more than single precision holds.
    case weightSum(source: String, target: String)
    /// A time is no number, or no finite one.
    case invalidTime(String)
    /// Times were asked for, and no column holds them.
    case noTimes
    /// An edge occurred before.
    case parallelEdge(source: String, target: String)
    /// A Matrix Market file holds no graph or breaks its own rules; says why.
    case matrixMarket(String)
    /// An option was given that a Matrix Market file leaves no room for: its name in
    /// `EdgeListOptions`.
    case optionWithMatrixMarket(String)
    /// There are more nodes than 32 bits can number.
    case tooManyNodes
    /// There is no memory for the graph.
    case notEnoughMemory(byteCount: Int)
  }

  /// Options that read an edge list which is refused without them.
  public enum Remedy: Equatable, Sendable {
    /// `delimiter` and `columns` say what separates the columns, and what they hold.
    case describeColumns
    /// `columns` says what all columns hold, such as these.
    case nameColumns(EdgeListColumns)
    /// `ignoresWeights` reads the edges without weights.
    case ignoreWeights
    /// `zeroWeights` can leave out edges of weight 0.
    case dropZeroWeights
    /// `parallelEdges` can keep one of several edges between the same nodes.
    case keepOneParallelEdge
    /// `parallelEdges` can merge edges between the same nodes.
    case mergeParallelEdges
  }

  /// The file's path, or `-` for standard input.
  public let file: String
  /// The number of the line, from 1; nil when the fault is not one line's.
  public let line: Int?
  /// What is wrong.
  public let reason: Reason

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - file: The file's path, or `-` for standard input.
  ///   - line: The number of the line, from 1, or nil.
  ///   - reason: What is wrong.
  public init(file: String, line: Int?, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// What reads the file all the same, where some option does.
  public var remedy: Remedy? {
    switch reason {
    case .columnCount: .describeColumns
    case .unknownColumns(let count): .nameColumns(.weighted(ignoredCount: count - 3))
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
    case .encoding: "is not in UTF-8 but in UTF-16 or UTF-32"
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
    case .optionWithMatrixMarket(let option):
      "\(option) is not for Matrix Market files, which say themselves what their columns hold"
    case .tooManyNodes: "has more than \(UInt32.max) nodes"
    case .notEnoughMemory(let byteCount): "there is no memory for its graph of \(byteCount) bytes"
    }
  }
}
