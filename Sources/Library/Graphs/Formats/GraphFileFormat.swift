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

/// A format whose files are no text.
protocol BinaryGraphFormat: SendableMetatype {
  /// The layout that asks for the format.
  static var layout: EdgeListOptions.Layout { get }

  /// Whether a file is in the format, by its beginning.
  static func recognizes(_ bytes: Span<UInt8>) -> Bool

  /// Reads a file.
  ///
  /// - Throws: `LineFault` for what violates the format.
  static func read(
    _ bytes: FileBytes, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph
}

extension EdgeListOptions {
  private static let binaryFormats: [any BinaryGraphFormat.Type] = [
    NumPyGraph.self, MATLABGraph.self,
  ]

  /// The binary format that a file is read in; nil for text.
  func binaryFormat(of bytes: Span<UInt8>) -> (any BinaryGraphFormat.Type)? {
    guard let layout else { return Self.binaryFormats.first { $0.recognizes(bytes) } }
    return Self.binaryFormats.first { $0.layout == layout }
  }

  /// The formats of text, in the order in which they are tried.
  private static let textFormats: [any GraphFileFormat.Type] = [
    GraphML.self, GEXF.self, GML.self, Pajek.self, NodeLinkJSON.self, DOT.self, UCINET.self,
    LEDA.self, DIMACSGraph.self, MultilineAdjacency.self, MatrixText.self, LGL.self,
  ]

  /// The format of text that a file is read in; nil for lines of edges or neighbors.
  func textFormat(of bytes: Span<UInt8>, named file: String) -> (any GraphFileFormat.Type)? {
    guard let layout else {
      return Self.textFormats.first { $0.recognizes(bytes, self) }
        ?? (file.lowercased().hasSuffix(".lgl") ? LGL.self : nil)
    }
    return Self.textFormats.first { $0.layout == layout }
  }

  /// Throws if a property says what the columns of edges are.
  func requireNoColumns(for layout: Layout) throws(LineFault) {
    let properties = [
      ("columns", columns != nil), ("hasHeader", hasHeader != nil), ("nodesPath", nodesPath != nil),
      ("isTwoSided", isTwoSided),
    ]
    if let property = properties.first(where: \.1) {
      throw LineFault(reason: .optionWithFormat(property.0, format: layout.formatName))
    }
  }
}

extension ParsedEdges {
  /// The edges of a binary file; nil for text.
  init?(binary bytes: [UInt8], options: EdgeListOptions, threadCount: Int) throws(LineFault) {
    guard let format = options.binaryFormat(of: bytes.span) else { return nil }
    try options.requireNoColumns(for: format.layout)
    try self.init(
      format.read(FileBytes(bytes), options), options: options, threadCount: threadCount)
  }

  /// The edges of a file in a format of text that is not a list of edges; nil for such a list.
  init?(
    formatted bytes: Span<UInt8>, named file: String, options: EdgeListOptions, threadCount: Int
  ) throws(LineFault) {
    guard let format = options.textFormat(of: bytes, named: file) else { return nil }
    try options.requireNoColumns(for: format.layout)
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
    case .leda: .leda
    case .numPy: .numPy
    case .matlab: .matlab
    }
  }
}
