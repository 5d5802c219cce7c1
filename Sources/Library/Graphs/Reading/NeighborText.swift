internal import Names
internal import Text

extension ParsedEdges {
  /// A name that is perhaps several: of the first names with a comma, a colon, a semicolon or a bar
  /// within, most consist of nodes alone, or of whole numbers one of which is a node.
  ///
  /// - Returns: The first such name; nil if there is none.
  func nameOfSeveralNodes() -> String? {
    let marks: Set<Character> = [",", ":", ";", "|"]
    var first: String?
    var counts = (several: 0, others: 0)
    for index in 0..<min(names.count, 1000) {
      let name = names[index]
      let parts = name.split(whereSeparator: { marks.contains($0) }).map { part in
        String(part.drop(while: \.isWhitespace))
      }
      guard parts.count > 1 else { continue }
      let areNodes = parts.map { names.index(of: $0) != nil }
      let areSeveral =
        areNodes.contains(true)
        && (areNodes.allSatisfy(\.self) || parts.allSatisfy { Int($0) != nil })
      if areSeveral {
        counts.several += 1
        first = first ?? name
      } else {
        counts.others += 1
      }
    }
    return counts.several > counts.others ? first : nil
  }
}
