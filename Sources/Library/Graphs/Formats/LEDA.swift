internal import Text

/// LEDA's graphs: numbers of nodes and edges, a line with a label for each node, and one for each
/// edge: `1 2 0 |{2.5}|`.
enum LEDA: GraphFileFormat {
  static let layout = EdgeListOptions.Layout.leda

  static func recognizes(_ bytes: Span<UInt8>, _ options: EdgeListOptions) -> Bool {
    var lines = LEDALines(bytes)
    return lines.next()?.text == "LEDA.GRAPH"
  }

  static func read(
    _ bytes: Span<UInt8>, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph {
    var lines = LEDALines(bytes)
    func fault(_ line: Int?, _ reason: String) -> LineFault {
      LineFault(line: line, reason: .invalidFormat(reason))
    }
    var head: [(line: Int, text: String)] = []
    while head.count < 5, let line = lines.next() { head.append(line) }
    guard head.count == 5, head[3].text == "-1" || head[3].text == "-2",
      let nodeCount = Int(head[4].text), nodeCount > 0, nodeCount <= bytes.count
    else {
      throw fault(
        head.last?.line,
        "begins with LEDA.GRAPH, two types, -1 or -2 for the direction, and the number of nodes")
    }
    var graph = ListedGraph(.leda, isDirected: head[3].text == "-1")
    try graph.addNodes(numbered: 1..<nodeCount + 1)
    var labels: [String?] = []
    for _ in 0..<nodeCount {
      guard let line = lines.next(), let label = label(of: line.text) else {
        throw fault(nil, "has labels for \(labels.count) of \(nodeCount) nodes")
      }
      labels.append(label.isEmpty ? nil : label)
    }
    guard let count = lines.next(), let edgeCount = Int(count.text), edgeCount >= 0 else {
      throw fault(nil, "has no number of edges behind the nodes")
    }
    while let (number, text) = lines.next() {
      let words = text.split(maxSplits: 3, whereSeparator: \.isWhitespace)
      let ends = words.prefix(2).compactMap { Int($0) }
      guard ends.count == 2, ends.allSatisfy((1...nodeCount).contains) else {
        throw fault(number, "is not an edge between two nodes from 1 to \(nodeCount)")
      }
      var weight: Float = 1
      if words.count > 3, let text = label(of: String(words[3])), !text.isEmpty {
        weight = try options.weight(Array(text.utf8).span, line: number)
      }
      graph.add(Node(ends[0] - 1), Node(ends[1] - 1), weight: weight, line: number)
    }
    guard graph.edgeCount == edgeCount else {
      throw fault(count.line, "counts \(edgeCount) edges, and there are \(graph.edgeCount)")
    }
    graph.nameByLabels(labels)
    return graph
  }

  /// What stands between `|{` and `}|`; nil if these are missing.
  private static func label(of text: String) -> String? {
    guard text.hasPrefix("|{"), text.hasSuffix("}|"), text.utf8.count >= 4 else { return nil }
    return String(text.dropFirst(2).dropLast(2))
  }
}

/// The lines of LEDA that are neither blank nor comments.
private struct LEDALines: ~Escapable {
  private let bytes: Span<UInt8>
  private var lines: NumberedLines

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>) {
    self.bytes = bytes
    lines = NumberedLines(bytes)
  }

  mutating func next() -> (line: Int, text: String)? {
    while let line = lines.next() {
      guard
        let content = TextLine.content(
          line.range, of: bytes, delimiter: .whitespace, comments: .lines(beginningWith: Byte.hash))
      else { continue }
      return (line.number, String(decoding: bytes.bytes(in: content), as: UTF8.self))
    }
    return nil
  }
}
