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

  /// Throws unless every node of an edge is among the declared ones.
  ///
  /// - Parameter declared: Whether each node was declared.
  /// - Throws: `LineFault` for the first edge with another node.
  func requireDeclared(_ declared: [Bool]) throws(LineFault) {
    for (index, node) in ends.enumerated()
    where Int(node) >= declared.count || !declared[Int(node)] {
      let name = names.utf8(of: Int(node))
      throw LineFault(
        line: lines.isEmpty ? nil : Int(lines[index / 2]),
        reason: .invalidFormat(
          "an edge has the node \(Excerpt.quoted(name.indices, of: name)), which is not declared"))
    }
  }
}

extension Span<UInt8> {
  fileprivate func isEqual(to text: String) -> Bool {
    count == text.utf8.count && zip(indices, text.utf8).allSatisfy { self[$0] == $1 }
  }
}
