internal import Names
internal import Text

/// Nodes that have a label besides the number that edges name them by.
extension ListedGraph {
  /// Names nodes by their labels, if the names that edges use are mere numbers (`0`, `n0`) and each
  /// node has a label of its own.
  ///
  /// - Parameter labels: The label of each node, or nil.
  mutating func nameByLabels(_ labels: [String?]) {
    guard labels.count == names.count, labels.contains(where: { $0 != nil }) else { return }
    let isSame = labels.indices.allSatisfy { place in
      labels[place].map { names.utf8(of: place).isEqual(to: $0) } ?? false
    }
    if isSame { return }
    if let byLabel = distinct(labels) {
      names = byLabel
      remark("nodes named by label")
    } else {
      remark("nodes named by id")
    }
  }

  /// Labels as names; nil if two are equal, one is none, or what edges use is no mere number.
  private func distinct(_ labels: [String?]) -> NameListBuilder? {
    var builder = NameListBuilder()
    for (place, label) in labels.enumerated() {
      guard let bytes = label.map({ Array($0.utf8) }), !bytes.isEmpty,
        Self.isNumber(names.utf8(of: place)), NodeName.isValid(bytes.span),
        builder.insert(bytes.span) == place
      else { return nil }
    }
    return builder
  }

  /// Adds to what people are told.
  mutating func remark(_ text: String) {
    remark = [remark, text].compactMap { $0 }.joined(separator: ", ")
  }

  /// Whether a name consists of digits, perhaps behind an `n`.
  private static func isNumber(_ name: Span<UInt8>) -> Bool {
    let first = name.count > 1 && name[0] == UInt8(ascii: "n") ? 1 : 0
    return (first..<name.count).allSatisfy { name[$0] &- Byte.zero < 10 }
  }
}

extension Span<UInt8> {
  fileprivate func isEqual(to text: String) -> Bool {
    count == text.utf8.count && zip(indices, text.utf8).allSatisfy { self[$0] == $1 }
  }
}

/// The nodes that a file declares with labels, before or after the edges that use them.
struct DeclaredNodes {
  /// The label of each declared node, by its place; nil for places that are not declared.
  private var labels: [String??] = []

  /// Records the declaration of a node.
  ///
  /// - Parameters:
  ///   - place: Its place in the graph.
  ///   - label: Its label, or nil.
  mutating func add(_ place: Node, label: String?) {
    while labels.count <= Int(place) { labels.append(nil) }
    labels[Int(place)] = .some(label)
  }

  /// Adds the label of a node that is declared, unless it has one.
  mutating func setLabel(_ label: String, of place: Node) {
    if case .some(nil) = labels[Int(place)] { labels[Int(place)] = .some(label) }
  }

  /// Names the nodes of a graph by their labels, where these serve; see
  /// `ListedGraph.nameByLabels`.
  ///
  /// - Parameter graph: The graph.
  /// - Throws: `LineFault` for the first edge with a node that is not declared.
  func finish(_ graph: inout ListedGraph) throws(LineFault) {
    for (index, node) in graph.ends.enumerated()
    where Int(node) >= labels.count || labels[Int(node)] == nil {
      let name = graph.names.utf8(of: Int(node))
      throw LineFault(
        line: graph.lines.isEmpty ? nil : Int(graph.lines[index / 2]),
        reason: .invalidFormat(
          "an edge has the node \(Excerpt.quoted(name.indices, of: name)), which is not declared"))
    }
    graph.nameByLabels(labels.map { $0 ?? nil })
  }
}
