internal import Text

/// The format of Large Graph Layout: a line `# node`, and below it its neighbors, a line each, with
/// an optional weight.
enum LGL: GraphFileFormat {
  static let layout = EdgeListOptions.Layout.lgl

  /// Comments of edge lists look alike, so that only the file's name tells.
  static func recognizes(_ bytes: Span<UInt8>, _ options: EdgeListOptions) -> Bool { false }

  static func read(
    _ bytes: Span<UInt8>, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph {
    var graph = ListedGraph(.lgl, isDirected: false)
    var source: Node?
    var lines = NumberedLines(bytes)
    while let (number, words) = lines.nextWords() {
      let texts = words.map { $0.text(in: bytes) }
      if texts[0].hasPrefix("#") {
        let name = texts[0] == "#" ? texts.dropFirst().first : String(texts[0].dropFirst())
        guard let name else {
          throw LineFault(line: number, reason: .invalidFormat("names no node after '#'"))
        }
        source = try graph.node(name, line: number)
      } else {
        guard let source, texts.count <= 2 else {
          throw LineFault(
            line: number, reason: .invalidFormat("is not a neighbor, below a line '# node'"))
        }
        let target = try graph.node(texts[0], line: number)
        let weight =
          texts.count > 1
          ? try options.weight(bytes.extracting(words[1].range), line: number) : 1
        graph.add(source, target, weight: weight, line: number)
      }
    }
    return graph
  }
}
