internal import Names
internal import Files
internal import Text

/// JSON with a list of nodes and a list of links, as networkx's `node_link_data`, D3 and
/// Cytoscape write it.
enum NodeLinkJSON: GraphFileFormat {
  static let layout = EdgeListOptions.Layout.json

  static func recognizes(_ bytes: Span<UInt8>, _ options: EdgeListOptions) -> Bool {
    ForeignFile.recognized(in: bytes) == .json
  }

  static func read(
    _ bytes: Span<UInt8>, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph {
    let root: JSONValue
    let start = TextLine.start(of: bytes) ?? 0
    do throws(JSONError) {
      root = try JSONValue(parsing: bytes.extracting(start..<bytes.count))
    } catch {
      let line = 1 + TextLine.newlineCount(in: 0..<start + error.offset, of: bytes)
      throw LineFault(line: line, reason: .invalidFormat("is not valid JSON: \(error.reason)"))
    }
    // JSON Graph Format and Cytoscape nest both lists in another value.
    let places = [root, root["graph"], root["elements"]].compactMap { $0 }
    guard let place = places.first(where: { $0["nodes"] != nil }), let nodes = place["nodes"],
      case .array(let links) = place["links"] ?? place["edges"]
    else {
      throw LineFault(
        reason: .invalidFormat("is JSON without lists of nodes and links, as networkx writes it"))
    }
    let isDirected = root["directed"] ?? place["directed"]
    var reader = NodeLinkReader(options: options)
    if case .boolean(true)? = isDirected { reader.graph.isDirected = true }
    try reader.readNodes(nodes)
    for (index, link) in links.enumerated() { try reader.readLink(link, index) }
    return reader.graph
  }
}

private struct NodeLinkReader {
  let options: EdgeListOptions
  var graph = ListedGraph(.json, isDirected: false)
  /// Whether nodes have no names that links could use, so that these use their indexes.
  private var usesIndexes = false

  init(options: EdgeListOptions) {
    self.options = options
  }

  private func fault(_ reason: String) -> LineFault {
    LineFault(reason: .invalidFormat(reason))
  }

  mutating func readNodes(_ nodes: JSONValue) throws(LineFault) {
    switch nodes {
    case .array(let elements):
      usesIndexes = !elements.contains { $0.idName != nil }
      for (index, element) in elements.enumerated() {
        guard let name = element.idName ?? (usesIndexes ? element["name"]?.scalarName : nil) else {
          throw fault("node \(index) has no id that is a text or a number")
        }
        guard Int(try graph.node(name)) == index else {
          throw fault("node \(index) has the id \(Excerpt.quoted(name.utf8)) of an earlier one")
        }
      }
    case .object(let members):
      for member in members { _ = try graph.node(member.name) }
    default: throw fault("the nodes are no list")
    }
  }

  mutating func readLink(_ link: JSONValue, _ index: Int) throws(LineFault) {
    var ends = (link["source"], link["target"])
    if let data = link["data"], ends.0 == nil { ends = (data["source"], data["target"]) }
    var weight = link["weight"] ?? link["data"]?["weight"] ?? link["value"]
    if case .array(let elements) = link, elements.count >= 2 {
      ends = (elements[0], elements[1])
      weight = elements.count > 2 ? elements[2] : nil
    }
    let source = try node(ends.0, index)
    let target = try node(ends.1, index)
    let value: Float
    switch weight {
    case .integer(let number): value = try options.weight(Double(number), line: nil)
    case .double(let number): value = try options.weight(number, line: nil)
    case nil, .null?: value = 1
    default:
      if options.ignoresWeights {
        value = 1
      } else {
        throw fault("the weight of link \(index) is no number")
      }
    }
    graph.add(source, target, weight: value)
  }

  private mutating func node(_ end: JSONValue?, _ index: Int) throws(LineFault) -> Node {
    if usesIndexes, case .integer(let place)? = end {
      guard (0..<graph.names.count).contains(place) else {
        throw fault("link \(index) has the node \(place) of \(graph.names.count)")
      }
      return Node(place)
    }
    guard let name = end?.scalarName ?? end?.idName else {
      throw fault("link \(index) has no source or target")
    }
    let count = graph.names.count
    let node = try graph.node(name)
    guard Int(node) < count else {
      throw fault(
        "link \(index) has the node \(Excerpt.quoted(name.utf8)), which is not among the nodes")
    }
    return node
  }
}

extension JSONValue {
  /// The text of a text or a number.
  fileprivate var scalarName: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    case .double(let number): String(number)
    default: nil
    }
  }

  /// The name of a node: the value itself, its id, or the id of its data.
  fileprivate var idName: String? {
    scalarName ?? self["id"]?.scalarName ?? self["data"]?["id"]?.scalarName
  }
}
