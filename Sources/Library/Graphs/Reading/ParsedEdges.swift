internal import Names
internal import Parallel
internal import Synchronization
internal import Text

/// The edges of a file, with nodes numbered as in the graph.
struct ParsedEdges: Sendable {
  /// The file's path, for error messages.
  var file = ""
  var chunks: [EdgeChunk] = []
  var names: NameList
  var summary = EdgeListSummary()
  /// Whether each edge also stands for its mirror image, as in a symmetric matrix.
  var isSymmetric = false
  /// Whether the file says that edges lead only from source to target.
  var isDirected = false
  /// Whether nodes were read as names, since some are no numbers or too large.
  private(set) var haveTextNames = false
  /// The number of lines before those of the first chunk.
  var lineCountBeforeChunks = 0

  /// Reads the edges of a file.
  ///
  /// The result depends neither on the number of threads nor on the size of chunks.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - layout: How the file is laid out.
  ///   - nodes: The rows of the file of nodes, or nil.
  ///   - options: How to interpret the edges.
  ///   - threadCount: The maximum number of threads.
  ///   - chunkSize: The minimum size in bytes of every piece except the last.
  /// - Throws: `LineFault` for the first invalid line.
  init(
    of bytes: [UInt8], layout: EdgeListLayout, nodes: TextTable?, options: EdgeListOptions,
    threadCount: Int, chunkSize: Int
  ) throws(LineFault) {
    let pieces = Self.pieces(of: bytes.span, from: layout.bodyStart, size: chunkSize)
    func read(_ readsNames: Bool) throws(LineFault) -> [EdgeChunk]? {
      try Self.read(
        pieces, of: bytes, layout: layout, options: options, readsNames: readsNames,
        threadCount: threadCount)
    }
    var integers: IntegerNumbering?
    if let read = try read(false) {
      chunks = read
      integers =
        if let nodeCount = layout.matrix?.nodeCount {
          IntegerNumbering(ofMatrix: &chunks, nodeCount: nodeCount, threadCount: threadCount)
        } else {
          IntegerNumbering(of: &chunks, nodes: nodes, threadCount: threadCount)
        }
    }
    if let integers {
      (names, summary.addedNodeCount) = (integers.names, integers.addedNodeCount)
    } else {
      haveTextNames = true
      chunks = try read(true) ?? []
      let numbering = NameNumbering(of: &chunks, nodes: nodes, threadCount: threadCount)
      (names, summary.addedNodeCount) = (numbering.names, numbering.addedNodeCount)
    }
    lineCountBeforeChunks = layout.lineCountBeforeBody
    isSymmetric = layout.matrix?.isSymmetric ?? false
    isDirected = layout.isDirected
    summarize(layout, options)
    try checkSize(layout)
  }

