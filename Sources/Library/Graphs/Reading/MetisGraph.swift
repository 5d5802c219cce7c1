internal import Text

/// A graph in the format of METIS: the numbers of nodes and edges, and then a line for each node
/// with its neighbors, numbered from 1.
///
/// G. Karypis: METIS, A Software Package for Partitioning Unstructured Graphs, Manual, section
/// 4.1.1.
struct MetisGraph {
  let nodeCount: Int
  let isWeighted: Bool
  /// Source, target and weight of each edge, with source ≤ target, numbered from 1.
  let edges: [(Node, Node, Float)]

  /// Whether a file may be in the format: its first line is two to four numbers, the first of which
  /// is the number of the lines that follow.
  static func isPossible(_ bytes: Span<UInt8>) -> Bool {
    var lines = Lines(bytes)
    guard let numbers = lines.next()?.numbers, (2...4).contains(numbers.count),
      let nodeCount = Int(exactly: numbers[0]), nodeCount > 1, nodeCount <= bytes.count
    else { return false }
    var count = 0
    while count <= nodeCount, lines.skip() { count += 1 }
    return count == nodeCount
  }

  /// Reads a file.
  ///
  /// - Throws: `LineFault` for the first line that violates the format, among them one with a
  ///   neighbor that does not have the node as its own.
  init(_ bytes: Span<UInt8>) throws(LineFault) {
    var lines = Lines(bytes)
    guard let header = lines.next() else { throw LineFault(reason: .noEdges) }
    let sizes = (header.numbers ?? []).compactMap { Int(exactly: $0) }
    guard (2...4).contains(sizes.count), sizes.count == header.numbers?.count,
      sizes[0] < Int(Node.max)
    else {
      throw LineFault(
        line: header.number, reason: .metis("the first line is 'nodes edges [format]'"))
    }
    let (nodeCount, flags) = (sizes[0], sizes.count > 2 ? sizes[2] : 0)
    isWeighted = flags % 10 == 1
    let hasNodeWeights = flags / 10 % 10 == 1
    let leadingCount =
      (flags / 100 % 10 == 1 ? 1 : 0)
      + (hasNodeWeights ? (sizes.count > 3 ? max(1, sizes[3]) : 1) : 0)
    self.nodeCount = nodeCount
    var arcs: [(source: Node, target: Node, weight: Float)] = []
    var node = 0
    while node < nodeCount {
      guard let line = lines.next() else {
        throw LineFault(reason: .metis("has lines for \(node) nodes instead of \(nodeCount)"))
      }
      node += 1
      guard let numbers = line.numbers, numbers.count >= leadingCount,
        !isWeighted || (numbers.count - leadingCount).isMultiple(of: 2)
      else { throw LineFault(line: line.number, reason: .metis("is not a list of neighbors")) }
      let step = isWeighted ? 2 : 1
      for place in stride(from: leadingCount, to: numbers.count, by: step) {
        guard let target = Int(exactly: numbers[place]), (1...nodeCount).contains(target) else {
          throw LineFault(
            line: line.number, reason: .metis("a neighbor is no number from 1 to \(nodeCount)"))
        }
        let weight = isWeighted ? Float(numbers[place + 1]) : 1
        guard weight > 0, weight.isFinite else {
          throw LineFault(line: line.number, reason: .metis("a weight is not positive"))
        }
        arcs.append((Node(node), Node(target), weight))
      }
    }
    while let line = lines.next() {
      guard line.isBlank else {
        throw LineFault(
          line: line.number, reason: .metis("there are more lines than the \(nodeCount) nodes"))
      }
    }
    edges = arcs.filter { $0.source <= $0.target }.map { ($0.source, $0.target, $0.weight) }
    try Self.requireSymmetric(arcs, edgeCount: sizes[1])
  }

  private static func requireSymmetric(
    _ arcs: [(source: Node, target: Node, weight: Float)], edgeCount: Int
  ) throws(LineFault) {
    func key(_ source: Node, _ target: Node) -> UInt64 { UInt64(source) << 32 | UInt64(target) }
    let forth = arcs.filter { $0.source < $0.target }.map { key($0.source, $0.target) }.sorted()
    let back = arcs.filter { $0.source > $0.target }.map { key($0.target, $0.source) }.sorted()
    guard forth == back else {
      throw LineFault(reason: .metis("names an edge at one of its nodes only"))
    }
    guard forth.count == edgeCount else {
      throw LineFault(
        reason: .metis("has \(forth.count) edges where its first line says \(edgeCount)"))
    }
  }

  /// A line that is not a comment, which begins with `%`.
  private struct Line {
    let number: Int
    /// The numbers of the line, not negative; nil if there is anything else.
    let numbers: [Double]?
    var isBlank: Bool { numbers?.isEmpty ?? false }
  }

  private struct Lines: ~Escapable {
    private let bytes: Span<UInt8>
    private var lines: NumberedLines

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>) {
      self.bytes = bytes
      lines = NumberedLines(bytes)
    }

    mutating func next() -> Line? {
      nextRange().map { Line(number: $0.number, numbers: Self.numbers(in: $0.range, of: bytes)) }
    }

    /// Passes over a line, without a look at its numbers; returns false at the end.
    mutating func skip() -> Bool { nextRange() != nil }

    private mutating func nextRange() -> (number: Int, range: Range<Int>)? {
      while let line = lines.next() {
        if line.range.isEmpty || bytes[line.range.lowerBound] != Byte.percent { return line }
      }
      return nil
    }

    private static func numbers(in range: Range<Int>, of bytes: Span<UInt8>) -> [Double]? {
      var numbers: [Double] = []
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start
        while end < range.upperBound, bytes[end] > Byte.blank { end += 1 }
        if end > start {
          guard let number = Double(decimal: bytes.extracting(start..<end)), number >= 0 else {
            return nil
          }
          numbers.append(number)
        }
        start = end + 1
      }
      return numbers
    }
  }
}

extension ParsedEdges {
  /// The edges of a METIS file; nil if the file is read in another format.
  ///
  /// - Throws: `LineFault` if the format was asked for and the file is not in it.
  init?(
    metis bytes: Span<UInt8>, options: EdgeListOptions, threadCount: Int
  ) throws(LineFault) {
    let isAsked = options.layout == .metis
    guard isAsked || options.readsAnyFormat && MetisGraph.isPossible(bytes) else { return nil }
    let graph: MetisGraph
    do {
      graph = try MetisGraph(bytes)
    } catch {
      if isAsked { throw error }
      return nil
    }
    let isWeighted = graph.isWeighted && !options.ignoresWeights
    var chunk = EdgeChunk()
    for (source, target, weight) in graph.edges {
      if chunk.keepsEdge(source, target, selfLoops: options.selfLoops) {
        chunk.append(source, target, weight: isWeighted ? weight : nil, time: nil)
      }
    }
    chunks = [chunk]
    let numbering = IntegerNumbering(
      ofMatrix: &chunks, nodeCount: graph.nodeCount, threadCount: threadCount)
    names = numbering.names
    summary.format = .metis
    summary.edgeLineCount = graph.edges.count
    summary.selfLoopCount = chunk.selfLoopCount
    summary.dropsSelfLoops = options.selfLoops == .drop
    isSymmetric = true
    if names.isEmpty { throw LineFault(reason: .noEdges) }
  }
}

extension EdgeListOptions {
  /// Whether no option says how the columns are.
  fileprivate var readsAnyFormat: Bool {
    layout == nil && columns == nil && delimiter == nil && hasHeader == nil && nodesPath == nil
      && !isTwoSided
  }
}
