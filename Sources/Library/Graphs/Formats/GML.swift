internal import Files
internal import Text

/// GML: keys and values in nested lists, `graph [ node [ id 1 label "a" ] edge [ source 1 … ] ]`.
///
/// M. Himsolt: GML, A Portable Graph File Format, University of Passau, 1996.
enum GML: GraphFileFormat {
  static let layout = EdgeListOptions.Layout.gml

  static func recognizes(_ bytes: Span<UInt8>, _ options: EdgeListOptions) -> Bool {
    ForeignFile.recognized(in: bytes) == .gml
  }

  static func read(
    _ bytes: Span<UInt8>, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph {
    var reader = GMLReader(bytes, options)
    return try reader.read()
  }
}

private struct GMLReader: ~Escapable {
  private typealias Edge = (
    source: Node, target: Node, weight: Range<Int>?, value: Range<Int>?, line: Int
  )

  private let options: EdgeListOptions
  private var tokens: GMLTokens
  private let bytes: Span<UInt8>
  private var graph = ListedGraph(.gml, isDirected: false)
  private var nodes = DeclaredNodes()

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, _ options: EdgeListOptions) {
    self.bytes = bytes
    self.options = options
    tokens = GMLTokens(bytes)
  }

  mutating func read() throws(LineFault) -> ListedGraph {
    var graphCount = 0
    while let token = try tokens.next() {
      guard case .word(let key) = token else { throw tokens.fault("a key is needed here") }
      if tokens.text(key).lowercased() == "graph" {
        graphCount += 1
        guard graphCount == 1 else { throw tokens.fault("has more than one graph") }
        try readGraph()
      } else {
        try skipValue()
      }
    }
    guard graphCount == 1 else { throw LineFault(reason: .noEdges) }
    try nodes.finish(&graph)
    return graph
  }

  private mutating func readGraph() throws(LineFault) {
    var edges: [Edge] = []
    try open()
    while let key = try nextKey() {
      switch key {
      case "directed": graph.isDirected = try scalarText() == "1"
      case "node": try readNode()
      case "edge": edges.append(try readEdge())
      default: try skipValue()
      }
    }
    // Some files have the weight as the value of an edge.
    let usesValue = !edges.contains { $0.weight != nil } && edges.contains { $0.value != nil }
    if usesValue, !options.ignoresWeights { graph.remark("weights are values") }
    for edge in edges {
      var weight: Float = 1
      if let text = usesValue ? edge.value : edge.weight {
        weight = try options.weight(bytes.extracting(text), line: edge.line)
      }
      graph.add(edge.source, edge.target, weight: weight, line: edge.line)
    }
  }

  private mutating func readNode() throws(LineFault) {
    var (id, label, name): (String?, String?, String?)
    let line = tokens.line
    try open()
    while let key = try nextKey() {
      switch key {
      case "id": id = try scalarText()
      case "label": label = try scalarText()
      case "name": name = try scalarText()
      default: try skipValue()
      }
    }
    guard let id else { throw LineFault(line: line, reason: .invalidFormat("a node has no id")) }
    nodes.add(try graph.node(id, line: line), label: label ?? name)
  }

  private mutating func readEdge() throws(LineFault) -> Edge {
    var (source, target): (String?, String?)
    var (weight, value): (Range<Int>?, Range<Int>?)
    let line = tokens.line
    try open()
    while let key = try nextKey() {
      switch key {
      case "source": source = try scalarText()
      case "target": target = try scalarText()
      case "weight": weight = try scalar()
      case "value": value = try scalar()
      default: try skipValue()
      }
    }
    guard let source, let target else {
      throw LineFault(line: line, reason: .invalidFormat("an edge has no source or target"))
    }
    return (
      try graph.node(source, line: line), try graph.node(target, line: line), weight, value, line
    )
  }

  private mutating func open() throws(LineFault) {
    guard case .open = try tokens.next() else { throw tokens.fault("'[' is needed here") }
  }

  /// The next key of a list, in lower case; nil at its end.
  private mutating func nextKey() throws(LineFault) -> String? {
    switch try tokens.next() {
    case .word(let range): return tokens.text(range).lowercased()
    case .close: return nil
    default: throw tokens.fault("a key or ']' is needed here")
    }
  }

  /// The text of a value that is no list.
  private mutating func scalar() throws(LineFault) -> Range<Int> {
    switch try tokens.next() {
    case .word(let range), .string(let range): return range
    default: throw tokens.fault("a number or text is needed here")
    }
  }

  private mutating func scalarText() throws(LineFault) -> String {
    tokens.text(try scalar()).xmlUnescaped
  }

  private mutating func skipValue() throws(LineFault) {
    var depth = 0
    repeat {
      switch try tokens.next() {
      case .open: depth += 1
      case .close: depth -= 1
      case nil: throw tokens.fault("the file ends within a list")
      default: continue
      }
    } while depth > 0
  }
}

/// The words, texts and brackets of GML.
private struct GMLTokens: ~Escapable {
  enum Token {
    /// A key or a number.
    case word(Range<Int>)
    /// A text, without its quotation marks.
    case string(Range<Int>)
    case open
    case close
  }

  private let bytes: Span<UInt8>
  private var place: Int
  /// The line of the last token, from 1.
  private(set) var line = 1

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
    place = TextLine.start(of: bytes) ?? 0
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes.bytes(in: range), as: UTF8.self)
  }

  func fault(_ reason: String) -> LineFault {
    LineFault(line: line, reason: .invalidFormat(reason))
  }

  mutating func next() throws(LineFault) -> Token? {
    while place < bytes.count {
      switch bytes[place] {
      case Byte.newline:
        line += 1
        place += 1
      case 0...Byte.blank: place += 1
      case Byte.hash: place = TextLine.end(from: place, of: bytes)
      case UInt8(ascii: "["):
        place += 1
        return .open
      case UInt8(ascii: "]"):
        place += 1
        return .close
      case Byte.quote: return .string(try quoted())
      default:
        let start = place
        while place < bytes.count, bytes[place] > Byte.blank, bytes[place] != UInt8(ascii: "["),
          bytes[place] != UInt8(ascii: "]"), bytes[place] != Byte.quote
        {
          place += 1
        }
        return .word(start..<place)
      }
    }
    return nil
  }

  private mutating func quoted() throws(LineFault) -> Range<Int> {
    let start = place + 1
    let firstLine = line
    place = start
    while place < bytes.count, bytes[place] != Byte.quote {
      if bytes[place] == Byte.newline { line += 1 }
      place += 1
    }
    guard place < bytes.count else {
      throw LineFault(
        line: firstLine, reason: .invalidFormat("a quotation mark is not closed"))
    }
    place += 1
    return start..<place - 1
  }
}
