internal import Algorithms
internal import Errors
public import Names
public import Parallel

/// A graph whose edges have times; each node's arcs are sorted by time.
///
/// Unlike in a `Graph`, edges between the same nodes are not merged, since they may differ in time.
/// An undirected edge is stored as two arcs, a self-loop as one. A `TemporalGraph` and a `Graph`
/// that are read from the same file with the same options number the nodes alike.
///
/// Memory: 8 bytes per node, 12 bytes per arc, 4 more per arc if edges have weights, and the names.
public struct TemporalGraph: Sendable {
  private let offsets: [Int]
  private let targets: [Node]
  private let arcTimes: [Double]
  private let arcWeights: [Float]

  /// Whether an edge leads only from its source to its target.
  public let isDirected: Bool
  /// The number of edges.
  public let edgeCount: Int
  /// The names of the nodes, as spelled in the input.
  public let names: NameList

  /// Builds a graph from arrays of node numbers and times; each node is named after its number.
  ///
  /// - Parameters:
  ///   - sources: The node that each edge leads from, in 0..<`nodeCount`.
  ///   - targets: The node that each edge leads to, in 0..<`nodeCount`.
  ///   - times: The time of each edge, finite. Edges with the same time keep their order.
  ///   - weights: The weight of each edge, positive and finite; nil for edges without weights.
  ///   - nodeCount: The number of nodes, including nodes without edges; nil for one more than the
  ///     largest number that occurs.
  ///   - isDirected: Whether an edge leads only from its source to its target; otherwise it leads
  ///     both ways.
  ///   - selfLoops: What to do with edges from a node to itself.
  ///   - threadCount: The maximum number of threads, at least 1; it does not change the graph.
  /// - Throws: `GraphError` if the arrays differ in length, for the first invalid edge, or if there
  ///   are no nodes; `OptionError` if `threadCount` is out of range.
  /// - Complexity: O(`nodeCount` + *m* log *d*) for *m* arcs and rows of up to *d*.
  public init<Number: FixedWidthInteger & Sendable>(
    sources: [Number], targets: [Number], times: [Double], weights: [Float]? = nil,
    nodeCount: Int? = nil, isDirected: Bool = false,
    selfLoops: EdgeListOptions.SelfLoops = .keep, threadCount: Int = processorCount
  ) throws {
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    let edges = EdgeArrays(
      sources: sources, targets: targets, weights: weights, times: times, nodeCount: nodeCount,
      selfLoops: selfLoops)
    let (chunks, count) = try edges.chunks(threadCount: threadCount)
    do throws(NotEnoughMemory) {
      try self.init(
        chunks, names: NameList(count: count), isDirected: isDirected, threadCount: threadCount)
    } catch {
      throw GraphError.notEnoughMemory(byteCount: error.byteCount)
    }
  }

  /// Builds a graph from pairs of nodes, with times, that are known to be valid.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - edges: Source, target and time of each edge. Edges with the same time keep their order.
  ///   - isDirected: Whether an edge leads only from its source to its target.
  /// - Precondition: Every node is less than `nodeCount`, and times are finite.
  package init(nodeCount: Int, edges: [(Node, Node, Double)], isDirected: Bool = false) {
    var chunk = EdgeChunk()
    for (source, target, time) in edges {
      precondition(source < nodeCount && target < nodeCount, "nodes are less than nodeCount")
      precondition(time.isFinite, "times are finite")
      chunk.append(source, target, weight: nil, time: time)
    }
    do throws(NotEnoughMemory) {
      try self.init(
        [chunk], names: NameList(count: nodeCount), isDirected: isDirected, threadCount: 1)
    } catch {
      preconditionFailure("there is no memory for \(error.byteCount) bytes")
    }
  }

  /// Reads an edge list with a column of times.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for standard input.
  ///   - options: How to interpret the edges; `columns` says which column holds the time.
  ///     `parallelEdges` is ignored, since edges are never merged here.
  ///   - threadCount: The maximum number of threads, at least 1.
  /// - Throws: `EdgeListError` for the first invalid line, or if no column holds times; `FileError`
  ///   if a file cannot be read; `TextTableError` for the file of nodes.
  public init(
    contentsOf path: String, options: EdgeListOptions, threadCount: Int = processorCount
  ) throws {
    try Self.requireTimes(in: options, of: path)
    let edges = try ParsedEdges.read(contentsOf: path, options: options, threadCount: threadCount)
    try self.init(edges, options, threadCount: threadCount)
  }

