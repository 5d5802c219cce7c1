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
      chunks = try read(true) ?? []
      let numbering = NameNumbering(of: &chunks, nodes: nodes, threadCount: threadCount)
      (names, summary.addedNodeCount) = (numbering.names, numbering.addedNodeCount)
    }
    lineCountBeforeChunks = layout.lineCountBeforeBody
    isSymmetric = layout.matrix?.isSymmetric ?? false
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
    summary.format = layout.matrix == nil ? .edgeList : .matrixMarket
    summary.delimiter = layout.delimiter
    summary.columns = layout.columns
    summary.header = layout.header
    summary.dropsSelfLoops = options.selfLoops == .drop
    for chunk in chunks {
      summary.selfLoopCount += chunk.selfLoopCount
      summary.zeroWeightCount += chunk.zeroWeightCount
      summary.edgeLineCount += chunk.edgeCount + chunk.zeroWeightCount
      if options.selfLoops == .drop { summary.edgeLineCount += chunk.selfLoopCount }
    }
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
