internal import Files
internal import Text

/// Pajek's networks: numbered vertices with labels, and arcs and edges between their numbers.
///
/// V. Batagelj, A. Mrvar: Pajek, Program for Large Network Analysis, Connections 1998.
enum Pajek: GraphFileFormat {
  static let layout = EdgeListOptions.Layout.pajek

  static func recognizes(_ bytes: Span<UInt8>, _ options: EdgeListOptions) -> Bool {
    ForeignFile.recognized(in: bytes) == .pajek
  }

  static func read(
    _ bytes: Span<UInt8>, _ options: EdgeListOptions
  ) throws(LineFault) -> ListedGraph {
    var reader = PajekReader(bytes, options)
    return try reader.read()
  }
}

private struct PajekReader: ~Escapable {
  private enum Section {
    case none, vertices, arcs, edges, arcsList, edgesList, matrix
  }

  private typealias Word = NumberedLines.Word

  private let bytes: Span<UInt8>
  private let options: EdgeListOptions
  private var graph = ListedGraph(.pajek, isDirected: false)
  private var labels: [String?] = []
  private var hasVertices = false
  private var section = Section.none
  private var matrix: AdjacencyMatrix?
  private var rowCount = 0

  @_lifetime(copy bytes)
  init(_ bytes: Span<UInt8>, _ options: EdgeListOptions) {
    self.bytes = bytes
    self.options = options
  }

  mutating func read() throws(LineFault) -> ListedGraph {
    var lines = NumberedLines(bytes)
    while let (number, words) = lines.nextWords() {
      if words[0].begins(with: Byte.percent, in: bytes) { continue }
      if words[0].begins(with: UInt8(ascii: "*"), in: bytes) {
        try begin(words, number)
      } else {
        try readLine(words, number)
      }
    }
    guard hasVertices else { throw LineFault(reason: .noEdges) }
    if let matrix {
      guard rowCount == matrix.size else {
        throw LineFault(
          reason: .invalidFormat("has \(rowCount) rows of a matrix for \(matrix.size) vertices"))
      }
      let ofMatrix = try matrix.graph(.pajek, names: nil, options)
      graph.isDirected = ofMatrix.isDirected
      for edge in 0..<ofMatrix.edgeCount {
        graph.add(
          ofMatrix.ends[2 * edge], ofMatrix.ends[2 * edge + 1], weight: ofMatrix.weights[edge])
      }
    }
    graph.nameByLabels(labels)
    return graph
  }

  private func fault(_ number: Int, _ reason: String) -> LineFault {
    LineFault(line: number, reason: .invalidFormat(reason))
  }

  private mutating func begin(_ words: [Word], _ number: Int) throws(LineFault) {
    switch words[0].text(in: bytes).lowercased() {
    case "*network":
      guard !hasVertices else { throw fault(number, "has more than one network") }
    case "*vertices":
      guard !hasVertices else { throw fault(number, "has more than one network") }
      guard words.count > 1, let count = Int(words[1].text(in: bytes)), count > 0,
        count <= 64 * max(bytes.count, 1 << 20), count < Int(Node.max)
      else { throw fault(number, "is not '*Vertices' and their number") }
      hasVertices = true
      labels = Array(repeating: nil, count: count)
      try graph.addNodes(numbered: 1..<count + 1)
      section = .vertices
    case "*arcs": section = .arcs
    case "*edges": section = .edges
    case "*arcslist": section = .arcsList
    case "*edgeslist": section = .edgesList
    case "*matrix":
      section = .matrix
      matrix = AdjacencyMatrix(size: labels.count)
    // Partitions, vectors and other data of the same nodes.
    default: section = .none
    }
    if section != .none, !hasVertices {
      throw fault(number, "comes before '*Vertices' and their number")
    }
  }

  private mutating func readLine(_ words: [Word], _ number: Int) throws(LineFault) {
    switch section {
    case .none: return
    case .vertices:
      let node = try node(words[0], number)
      if words.count > 1 { labels[Int(node)] = words[1].text(in: bytes) }
    case .arcs, .edges:
      guard words.count > 1 else { throw fault(number, "is not an edge between two vertices") }
      let (source, target) = (try node(words[0], number), try node(words[1], number))
      var weight: Float = 1
      // A letter begins the looks of an edge.
      if words.count > 2, !isLetter(words[2]) {
        weight = try options.weight(bytes.extracting(words[2].range), line: number)
      }
      add(source, target, weight, number, isArc: section == .arcs)
    case .arcsList, .edgesList:
      let source = try node(words[0], number)
      for word in words.dropFirst() {
        add(source, try node(word, number), 1, number, isArc: section == .arcsList)
      }
    case .matrix:
      guard words.count == labels.count, rowCount < labels.count else {
        throw fault(number, "is not a row of a matrix of \(labels.count) vertices")
      }
      for (column, word) in words.enumerated() {
        guard let value = Double(decimal: bytes.extracting(word.range)) else {
          throw fault(
            number, "\(Excerpt.quoted(word.range, of: bytes)) is no entry of a matrix")
        }
        try matrix?.add(row: rowCount, column: column, value, options, line: number)
      }
      rowCount += 1
    }
  }

  private mutating func add(
    _ source: Node, _ target: Node, _ weight: Float, _ number: Int, isArc: Bool
  ) {
    if isArc { graph.isDirected = true }
    graph.add(source, target, weight: weight, line: number, isTwoWay: !isArc)
  }

  private func isLetter(_ word: Word) -> Bool {
    guard !word.isQuoted else { return true }
    let first = bytes[word.range.lowerBound]
    return (UInt8(ascii: "A")...UInt8(ascii: "z")).contains(first)
  }

  private func node(_ word: Word, _ number: Int) throws(LineFault) -> Node {
    guard let node = Int(word.text(in: bytes)), (1...labels.count).contains(node) else {
      throw fault(
        number,
        "\(Excerpt.quoted(word.range, of: bytes)) is no vertex; they are 1 to \(labels.count)")
    }
    return Node(node - 1)
  }
}
