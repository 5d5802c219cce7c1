internal import Text

/// networkx's multi-line adjacency list: a line `node 2`, and below it two lines with a neighbor
/// and the attributes of the edge, `b {'weight': 3.0}`.
enum MultilineAdjacency: GraphFileFormat {
  static let layout = EdgeListOptions.Layout.multilineAdjacency

  /// Whether networkx's comments come first, and there are attributes before long.
  static func recognizes(_ bytes: Span<UInt8>, _ options: EdgeListOptions) -> Bool {
    var lines = NumberedLines(bytes)
    var isOfNetworkX = false
    while let (number, words) = lines.nextWords(), number < 1000 {
      if words[0].begins(with: Byte.hash, in: bytes) {
        isOfNetworkX = isOfNetworkX || words.count > 1 && words[1].text(in: bytes) == "GMT"
      } else {
        guard isOfNetworkX else { return false }
        if words.count > 1, words[1].begins(with: UInt8(ascii: "{"), in: bytes) { return true }
        guard words.count == 2,
          words[1].text(in: bytes) == "0" || Int(words[1].text(in: bytes)) != nil
        else { return false }
      }
    }
    return false
  }

  static func read(
    _ bytes: Span<UInt8>, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph {
    var graph = ListedGraph(.multilineAdjacency)
    var source: Node = 0
    var remaining = 0
    var lines = NumberedLines(bytes)
    while let (number, words) = lines.nextWords() {
      if words[0].begins(with: Byte.hash, in: bytes) { continue }
      let node = try graph.node(bytes.extracting(words[0].range), line: number)
      if remaining == 0 {
        guard words.count == 2, let count = Int(words[1].text(in: bytes)), count >= 0 else {
          throw LineFault(
            line: number,
            reason: .invalidFormat("is not a node and the number of the neighbors below"))
        }
        (source, remaining) = (node, count)
      } else {
        var weight: Float = 1
        let rest = words[0].range.upperBound..<(words.last?.range.upperBound ?? 0)
        if let text = AttributeText.weight(in: rest, of: bytes) {
          weight = try options.weight(bytes.extracting(text), line: number)
        }
        graph.add(source, node, weight: weight, line: number)
        remaining -= 1
      }
    }
    guard remaining == 0 else {
      throw LineFault(reason: .invalidFormat("ends before \(remaining) more neighbors"))
    }
    return graph
  }
}
