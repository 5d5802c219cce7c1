internal import Names
internal import Text

/// The nodes and edges of a file in the order in which it names them, before its graph is built.
struct ListedGraph {
  /// The format of the file.
  let format: EdgeListSummary.Format
  /// What was understood, for people: "nodes named by label".
  var remark: String?
  /// Whether edges lead only from source to target; nil if the format does not say.
  var isDirected: Bool?
  /// The names of all nodes.
  var names = NameListBuilder()
  /// Source and target of each edge, alternating, as places in `names`.
  private(set) var ends: [Node] = []
  /// The weight of each edge, 1 where the file has none.
  private(set) var weights: [Float] = []
  /// The line of each edge, counted from 1; empty if the format has no lines.
  private(set) var lines: [UInt32] = []
  /// The places of edges that lead both ways in a graph whose other edges do not.
  private(set) var twoWayEdges: [Int] = []

  init(_ format: EdgeListSummary.Format, isDirected: Bool? = nil) {
    self.format = format
    self.isDirected = isDirected
  }

  var edgeCount: Int { weights.count }

  /// Whether some edge leads only from its source to its target.
  var hasOneWayEdges: Bool { twoWayEdges.count < edgeCount }

  /// The place of a node, which becomes one if it is not yet.
  ///
  /// - Throws: `LineFault` if the name is none.
  mutating func node(_ name: Span<UInt8>, line: Int? = nil) throws(LineFault) -> Node {
    let count = names.count
    let place = names.insert(name)
    if place == count {
      guard !name.isEmpty, NodeName.isValid(name) else {
        throw LineFault(
          line: line, reason: .invalidName(Excerpt.quoted(name.indices, of: name)))
      }
      guard count < Int(Node.max) - 1 else { throw LineFault(reason: .tooManyNodes) }
    }
    return Node(place)
  }

  /// The place of a node, which becomes one if it is not yet.
  mutating func node(_ name: String, line: Int? = nil) throws(LineFault) -> Node {
    try node(Array(name.utf8).span, line: line)
  }

  /// Adds nodes that are numbered, from a first number on.
  mutating func addNodes(numbered range: Range<Int>) throws(LineFault) {
    for number in range { _ = try node(String(number)) }
  }

  /// Adds an edge.
  ///
  /// - Parameters:
  ///   - source: The place of the node that it leads from.
  ///   - target: The place of the node that it leads to.
  ///   - weight: Its weight: 0, which `EdgeListOptions.zeroWeights` is about, or positive.
  ///   - line: Its line, counted from 1.
  ///   - isTwoWay: Whether it leads both ways even in a directed graph.
  mutating func add(
    _ source: Node, _ target: Node, weight: Float = 1, line: Int? = nil, isTwoWay: Bool = false
  ) {
    if isTwoWay { twoWayEdges.append(weights.count) }
    ends.append(source)
    ends.append(target)
    weights.append(weight)
    if let line { lines.append(UInt32(clamping: line)) }
  }
}

extension ParsedEdges {
  /// Numbers the nodes of a graph as those of an edge list: in ascending order if all names are
  /// integers, and otherwise in the order of the file.
  init(_ graph: ListedGraph, options: EdgeListOptions, threadCount: Int) throws(LineFault) {
    let isDirected = graph.isDirected == true && !options.ignoresDirections
    let isWeighted = !options.ignoresWeights && graph.weights.contains { $0 != 1 }
    var twoWayEdges = graph.twoWayEdges.makeIterator()
    var nextTwoWay = twoWayEdges.next()
    var chunk = EdgeChunk()
    chunk.nodes.reserveCapacity(graph.ends.count)
    for edge in 0..<graph.edgeCount {
      let (source, target) = (graph.ends[2 * edge], graph.ends[2 * edge + 1])
      let isTwoWay = nextTwoWay == edge
      if isTwoWay { nextTwoWay = twoWayEdges.next() }
      guard chunk.keepsEdge(source, target, selfLoops: options.selfLoops) else { continue }
      let weight = graph.weights[edge]
      guard weight > 0 || options.ignoresWeights else {
        chunk.zeroWeightCount += 1
        chunk.nodesOfDroppedEdges += [source, target]
        continue
      }
      let directions = isDirected && isTwoWay && source != target ? 2 : 1
      for direction in 0..<directions {
        chunk.append(
          direction == 0 ? source : target, direction == 0 ? target : source,
          weight: isWeighted ? weight : nil, time: nil)
        if !graph.lines.isEmpty { chunk.lines.append(graph.lines[edge] - 1) }
      }
    }
    chunk.names = graph.names
    chunks = [chunk]
    names = NameNumbering(of: &chunks, nodes: nil, threadCount: threadCount).names
    self.isDirected = isDirected
    isSymmetric = graph.isDirected == false
    summary.format = graph.format
    summary.remark = graph.remark
    summary.edgeLineCount = graph.edgeCount
    summary.selfLoopCount = chunk.selfLoopCount
    summary.zeroWeightCount = chunk.zeroWeightCount
    summary.dropsSelfLoops = options.selfLoops == .drop
    if names.isEmpty { throw LineFault(reason: .noEdges) }
    if names.count >= Int(Node.max) { throw LineFault(reason: .tooManyNodes) }
  }
}
