internal import Files
internal import Text

extension EdgeList {
  /// The least memory that reading a file takes at its peak, estimated from its size and its first
  /// lines.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - options: How the edges will be interpreted.
  /// - Returns: The number of bytes; nil if nothing can be said in advance: for standard input,
  ///   pipes, compressed files, and files that cannot be read.
  /// - Complexity: O(1).
  package static func leastByteCount(reading path: String, options: EdgeListOptions) -> Int? {
    guard path != "-", let start = InputFile.start(of: path, byteCount: 1 << 16),
      !start.isCompressed
    else { return nil }
    let lineCount = start.bytes.reduce(0) { $0 + ($1 == Byte.newline ? 1 : 0) }
    guard lineCount > 0 else { return start.size }
    let edgeCount = Int(Double(start.size) / Double(start.bytes.count) * Double(lineCount))
    return LoadMemory(
      fileSize: start.size, edgeCount: edgeCount, isMirrored: !options.isDirected
    ).least
  }
}

/// The memory that is taken while a graph is read and built.
struct LoadMemory {
  /// The size of the file in bytes.
  let fileSize: Int
  /// The number of its edges.
  let edgeCount: Int
  /// Whether an edge becomes two arcs.
  let isMirrored: Bool

  /// The bytes at the peak, for nodes that are numbers and edges without weights: names and weights
  /// take more.
  ///
  /// First there are the bytes of the file and two numbers per edge, then these numbers and the
  /// arcs with their sources, and finally the arcs and their rows.
  var least: Int {
    let arcCount = edgeCount * (isMirrored ? 2 : 1)
    return max(fileSize + 8 * edgeCount, 8 * edgeCount + 8 * arcCount, 12 * arcCount)
  }
}