  /// Reads the bytes of an edge list with a column of times.
  ///
  /// - Parameters:
  ///   - bytes: The text of the edge list.
  ///   - file: The name of the file in error messages.
  ///   - options: As for `init(contentsOf:options:threadCount:)`.
  ///   - threadCount: The maximum number of threads, at least 1.
  /// - Throws: The errors of `init(contentsOf:options:threadCount:)`.
  public init(
    edgeList bytes: [UInt8], named file: String, options: EdgeListOptions,
    threadCount: Int = processorCount
  ) throws {
    try Self.requireTimes(in: options, of: file)
    let edges = try ParsedEdges.read(
      bytes, named: file, options: options, threadCount: threadCount,
      chunkSize: ParsedEdges.chunkSize)
    try self.init(edges, options, threadCount: threadCount)
  }

  private static func requireTimes(
    in options: EdgeListOptions, of file: String
  ) throws(EdgeListError) {
    if options.columns?.index(of: .time) == nil {
      throw EdgeListError(file: file, line: nil, reason: .noTimes)
    }
  }

  private init(
    _ edges: ParsedEdges, _ options: EdgeListOptions, threadCount: Int
  ) throws(EdgeListError) {
    do throws(NotEnoughMemory) {
      try self.init(
        edges.chunks, names: edges.names,
        isDirected: options.isDirected && !options.ignoresDirections,
        threadCount: threadCount)
    } catch {
      throw edges.error(error)
    }
  }

  private init(
    _ chunks: [EdgeChunk], names: NameList, isDirected: Bool, threadCount: Int
  ) throws(NotEnoughMemory) {
    let rows = try TemporalRows(
      chunks: chunks, nodeCount: names.count, isMirrored: !isDirected, threadCount: threadCount)
    offsets = rows.offsets
    targets = rows.targets
    arcTimes = rows.times
    arcWeights = rows.weights
    self.isDirected = isDirected
    edgeCount = chunks.reduce(0) { $0 + $1.edgeCount }
    self.names = names
  }
}

extension TemporalGraph {
  /// The number of nodes.
  public var nodeCount: Int { offsets.count - 1 }

  /// The number of arcs: an undirected edge counts twice, a self-loop once.
  public var arcCount: Int { targets.count }

  /// Whether edges have weights other than 1.
  public var isWeighted: Bool { !arcWeights.isEmpty }

  /// The range of a node's arcs in `allTargets`, in the order of their times.
  ///
  /// - Precondition: `node` is less than `nodeCount`.
  public func row(of node: Node) -> Range<Int> {
    offsets[Int(node)]..<offsets[Int(node) + 1]
  }

  /// The range in `allTargets` of a node's arcs at or after a time.
  ///
  /// - Parameters:
  ///   - node: A node less than `nodeCount`.
  ///   - time: The earliest time.
  /// - Returns: The rest of the node's row from that time on; it may be empty.
  /// - Complexity: O(log *d*), where *d* is the number of the node's arcs.
  public func row(of node: Node, notBefore time: Double) -> Range<Int> {
    let row = row(of: node)
    return row.partitioningIndex { arcTimes[$0] >= time }..<row.upperBound
  }

  /// The start of every row, and the end of the last: the table behind `row(of:)`.
  public var rowOffsets: Span<Int> {
    @_lifetime(borrow self) get { offsets.span }
  }

  /// The node that each arc leads to, row after row.
  public var allTargets: Span<Node> {
    @_lifetime(borrow self) get { targets.span }
  }

  /// The time of each arc, in the order of `allTargets`.
  public var allTimes: Span<Double> {
    @_lifetime(borrow self) get { arcTimes.span }
  }

  /// The weight of each arc, in the order of `allTargets`; empty if every weight is 1.
  public var allWeights: Span<Float> {
    @_lifetime(borrow self) get { arcWeights.span }
  }
}
