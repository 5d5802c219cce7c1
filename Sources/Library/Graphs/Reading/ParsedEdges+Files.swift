internal import Errors
internal import Files
internal import Text

extension ParsedEdges {
  /// The usual size of the pieces that threads read.
  static let chunkSize = 1 << 20

  /// Reads a file, whose bytes do not outlive the call.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for standard input.
  ///   - options: How edges are to be understood.
  ///   - threadCount: The largest number of threads.
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
  ///   - file: The name for error messages.
  ///   - options: How edges are to be understood.
  ///   - threadCount: The largest number of threads.
  ///   - chunkSize: The least number of bytes of a piece but the last.
  /// - Returns: The edges.
  /// - Throws: `EdgeListError`, `FileError`, `TextTableError` or `OptionError`.
  static func read(
    _ bytes: [UInt8], named file: String, options: EdgeListOptions, threadCount: Int,
    chunkSize: Int
  ) throws -> ParsedEdges {
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    do {
      let layout = try EdgeListLayout(of: bytes.span, options: options)
      // Where the edges have tabs, `Evelyn Jefferson` on a line is one node.
      let nodes = try options.nodesPath.map { path in
        try TextTable(
          InputFile.read(path), named: path, delimiter: nil, fallback: layout.delimiter)
      }
      var edges = try ParsedEdges(
        of: bytes, layout: layout, nodes: nodes, options: options, threadCount: threadCount,
        chunkSize: chunkSize)
      edges.file = file
      return edges
    } catch let fault as LineFault {
      throw EdgeListError(file: file, line: fault.line, reason: fault.reason)
    }
  }
}
