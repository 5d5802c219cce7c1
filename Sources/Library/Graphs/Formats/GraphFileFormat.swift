internal import Files
internal import Text

/// A format whose files tell themselves which nodes and edges there are.
protocol GraphFileFormat: SendableMetatype {
  /// The layout that asks for the format.
  static var layout: EdgeListOptions.Layout { get }

  /// Whether a file is in the format, by its beginning.
  static func recognizes(_ bytes: Span<UInt8>, _ options: EdgeListOptions) -> Bool

  /// Reads a file.
  ///
  /// - Throws: `LineFault` for the first place that violates the format.
  static func read(
    _ bytes: Span<UInt8>, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph
}

extension EdgeListOptions {
  /// The formats of text, in the order in which they are tried.
  private static let textFormats: [any GraphFileFormat.Type] = [DIMACSGraph.self, MatrixText.self]

  /// The format of text that a file is read in; nil for lines of edges or neighbors.
  func textFormat(of bytes: Span<UInt8>) -> (any GraphFileFormat.Type)? {
    guard let layout else { return Self.textFormats.first { $0.recognizes(bytes, self) } }
    return Self.textFormats.first { $0.layout == layout }
  }

  /// The name of a property that says what the columns are, if one is set: no other format has
  /// columns.
  var propertyOfColumns: String? {
    if columns != nil { return "columns" }
    if hasHeader != nil { return "hasHeader" }
    if nodesPath != nil { return "nodesPath" }
    return isTwoSided ? "isTwoSided" : nil
  }
}

extension ParsedEdges {
  /// The edges of a file in a format of text that is not a list of edges; nil for such a list.
  init?(
    formatted bytes: Span<UInt8>, options: EdgeListOptions, threadCount: Int
  ) throws(LineFault) {
    guard let format = options.textFormat(of: bytes) else { return nil }
    if let property = options.propertyOfColumns {
      throw LineFault(reason: .optionWithFormat(property, format: format.layout.formatName))
    }
    try self.init(format.read(bytes, options), options: options, threadCount: threadCount)
  }
}

extension EdgeListOptions.Layout {
  /// What a file of the layout is called.
  var formatName: String {
    switch self {
    case .edges: EdgeListSummary.Format.edgeList.rawValue
    case .adjacency: EdgeListSummary.Format.adjacency.rawValue
    case .metis: EdgeListSummary.Format.metis.rawValue
    case .matrix: EdgeListSummary.Format.matrix.rawValue
    case .dimacs: EdgeListSummary.Format.dimacs.rawValue
    }
  }
}
