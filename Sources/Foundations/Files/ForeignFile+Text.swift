extension ForeignFile {
  /// Text in a format that its first lines tell.
  static func textFormat(_ start: FileStart) -> ForeignFile? {
    let lines = start.lines
    guard let first = lines.first else { return nil }
    if first.hasPrefix("nodedef>") { return .gdf }
    if first.lowercased().hasPrefix("*node data") { return .vna }
    if first.hasPrefix(">>graph6<<") || first.hasPrefix(">>sparse6<<") { return .graph6 }
    if first.hasPrefix("(") && first.hasSuffix(");") { return .newick }
    if isRDF(first) { return .rdf }
    if first == "---" || first.hasSuffix(":") && lines.count > 1 && lines[1].hasPrefix("- ") {
      return .yaml
    }
    if isTrivialGraph(lines) { return .trivialGraph }
    return isInBrackets(first) ? .brackets : nil
  }

  /// Whether a line is a triple of N-Triples, or the first of Turtle.
  private static func isRDF(_ line: String) -> Bool {
    if line.hasPrefix("@prefix ") || line.hasPrefix("@base ") { return true }
    let words = line.split(separator: " ")
    return words.count >= 4 && words.last == "." && words[1].hasPrefix("<")
      && (words[0].hasPrefix("<") || words[0].hasPrefix("_:"))
  }

  /// Whether lines of a number and a name are followed by a lone `#` and edges between numbers.
  private static func isTrivialGraph(_ lines: [String]) -> Bool {
    guard let mark = lines.firstIndex(of: "#"), mark > 0, mark + 1 < lines.count else {
      return false
    }
    func number(_ line: String) -> Substring? { line.split(separator: " ").first }
    let nodes = Set(lines[..<mark].compactMap(number))
    let ends = lines[mark + 1].split(separator: " ").prefix(2)
    return nodes.count == mark && ends.count == 2 && ends.allSatisfy { nodes.contains($0) }
  }

  /// Whether brackets enclose a line with a comma: `(1, 2)`, `[(0, 1), (1, 2)]`.
  private static func isInBrackets(_ line: String) -> Bool {
    let line = line.hasSuffix(",") ? line.dropLast() : line[...]
    guard let open = line.first, let close = line.last, line.contains(",") else { return false }
    guard (open, close) == ("(", ")") || (open, close) == ("[", "]") else { return false }
    let inner = line.dropFirst().dropLast()
    if let nested = inner.first, "([".contains(nested) { return true }
    return !inner.contains { "()[]".contains($0) }
  }
}
