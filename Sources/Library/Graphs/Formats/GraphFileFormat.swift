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
  private static let textFormats: [any GraphFileFormat.Type] = [
    GraphML.self, GEXF.self, GML.self, Pajek.self, NodeLinkJSON.self, DOT.self, UCINET.self,
    DIMACSGraph.self, MultilineAdjacency.self, MatrixText.self, LGL.self,
  ]

  /// The format of text that a file is read in; nil for lines of edges or neighbors.
  func textFormat(of bytes: Span<UInt8>, named file: String) -> (any GraphFileFormat.Type)? {
    guard let layout else {
      return Self.textFormats.first { $0.recognizes(bytes, self) }
        ?? (file.lowercased().hasSuffix(".lgl") ? LGL.self : nil)
    }
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
    formatted bytes: Span<UInt8>, named file: String, options: EdgeListOptions, threadCount: Int
  ) throws(LineFault) {
    guard let format = options.textFormat(of: bytes, named: file) else { return nil }
    if let property = options.propertyOfColumns {
      throw LineFault(reason: .optionWithFormat(property, format: format.layout.formatName))
    }
    try self.init(format.read(bytes, options), options: options, threadCount: threadCount)
  }
}

extension EdgeListOptions.Layout {
  /// What a file of the layout is called.
  var formatName: String { format.rawValue }

  /// The kind of files of the layout.
  private var format: EdgeListSummary.Format {
    switch self {
    case .edges: .edgeList
    case .adjacency: .adjacency
    case .multilineAdjacency: .multilineAdjacency
    case .metis: .metis
    case .matrix: .matrix
    case .dimacs: .dimacs
    case .graphML: .graphML
    case .gexf: .gexf
    case .gml: .gml
    case .pajek: .pajek
    case .json: .json
    case .dot: .dot
    case .dl: .dl
    case .lgl: .lgl
    }
  }
}
