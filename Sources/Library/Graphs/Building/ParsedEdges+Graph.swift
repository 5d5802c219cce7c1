internal import Algorithms
internal import Names
internal import Parallel
internal import Text

extension ParsedEdges {
  /// Builds the graph of the edges.
  ///
  /// - Parameters:
  ///   - options: How to interpret the edges.
  ///   - threadCount: The maximum number of threads.
  /// - Returns: The graph and a summary of what was read.
  /// - Throws: `EdgeListError` if parallel edges are not allowed, their weights add up to too much,
  ///   or memory runs out.
  consuming func graph(
    _ options: EdgeListOptions, threadCount: Int
  ) throws(EdgeListError) -> (Graph, EdgeListSummary) {
    var edges = self
    var options = options
    options.isDirected = (options.isDirected || edges.isDirected) && !options.ignoresDirections
    // The two lines of an edge in an adjacency list are one edge.
    if edges.summary.format == .adjacency, options.parallelEdges == .sum {
      options.parallelEdges = .first
    }
    let isListedBothWays =
      !options.isDirected && options.parallelEdges == .sum
      && edges.isListedBothWays(threadCount: threadCount)
    let isWeighted = edges.chunks.contains { !$0.weights.isEmpty }
    // Both entries of a symmetric matrix are one edge.
    if isListedBothWays, isWeighted { options.parallelEdges = .first }
    let isExpanded = edges.isSymmetric && options.isDirected
    let isMirrored = !options.isDirected || isExpanded
    let edgeCount = edges.chunks.reduce(0) { $0 + $1.edgeCount }
    var rows: ArcRows
    // The edges are needed again only to find the line to report.
    let kept = options.parallelEdges == .error ? edges : nil
    do {
      let buckets = try ArcBuckets(
        chunks: edges.chunks, nodeCount: edges.names.count, isMirrored: isMirrored,
        threadCount: threadCount)
      edges.chunks = []
      rows = ArcRows(
        buckets, isDirected: options.isDirected, parallelEdges: options.parallelEdges,
        threadCount: threadCount)
    } catch {
      throw edges.error(error)
    }
    if let (source, target) = rows.overflow {
      throw EdgeListError(
        file: edges.file, line: nil,
        reason: .weightSum(
          source: edges.quotedName(of: source), target: edges.quotedName(of: target))
      )
    }
    // The mirror images of a symmetric matrix are edges of a directed graph.
    let selfLoopCount = options.selfLoops == .keep ? edges.summary.selfLoopCount : 0
    let givenCount = isExpanded ? 2 * edgeCount - selfLoopCount : edgeCount
    edges.summary.mergedEdgeCount = givenCount - rows.edgeCount
    if isListedBothWays, isWeighted {
      edges.summary.isListedBothWays = true
    } else if isListedBothWays, rows.hasOnlyPairs {
      rows.weights = []
      edges.summary.isListedBothWays = true
    }
    if let kept, edges.summary.mergedEdgeCount > 0 {
      throw kept.firstParallelEdge(isMirrored: isMirrored)
    }
    return (Graph(rows, isDirected: options.isDirected, names: edges.names), edges.summary)
  }

  /// Whether the edges in one direction appear to be those in the other: edges without weights, or
  /// entries of a matrix.
  ///
  /// Sums of hashes are compared, which differ unless the edges are the same, except with
  /// probability 2⁻⁶⁴.
  private func isListedBothWays(threadCount: Int) -> Bool {
    guard summary.format == .matrixMarket || chunks.allSatisfy({ $0.weights.isEmpty }) else {
      return false
    }
    let excesses = concurrentMap(chunks.count, threadCount: threadCount) {
      chunks[$0].directionExcess
    }
    // Rarely equal otherwise, and much faster to count.
    guard excesses.reduce(0, +) == 0 else { return false }
    let sums = concurrentMap(chunks.count, threadCount: threadCount) { chunks[$0].directionSums }
    let forth = sums.reduce(0 as UInt64) { $0 &+ $1.forth }
    return forth != 0 && forth == sums.reduce(0 as UInt64) { $0 &+ $1.back }
  }

  /// The error for a file whose graph does not fit in memory.
  func error(_ fault: NotEnoughMemory) -> EdgeListError {
    EdgeListError(file: file, line: nil, reason: .notEnoughMemory(byteCount: fault.byteCount))
  }

  private func quotedName(of node: Node) -> String {
    Excerpt.quoted(names[Int(node)].utf8)
  }

  /// The error for the first line that repeats an edge.
  private func firstParallelEdge(isMirrored: Bool) -> EdgeListError {
    guard let place = EdgeChunk.firstParallelEdge(of: chunks, isMirrored: isMirrored) else {
      preconditionFailure("an edge occurs twice")
    }
    let chunk = chunks[place.chunk]
    let linesBefore = chunks[..<place.chunk].reduce(lineCountBeforeChunks) { $0 + $1.lineCount }
    let (source, target) = (chunk.nodes[2 * place.edge], chunk.nodes[2 * place.edge + 1])
    return EdgeListError(
      file: file,
      line: chunk.lines.isEmpty ? nil : linesBefore + Int(chunk.lines[place.edge]) + 1,
      reason: .parallelEdge(source: quotedName(of: source), target: quotedName(of: target)))
  }
}
