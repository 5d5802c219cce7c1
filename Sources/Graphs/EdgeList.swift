internal import Files
internal import Names
public import ParallelLoops
internal import TextTables

/// A graph read from a file, and what reading it came across.
///
/// The graph is the same for every number of threads.
public struct EdgeList: Sendable {
  /// The graph.
  public let graph: Graph
  /// How the file was understood, and what was merged or left out.
  public let summary: EdgeListSummary

  /// Reads a file: an edge list or a Matrix Market coordinate matrix, which may be compressed.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for standard input.
  ///   - options: How edges are to be understood.
  ///   - threadCount: The largest number of threads, at least 1.
  /// - Throws: `EdgeListError` with the first line that is refused, `FileError` when a file cannot
  ///   be read, `TextTableError` when the file of nodes is refused.
  public init(
    contentsOf path: String, options: EdgeListOptions = EdgeListOptions(),
    threadCount: Int = processorCount
  ) throws {
    try self.init(InputFile.read(path), named: path, options: options, threadCount: threadCount)
  }

  /// Reads the bytes of a file that is not compressed.
  ///
  /// - Parameters:
  ///   - bytes: The text of the edge list or matrix.
  ///   - file: The name for error messages.
  ///   - options: How edges are to be understood.
  ///   - threadCount: The largest number of threads, at least 1.
  /// - Throws: `EdgeListError` with the first line that is refused; `FileError` and
  ///   `TextTableError` for the file of nodes.
  public init(
    _ bytes: [UInt8], named file: String, options: EdgeListOptions = EdgeListOptions(),
    threadCount: Int = processorCount
  ) throws {
    try self.init(
      bytes, named: file, options: options, threadCount: threadCount,
      chunkSize: ParsedEdges.chunkSize)
  }

  /// Reads bytes in pieces of a given size.
  package init(
    _ bytes: [UInt8], named file: String, options: EdgeListOptions, threadCount: Int,
    chunkSize: Int
  ) throws {
    do {
      let edges = try ParsedEdges(
        of: bytes, nodes: Self.nodes(options, of: bytes), options: options,
        threadCount: threadCount, chunkSize: chunkSize)
      (graph, summary) = try Self.graph(of: edges, options, threadCount: threadCount)
    } catch let fault as LineFault {
      throw EdgeListError(file: file, line: fault.line, reason: fault.reason)
    }
  }

  /// Reads the file of nodes, if there is one.
  ///
  /// A file whose first line has no tab, comma and semicolon is separated as the edges are: where
  /// those have tabs, `Evelyn Jefferson` is one node.
  static func nodes(_ options: EdgeListOptions, of bytes: [UInt8]) throws -> TextTable? {
    guard let path = options.nodesPath else { return nil }
    let layout = try EdgeListLayout(of: bytes.span, options: options)
    return try TextTable(
      InputFile.read(path), named: path, delimiter: nil, fallback: layout.delimiter)
  }

  private static func graph(
    of edges: ParsedEdges, _ options: EdgeListOptions, threadCount: Int
  ) throws -> (Graph, EdgeListSummary) {
    let edgeCount = edges.chunks.reduce(0) { $0 + $1.edgeCount }
    let isExpanded = edges.isSymmetric && options.isDirected
    let rows = ArcRows(
      chunks: edges.chunks, nodeCount: edges.names.count, isDirected: options.isDirected,
      isMirrored: !options.isDirected || isExpanded, parallelEdges: options.parallelEdges,
      threadCount: threadCount)
    if let (source, target) = rows.overflow {
      let names = [source, target].map { Excerpt.quoted(edges.names[Int($0)].utf8) }
      throw LineFault(reason: .weightSum(source: names[0], target: names[1]))
    }
    var summary = edges.summary
    // The mirror images of a symmetric matrix are edges of a directed graph.
    let selfLoopCount = options.selfLoops == .keep ? summary.selfLoopCount : 0
    summary.mergedEdgeCount =
      (isExpanded ? 2 * edgeCount - selfLoopCount : edgeCount) - rows.edgeCount
    if options.parallelEdges == .error, summary.mergedEdgeCount > 0 {
      throw edges.firstParallelEdge(isDirected: options.isDirected)
    }
    let graph = Graph(
      offsets: rows.offsets, targets: rows.targets, arcWeights: rows.weights,
      isDirected: options.isDirected, edgeCount: rows.edgeCount, names: edges.names)
    return (graph, summary)
  }
}

extension ParsedEdges {
  /// The fault of the first line whose edge occurred before.
  fileprivate func firstParallelEdge(isDirected: Bool) -> LineFault {
    var seen: Set<UInt64> = []
    var lineCount = lineCountBeforeChunks
    for chunk in chunks {
      for edge in 0..<chunk.edgeCount {
        let (source, target) = (chunk.nodes[2 * edge], chunk.nodes[2 * edge + 1])
        let isTurned = !(isDirected && !isSymmetric) && source > target
        let key =
          isTurned
          ? UInt64(target) << 32 | UInt64(source) : UInt64(source) << 32 | UInt64(target)
        if !seen.insert(key).inserted {
          let ends = [source, target].map { Excerpt.quoted(names[Int($0)].utf8) }
          return LineFault(
            line: lineCount + Int(chunk.lines[edge]) + 1,
            reason: .parallelEdge(source: ends[0], target: ends[1]))
        }
      }
      lineCount += chunk.lineCount
    }
    preconditionFailure("an edge occurs twice")
  }
}

extension Graph {
  /// Reads a graph from a file: an edge list or a Matrix Market coordinate matrix, which may be
  /// compressed.
  ///
  /// `EdgeList` reads the same graph and tells what was merged or left out.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for standard input.
  ///   - options: How edges are to be understood.
  ///   - threadCount: The largest number of threads, at least 1.
  /// - Throws: `EdgeListError` with the first line that is refused, `FileError` when a file cannot
  ///   be read, `TextTableError` when the file of nodes is refused.
  public init(
    contentsOf path: String, options: EdgeListOptions = EdgeListOptions(),
    threadCount: Int = processorCount
  ) throws {
    self = try EdgeList(contentsOf: path, options: options, threadCount: threadCount).graph
  }

  /// Reads a graph from the bytes of a file that is not compressed.
  ///
  /// - Parameters:
  ///   - bytes: The text of the edge list or matrix.
  ///   - file: The name for error messages.
  ///   - options: How edges are to be understood.
  ///   - threadCount: The largest number of threads, at least 1.
  /// - Throws: As `init(contentsOf:options:threadCount:)`.
  public init(
    edgeList bytes: [UInt8], named file: String, options: EdgeListOptions = EdgeListOptions(),
    threadCount: Int = processorCount
  ) throws {
    self = try EdgeList(bytes, named: file, options: options, threadCount: threadCount).graph
  }
}
