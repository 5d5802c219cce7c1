public import Parallel

/// A graph read from a file, and a summary of what was merged or left out.
///
/// The result is the same for every number of threads.
public struct EdgeList: Sendable {
  /// The graph.
  public let graph: Graph
  /// How the file was interpreted, and what was merged or left out.
  public let summary: EdgeListSummary

  /// Reads a file: an edge list, or another format of graphs, which is recognized by its contents
  /// (`EdgeListOptions.Layout`); optionally compressed or in an archive.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for standard input.
  ///   - options: How to interpret the edges.
  ///   - threadCount: The maximum number of threads, at least 1.
  /// - Throws: `EdgeListError` for the first invalid line, `FileError` if a file cannot be read,
  ///   `TextTableError` for an invalid file of nodes.
  public init(
    contentsOf path: String, options: EdgeListOptions = EdgeListOptions(),
    threadCount: Int = processorCount
  ) throws {
    let edges = try ParsedEdges.read(contentsOf: path, options: options, threadCount: threadCount)
    (graph, summary) = try edges.graph(options, threadCount: threadCount)
  }

  /// Reads the bytes of an uncompressed file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: The name of the file in error messages.
  ///   - options: How to interpret the edges.
  ///   - threadCount: The maximum number of threads, at least 1.
  /// - Throws: `EdgeListError` for the first invalid line; `FileError` and `TextTableError` for the
  ///   file of nodes.
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
    let edges = try ParsedEdges.read(
      bytes, named: file, options: options, threadCount: threadCount, chunkSize: chunkSize)
    (graph, summary) = try edges.graph(options, threadCount: threadCount)
  }
}

extension Graph {
  /// Reads a graph from a file: an edge list, or another format of graphs, which is recognized by
  /// its contents (`EdgeListOptions.Layout`); optionally compressed or in an archive.
  ///
  /// `EdgeList` reads the same graph and also reports what was merged or left out.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for standard input.
  ///   - options: How to interpret the edges.
  ///   - threadCount: The maximum number of threads, at least 1.
  /// - Throws: `EdgeListError` for the first invalid line, `FileError` if a file cannot be read,
  ///   `TextTableError` for an invalid file of nodes.
  public init(
    contentsOf path: String, options: EdgeListOptions = EdgeListOptions(),
    threadCount: Int = processorCount
  ) throws {
    self = try EdgeList(contentsOf: path, options: options, threadCount: threadCount).graph
  }

  /// Reads a graph from the bytes of an uncompressed file.
  ///
  /// - Parameters:
  ///   - bytes: The text of the edge list or matrix.
  ///   - file: The name of the file in error messages.
  ///   - options: How to interpret the edges.
  ///   - threadCount: The maximum number of threads, at least 1.
  /// - Throws: The errors of `init(contentsOf:options:threadCount:)`.
  public init(
    edgeList bytes: [UInt8], named file: String, options: EdgeListOptions = EdgeListOptions(),
    threadCount: Int = processorCount
  ) throws {
    self = try EdgeList(bytes, named: file, options: options, threadCount: threadCount).graph
  }
}
