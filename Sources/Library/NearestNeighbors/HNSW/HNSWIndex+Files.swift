public import EmbeddingTables
internal import Errors
public import Parallel

extension HNSWIndex {
  /// Reads an index that `write(to:)` has written.
  ///
  /// - Parameters:
  ///   - path: The path of the index file.
  ///   - embedding: The vectors that the index was built for.
  ///   - metric: The metric that it was built for.
  ///   - threadCount: The maximum number of threads, now and in searches, at least 1.
  /// - Throws: `FileError` if the file cannot be read, is damaged, or holds the index of other
  ///   vectors or for another metric; `OptionError` if the number of threads is less than 1;
  ///   `MemoryError` if there is not enough memory; `CancellationError` if the current task is
  ///   canceled.
  /// - Complexity: O(rows × `dimensions`), since the vectors are compared with those of the index.
  public init(
    contentsOf path: String, of embedding: Embedding, metric: VectorMetric = .cosine,
    threadCount: Int = processorCount
  ) throws {
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    self = try HNSWIndexFile.read(
      path, of: embedding, metric: metric, threadCount: threadCount)
  }

  /// Writes the index, without the vectors, to a file.
  ///
  /// - Parameter path: The path of the file; an existing file is replaced once the new one is
  ///   complete.
  /// - Throws: `FileError` if the file cannot be written; `CancellationError` if the current task
  ///   is canceled before writing begins.
  public func write(to path: String) throws {
    try HNSWIndexFile.write(self, to: path)
  }
}
