internal import Names
internal import Text

extension ParsedEdges {
  /// Builds the graph of the edges.
  ///
  /// - Parameters:
  ///   - options: How edges are to be understood.
  ///   - threadCount: The largest number of threads.
  /// - Returns: The graph and what reading it came across.
  /// - Throws: `EdgeListError` when parallel edges are refused or their weights are too large.
  consuming func graph(
    _ options: EdgeListOptions, threadCount: Int
  ) throws(EdgeListError) -> (Graph, EdgeListSummary) {
    var edges = self
    let isExpanded = edges.isSymmetric && options.isDirected
    let isMirrored = !options.isDirected || isExpanded
    let edgeCount = edges.chunks.reduce(0) { $0 + $1.edgeCount }
    let buckets = ArcBuckets(
      chunks: edges.chunks, nodeCount: edges.names.count, isMirrored: isMirrored,
      threadCount: threadCount)
    // The edges are needed again only to tell which line is refused.
    let kept = options.parallelEdges == .error ? edges : nil
    edges.chunks = []
    let rows = ArcRows(
      buckets, isDirected: options.isDirected, parallelEdges: options.parallelEdges,
      threadCount: threadCount)
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
    if let kept, edges.summary.mergedEdgeCount > 0 {
      throw kept.firstParallelEdge(isMirrored: isMirrored)
    }
    let graph = Graph(
      offsets: rows.offsets, targets: rows.targets, arcWeights: rows.weights,
      isDirected: options.isDirected, edgeCount: rows.edgeCount, names: edges.names)
    return (graph, edges.summary)
  }

  private func quotedName(of node: Node) -> String {
    Excerpt.quoted(names[Int(node)].utf8)
  }

  /// The fault of the first line whose edge occurred before.
  private func firstParallelEdge(isMirrored: Bool) -> EdgeListError {
    var seen: Set<UInt64> = []
    var lineCount = lineCountBeforeChunks
    for chunk in chunks {
      for edge in 0..<chunk.edgeCount {
        let (source, target) = (chunk.nodes[2 * edge], chunk.nodes[2 * edge + 1])
        let ends = isMirrored && source > target ? (target, source) : (source, target)
        guard seen.insert(UInt64(ends.0) << 32 | UInt64(ends.1)).inserted else {
          return EdgeListError(
            file: file, line: lineCount + Int(chunk.lines[edge]) + 1,
            reason: .parallelEdge(source: quotedName(of: source), target: quotedName(of: target)))
        }
      }
      lineCount += chunk.lineCount
    }
    preconditionFailure("an edge occurs twice")
  }
}
