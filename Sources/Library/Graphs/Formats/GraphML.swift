internal import Files
internal import Text
internal import XMLReading

/// GraphML: nodes, edges, and data of both by key.
///
/// U. Brandes, M. Eiglsperger, I. Herman, M. Himsolt, M. S. Marshall: GraphML Progress Report,
/// Graph Drawing 2001.
enum GraphML: GraphFileFormat {
  static let layout = EdgeListOptions.Layout.graphML

  static func recognizes(_ bytes: Span<UInt8>, _ options: EdgeListOptions) -> Bool {
    ForeignFile.recognized(in: bytes) == .graphML
  }

  static func read(
    _ bytes: Span<UInt8>, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph {
    let visitor = GraphMLVisitor(options)
    try visitor.read(bytes, options)
    return try visitor.finish()
  }
}

extension XMLVisitor where Fault == LineFault {
  /// Reads a text; what is wrong with it is a fault like any other.
  func read(_ bytes: Span<UInt8>, _ options: EdgeListOptions) throws(LineFault) {
    // The text has been converted to UTF-8 if it begins with a mark of UTF-16 or an option says so.
    let head = String(decoding: bytes.bytes(in: 0..<min(bytes.count, 100)), as: UTF8.self)
    let isUTF8 = options.encoding == .latin1 || head.lowercased().contains("utf-16")
    let fault: LineFault?
    do throws(XMLError) {
      fault = try XMLReader.read(bytes, isUTF8: isUTF8, visitor: self)
    } catch {
      throw LineFault(
        line: error.line, reason: .invalidFormat("is not well-formed XML: \(error.reason)"))
    }
    if let fault { throw fault }
  }
}

private final class GraphMLVisitor: XMLVisitor {
  private let options: EdgeListOptions
  private var graph = ListedGraph(.graphML)
  private var nodes = DeclaredNodes()
  private var weightKeys: Set<String> = []
  private var labelKeys: Set<String> = []
  private var defaultWeight: Float = 1
  private var defaultedKey: String?
  private var isDirectedByDefault = false
  private var graphCount = 0
  private var depth = 0
  /// The node that data belong to.
  private var node: Node?
  /// The edge that data belong to.
  private var edge: (source: Node, target: Node, isDirected: Bool, weight: Float, line: Int)?
  private var key: String?

  init(_ options: EdgeListOptions) {
    self.options = options
  }

  func begin(_ element: XMLElement) throws(LineFault) {
    let attributes = element.attributes
    switch element.name {
    case "key":
      let name = attributes["attr.name"]?.lowercased()
      guard let id = attributes["id"] else { return }
      let kind = attributes["for"] ?? "all"
      if kind != "node", name == "weight" || name == nil && id == "weight" {
        weightKeys.insert(id)
        defaultedKey = id
      }
      if kind != "edge", name == "name" || name == "label" { labelKeys.insert(id) }
    case "graph":
      depth += 1
      if depth == 1 { graphCount += 1 }
      guard graphCount == 1 else {
        throw fault(element.line, "has more than one graph")
      }
      if depth == 1 { isDirectedByDefault = attributes["edgedefault"] == "directed" }
    case "node":
      guard let id = attributes["id"] else { throw fault(element.line, "a node has no id") }
      let place = try graph.node(id, line: element.line)
      nodes.add(place, label: nil)
      node = place
    case "edge":
      guard let source = attributes["source"], let target = attributes["target"] else {
        throw fault(element.line, "an edge has no source or target")
      }
      let isDirected = attributes["directed"].map { $0 == "true" } ?? isDirectedByDefault
      edge = (
        try graph.node(source, line: element.line), try graph.node(target, line: element.line),
        isDirected, defaultWeight, element.line
      )
    case "hyperedge": throw fault(element.line, "has hyperedges, which a graph has not")
    case "data": key = attributes["key"]
    default: return
    }
  }

  func end(_ name: String, text: String) throws(LineFault) {
    switch name {
    case "key": defaultedKey = nil
    case "default":
      if defaultedKey != nil { defaultWeight = try weight(text, line: nil) }
    case "data":
      if let key, let line = edge?.line, weightKeys.contains(key) {
        let weight = try weight(text, line: line)
        edge?.weight = weight
      } else if let key, let node, labelKeys.contains(key) {
        nodes.setLabel(text, of: node)
      }
      key = nil
    case "node": node = nil
    case "edge":
      guard let edge else { return }
      graph.add(
        edge.source, edge.target, weight: edge.weight, line: edge.line,
        isTwoWay: !edge.isDirected)
      self.edge = nil
    case "graph": depth -= 1
    default: return
    }
  }

  private func weight(_ text: String, line: Int?) throws(LineFault) -> Float {
    let text = text.drop(while: \.isWhitespace)
    return try options.weight(
      Array(text.utf8.prefix { $0 > Byte.blank }).span, line: line)
  }

  private func fault(_ line: Int, _ reason: String) -> LineFault {
    LineFault(line: line, reason: .invalidFormat(reason))
  }

  func finish() throws(LineFault) -> ListedGraph {
    guard graphCount == 1 else { throw LineFault(reason: .noEdges) }
    // Without edges, what the graph says decides.
    graph.isDirected = graph.hasOneWayEdges || graph.edgeCount == 0 && isDirectedByDefault
    try nodes.finish(&graph)
    return graph
  }
}
