internal import Text

/// A graph in the formats of the DIMACS challenges: comments `c`, a line `p edge 4 3` with the
/// numbers of nodes and edges, and lines `e 1 2` for edges or `a 1 2 7` for arcs with a length or a
/// capacity.
///
/// Nodes are numbered from 1. The numbers of edges are not compared, since some files count each
/// edge twice.
enum DIMACSGraph: GraphFileFormat {
  static let layout = EdgeListOptions.Layout.dimacs
  private static let kinds: Set<String> = ["edge", "edges", "col", "sp", "max", "min", "asn"]

  static func recognizes(_ bytes: Span<UInt8>, _ options: EdgeListOptions) -> Bool {
    var lines = NumberedLines(bytes)
    while let line = lines.nextWords() {
      let first = line.words[0].text(in: bytes)
      if first == "c" { continue }
      return first == "p" && problem(line.words, of: bytes) != nil
    }
    return false
  }

  private static func problem(
    _ words: [NumberedLines.Word], of bytes: Span<UInt8>
  ) -> (kind: String, nodeCount: Int)? {
    guard words.count >= 4, kinds.contains(words[1].text(in: bytes)),
      let nodeCount = Int(words[2].text(in: bytes)), nodeCount > 0, nodeCount < Int(Node.max),
      Int(words[3].text(in: bytes)) != nil
    else { return nil }
    return (words[1].text(in: bytes), nodeCount)
  }

  static func read(
    _ bytes: Span<UInt8>, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph {
    var graph = ListedGraph(.dimacs)
    var nodeCount: Int?
    var lines = NumberedLines(bytes)
    while let (number, words) = lines.nextWords() {
      switch words[0].text(in: bytes) {
      case "p":
        guard nodeCount == nil, let problem = problem(words, of: bytes) else {
          throw LineFault(
            line: number, reason: .invalidFormat("is not the one line 'p edge nodes edges'"))
        }
        // Isolated nodes alone are hardly intended, and must not exhaust memory.
        guard problem.nodeCount <= 64 * max(bytes.count, 1 << 20) else {
          throw LineFault(
            line: number, reason: .invalidFormat("has more nodes than its edges can connect"))
        }
        nodeCount = problem.nodeCount
        graph.remark = problem.kind
        try graph.addNodes(numbered: 1..<problem.nodeCount + 1)
      case "e", "a":
        let isArc = words[0].text(in: bytes) == "a"
        if graph.isDirected == nil { graph.isDirected = isArc }
        guard let nodeCount, graph.isDirected == isArc, words.count >= 3 else {
          throw LineFault(
            line: number, reason: .invalidFormat("is not an edge below a line 'p edge nodes edges'")
          )
        }
        let ends = words[1...2].map { Int($0.text(in: bytes)) ?? 0 }
        guard ends.allSatisfy({ (1...nodeCount).contains($0) }) else {
          throw LineFault(
            line: number, reason: .invalidFormat("a node is no number from 1 to \(nodeCount)"))
        }
        // The last number of a line is the length or the capacity; `a 1 2 0 5 3` has a cost, too.
        let weight =
          words.count > 3
          ? try options.weight(
            bytes.extracting(words[words.count == 6 ? 4 : 3].range), line: number)
          : 1
        graph.add(Node(ends[0] - 1), Node(ends[1] - 1), weight: weight, line: number)
      case "c", "n", "d", "v", "x": continue
      default:
        throw LineFault(
          line: number, reason: .invalidFormat("begins with neither c, p, n, e nor a, as in DIMACS")
        )
      }
    }
    if graph.isDirected == nil { graph.isDirected = false }
    return graph
  }
}
