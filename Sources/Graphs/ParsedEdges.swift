internal import Names
internal import ParallelLoops
internal import Synchronization
internal import TextTables

/// The edges of a file, with nodes numbered as the graph will number them.
struct ParsedEdges: Sendable {
  var chunks: [EdgeChunk]
  var names: NameList
  var summary = EdgeListSummary()
  /// Whether each edge stands for its mirror image too, as in a symmetric matrix.
  var isSymmetric = false
  /// The number of lines before those of the first chunk.
  var lineCountBeforeChunks = 0

  /// The usual size of the pieces that threads read.
  static let chunkSize = 1 << 20

  /// Reads the edges of a file.
  ///
  /// The result depends neither on the number of threads nor on the size of chunks.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - nodes: The rows of the file of nodes, or nil.
  ///   - options: How edges are to be understood.
  ///   - threadCount: The largest number of threads.
  ///   - chunkSize: The least number of bytes of a piece but the last.
  /// - Throws: `LineFault` for the first line that is refused.
  init(
    of bytes: [UInt8], nodes: TextTable?, options: EdgeListOptions, threadCount: Int,
    chunkSize: Int = ParsedEdges.chunkSize
  ) throws(LineFault) {
    let layout = try EdgeListLayout(of: bytes.span, options: options)
    let pieces = Self.pieces(of: bytes.span, from: layout.bodyStart, size: chunkSize)
    func read(_ readsNames: Bool) throws(LineFault) -> [EdgeChunk]? {
      try Self.read(
        pieces, of: bytes, layout: layout, options: options, readsNames: readsNames,
        threadCount: threadCount)
    }
    if let chunks = try read(false),
      let numbered = IntegerNumbering(
        chunks, nodes: nodes, layout: layout, threadCount: threadCount)
    {
      self.chunks = numbered.chunks
      names = numbered.names
      summary.addedNodeCount = numbered.addedNodeCount
    } else {
      let numbered = try NameNumbering(read(true) ?? [], nodes: nodes, threadCount: threadCount)
      self.chunks = numbered.chunks
      names = numbered.names
      summary.addedNodeCount = numbered.addedNodeCount
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

  /// Reads all pieces; nil when nodes are no numbers.
  private static func read(
    _ pieces: [Range<Int>], of bytes: [UInt8], layout: EdgeListLayout, options: EdgeListOptions,
    readsNames: Bool, threadCount: Int
  ) throws(LineFault) -> [EdgeChunk]? {
    // The first piece that stops decides, so that those behind it need not be read.
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
