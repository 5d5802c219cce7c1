internal import Errors
internal import Files
internal import Names
internal import Text

extension ParsedEdges {
  /// The usual size in bytes of the pieces that threads read.
  static let chunkSize = 1 << 20

  /// Reads a file, whose bytes are released before the call returns.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for standard input.
  ///   - options: How to interpret the edges.
  ///   - threadCount: The maximum number of threads.
  /// - Returns: The edges.
  /// - Throws: `EdgeListError`, `FileError`, `TextTableError` or `OptionError`.
  static func read(
    contentsOf path: String, options: EdgeListOptions, threadCount: Int
  ) throws -> ParsedEdges {
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    let bytes = try InputFile.read(path)
    return try read(
      bytes, named: path, options: options, threadCount: threadCount, chunkSize: chunkSize)
  }

  /// Reads bytes.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: The name of the file in error messages.
  ///   - options: How to interpret the edges.
  ///   - threadCount: The maximum number of threads.
  ///   - chunkSize: The minimum size in bytes of every piece except the last.
  /// - Returns: The edges.
  /// - Throws: `EdgeListError`, `FileError`, `TextTableError` or `OptionError`.
  static func read(
    _ bytes: [UInt8], named file: String, options: EdgeListOptions, threadCount: Int,
    chunkSize: Int
  ) throws -> ParsedEdges {
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    do {
      let member = try ArchiveMember(unpacking: bytes, options)
      var options = options
      options.member = nil
      var edges = try readUnpacked(
        member.bytes, named: file, member: member.name, options: options, threadCount: threadCount,
        chunkSize: chunkSize)
      if member.otherCount > 0 {
        edges.summary.member = member.name.map { Excerpt.quoted($0.utf8) }
      }
      return edges
    } catch let fault as LineFault {
      throw EdgeListError(file: file, line: fault.line, reason: fault.reason)
    }
  }

  /// Reads the bytes of a file that is not packed.
  private static func readUnpacked(
    _ bytes: [UInt8], named file: String, member: String?, options: EdgeListOptions,
    threadCount: Int, chunkSize: Int
  ) throws -> ParsedEdges {
    if let foreign = ForeignFile.recognized(in: bytes.span),
      !foreign.isGraph || options.layout == .edges
    {
      throw LineFault(reason: .foreignFile(foreign.reason(expecting: .edges)))
    }
    if var edges = try ParsedEdges(binary: bytes, options: options, threadCount: threadCount) {
      edges.file = file
      return edges
    }
    guard let bytes = options.encoding.utf8(bytes) else { throw LineFault(reason: .encoding) }
    if var edges = try ParsedEdges(
      metis: bytes.span, options: options, threadCount: threadCount)
    {
      edges.file = file
      return edges
    }
    if var edges = try ParsedEdges(
      formatted: bytes.span, named: member ?? file, options: options, threadCount: threadCount)
    {
      edges.file = file
      return edges
    }
    let layout = try EdgeListLayout(of: bytes.span, options: options)
    // If the edges are separated by tabs, `Evelyn Jefferson` on a line is one node.
    let nodes = try options.nodesPath.map { path in
      try TextTable(
        InputFile.read(path), named: path, delimiter: nil, fallback: layout.delimiter)
    }
    var edges = try ParsedEdges(
      of: bytes, layout: layout, nodes: nodes, options: options, threadCount: threadCount,
      chunkSize: chunkSize)
    edges.file = file
    func again(_ change: (inout EdgeListOptions) -> Void) throws -> ParsedEdges {
      var options = options
      change(&options)
      return try readUnpacked(
        bytes, named: file, member: member, options: options, threadCount: threadCount,
        chunkSize: chunkSize)
    }
    if let words = layout.headerWords, HeaderWords(words).areAmbiguous,
      words.contains(where: { edges.names.index(of: $0) != nil })
    {
      return try again { $0.hasHeader = false }
    }
    if !options.readsWholeNumbers, layout.matrix == nil, edges.haveNumbersInTwoSpellings {
      return try again { $0.readsWholeNumbers = true }
    }
    if options.layout == nil, let name = edges.nameOfSeveralNodes() {
      throw LineFault(reason: .severalNodes(Excerpt.quoted(name.utf8)))
    }
    if let words = layout.nodeTableHeader, edges.haveOnlyInFirstEdge(words) {
      throw LineFault(
        line: layout.header == nil ? edges.lineCountBeforeChunks + 1 : layout.lineCountBeforeBody,
        reason: .nodeTable(header: Excerpt.quoted(words.joined(separator: " ").utf8)))
    }
    if layout.sizeLine == nil, let size = layout.suspectedSizeLine {
      if edges.begins(with: size) {
        let others = try again { $0.skipsSizeLine = true }
        if others.names.count <= size.nodeCount { return others }
        edges.summary.suspectedSizeLine = size.text
      } else if edges.mayBegin(with: size) {
        edges.summary.suspectedSizeLine = size.text
      }
    }
    if options.hasHeader == nil, options.columns == nil, let suspect = edges.lonelyFirstEdge() {
      guard !suspect.words.isPerhapsHeader else { return try again { $0.hasHeader = true } }
      edges.summary.suspectedHeader = Excerpt.quoted(suspect.line.utf8)
    }
    edges.summary.hasNodesAsWeights = options.columns == nil && edges.hasNodesAsWeights()
    return edges
  }
}
