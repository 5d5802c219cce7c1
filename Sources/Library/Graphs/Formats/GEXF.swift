internal import Files
internal import Text
internal import XMLReading

/// GEXF, the format of Gephi: nodes with labels, edges with weights and directions of their own.
enum GEXF: GraphFileFormat {
  static let layout = EdgeListOptions.Layout.gexf

  static func recognizes(_ bytes: Span<UInt8>, _ options: EdgeListOptions) -> Bool {
    ForeignFile.recognized(in: bytes) == .gexf
  }

  static func read(
    _ bytes: Span<UInt8>, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph {
    let visitor = GEXFVisitor(options)
    try visitor.read(bytes, options)
    return try visitor.finish()
  }
}

private final class GEXFVisitor: XMLVisitor {
  private let options: EdgeListOptions
  private var graph = ListedGraph(.gexf)
  private var nodes = DeclaredNodes()
  private var weightAttributes: Set<String> = []
  private var attributesAreOfEdges = false
  private var defaultType = "undirected"
  private var graphCount = 0
  private var edge: (source: Node, target: Node, isDirected: Bool, weight: Float, line: Int)?

  init(_ options: EdgeListOptions) {
    self.options = options
  }

  func begin(_ element: XMLElement) throws(LineFault) {
    let attributes = element.attributes
    switch element.name {
    case "graph":
      graphCount += 1
      guard graphCount == 1 else { throw fault(element.line, "has more than one graph") }
      defaultType = attributes["defaultedgetype"] ?? defaultType
    case "attributes": attributesAreOfEdges = attributes["class"] == "edge"
    case "attribute":
      if attributesAreOfEdges, attributes["title"]?.lowercased() == "weight",
        let id = attributes["id"]
      {
        weightAttributes.insert(id)
      }
    case "node":
      guard let id = attributes["id"] else { throw fault(element.line, "a node has no id") }
      nodes.add(try graph.node(id, line: element.line), label: attributes["label"])
    case "edge":
      guard let source = attributes["source"], let target = attributes["target"] else {
        throw fault(element.line, "an edge has no source or target")
      }
      let type = (attributes["type"] ?? defaultType).lowercased()
      guard ["directed", "undirected", "mutual"].contains(type) else {
        throw fault(element.line, "\(Excerpt.quoted(type.utf8)) is no type of an edge")
      }
      edge = (
        try graph.node(source, line: element.line), try graph.node(target, line: element.line),
        type == "directed", 1, element.line
      )
      if let weight = attributes["weight"] { try setWeight(weight) }
    case "attvalue":
      if let weight = attributes["value"],
        weightAttributes.contains(attributes["for"] ?? attributes["id"] ?? "")
      {
        try setWeight(weight)
      }
    default: return
    }
  }

  private func setWeight(_ text: String) throws(LineFault) {
    guard let line = edge?.line else { return }
    let weight = try options.weight(Array(text.utf8).span, line: line)
    edge?.weight = weight
  }

  func end(_ name: String, text: String) throws(LineFault) {
    guard name == "edge", let edge else { return }
    graph.add(
      edge.source, edge.target, weight: edge.weight, line: edge.line, isTwoWay: !edge.isDirected)
    self.edge = nil
  }

  private func fault(_ line: Int, _ reason: String) -> LineFault {
    LineFault(line: line, reason: .invalidFormat(reason))
  }

  func finish() throws(LineFault) -> ListedGraph {
    guard graphCount == 1 else { throw LineFault(reason: .noEdges) }
    // Without edges, what the graph says decides.
    graph.isDirected = graph.hasOneWayEdges || graph.edgeCount == 0 && defaultType == "directed"
    try nodes.finish(&graph)
    return graph
  }
}