  /// Cuts a file into pieces of whole lines.
  private static func pieces(of bytes: Span<UInt8>, from start: Int, size: Int) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = start
    while start < bytes.count {
      let wanted = min(start + max(size, 1) - 1, bytes.count - 1)
      let end = min(TextLine.end(from: wanted, of: bytes) + 1, bytes.count)
      pieces.append(start..<end)
      start = end
    }
    return pieces
  }

  /// Reads all pieces; nil if some node is not a number.
  private static func read(
    _ pieces: [Range<Int>], of bytes: [UInt8], layout: EdgeListLayout, options: EdgeListOptions,
    readsNames: Bool, threadCount: Int
  ) throws(LineFault) -> [EdgeChunk]? {
    // The first piece that stops decides, so that later ones need not be read.
    let firstStop = Atomic<Int>(pieces.count)
    let results = concurrentMap(pieces.count, threadCount: threadCount) {
      piece -> Result<EdgeChunk, EdgeChunkReader.Stop> in
      guard piece < firstStop.load(ordering: .relaxed) else { return .success(EdgeChunk()) }
      let reader = EdgeChunkReader(layout: layout, options: options, readsNames: readsNames)
      do throws(EdgeChunkReader.Stop) {
        return .success(try reader.read(pieces[piece], of: bytes.span))
      } catch {
        _ = firstStop.min(piece, ordering: .relaxed)
        return .failure(error)
      }
    }
    var chunks: [EdgeChunk] = []
    chunks.reserveCapacity(pieces.count)
    var lineCount = layout.lineCountBeforeBody
    for result in results {
      switch result {
      case .success(let chunk):
        chunks.append(chunk)
        lineCount += chunk.lineCount
      case .failure(.needsNames): return nil
      case .failure(.refused(var fault)):
        fault.line = fault.line.map { $0 + lineCount }
        throw fault
      }
    }
    return chunks
  }

  private mutating func summarize(_ layout: EdgeListLayout, _ options: EdgeListOptions) {
    summary.format =
      layout.format == .adjacency
      ? .adjacency : layout.matrix == nil ? .edgeList : .matrixMarket
    summary.hasAttributes = layout.hasAttributes
    summary.isTwoSided = layout.isTwoSided
    summary.commentLineCount = layout.commentCountBeforeBody
    summary.delimiter = layout.delimiter
    summary.columns = layout.columns
    summary.header = layout.header
    summary.isDirected = layout.isDirected
    summary.readsWholeNumbers = options.readsWholeNumbers
    if let size = layout.sizeLine {
      summary.sizeLine = size.text
      summary.missingNodeCount = max(0, size.nodeCount - names.count)
    }
    summary.dropsSelfLoops = options.selfLoops == .drop
    for chunk in chunks {
      summary.commentLineCount += chunk.commentCount
      summary.repeatedHeaderCount += chunk.repeatedHeaderCount
      summary.selfLoopCount += chunk.selfLoopCount
      summary.zeroWeightCount += chunk.zeroWeightCount
      summary.edgeLineCount += chunk.edgeCount + chunk.zeroWeightCount
      if options.selfLoops == .drop { summary.edgeLineCount += chunk.selfLoopCount }
    }
  }

  /// The first edge, if its nodes are names that occur nowhere else, and there are three edges or
  /// more and no header: perhaps the line is one.
  func lonelyFirstEdge() -> (words: HeaderWords, line: String)? {
    guard summary.header == nil, summary.format == .edgeList, !summary.isTwoSided,
      summary.edgeLineCount > 2, let first = chunks.first(where: { $0.edgeCount > 0 })
    else { return nil }
    let (source, target) = (first.nodes[0], first.nodes[1])
    guard source != target else { return nil }
    let texts = [names[Int(source)], names[Int(target)]]
    guard texts.allSatisfy({ Double($0) == nil }) else { return nil }
    var isFirst = true
    for chunk in chunks {
      for node in chunk.nodes.dropFirst(isFirst && chunk.edgeCount > 0 ? 2 : 0)
      where node == source || node == target { return nil }
      if chunk.edgeCount > 0 { isFirst = false }
      if chunk.nodesOfDroppedEdges.contains(where: { $0 == source || $0 == target }) { return nil }
    }
    return (HeaderWords(texts), texts.joined(separator: " "))
  }

  /// Whether words of a first line are names of nodes in no other line.
  func haveOnlyInFirstEdge(_ words: [String]) -> Bool {
    let nodes = Set(words.compactMap { names.index(of: $0).map { Node($0) } })
    guard !nodes.isEmpty else { return true }
    let uses = chunks.reduce(0) { count, chunk in
      count + chunk.nodes.count { nodes.contains($0) }
        + chunk.nodesOfDroppedEdges.count { nodes.contains($0) }
    }
    return summary.header == nil && uses <= words.count
  }

  /// Whether the third column looks like that of an adjacency list of nodes with two neighbors
  /// each: all of its numbers are nodes, and every node is among the neighbors of its own.
  func hasNodesAsWeights() -> Bool {
    guard summary.header == nil, summary.columns == .weighted, summary.format == .edgeList,
      chunks.contains(where: { !$0.weights.isEmpty })
    else { return false }
    var neighbors: Set<UInt64> = []
    for chunk in chunks {
      for (edge, weight) in chunk.weights.enumerated() {
        guard let number = Int(exactly: weight), let node = names.index(of: String(number)) else {
          return false
        }
        let source = UInt64(chunk.nodes[2 * edge]) << 32
        neighbors.insert(source | UInt64(chunk.nodes[2 * edge + 1]))
        neighbors.insert(source | UInt64(node))
      }
    }
    return neighbors.allSatisfy { neighbors.contains($0 << 32 | $0 >> 32) }
  }

  private func checkSize(_ layout: EdgeListLayout) throws(LineFault) {
    if let matrix = layout.matrix, matrix.entryCount != summary.edgeLineCount {
      throw LineFault(
        reason: .matrixMarket(
          "has \(summary.edgeLineCount) entries where its header says \(matrix.entryCount)"))
    }
    if names.isEmpty { throw LineFault(reason: .noEdges) }
    if names.count >= Int(Node.max) { throw LineFault(reason: .tooManyNodes) }
  }
}
