public import EmbeddingTables
internal import Errors
public import Parallel

extension HNSWIndex {
  /// Reads an index that `write(to:)` wrote.
  ///
  /// - Parameters:
  ///   - path: The index's file.
  ///   - embedding: The vectors that the index was built for.
  ///   - metric: The metric that it was built for.
  ///   - threadCount: The largest number of threads to use, now and in searches, at least 1.
  /// - Throws: `FileError` when the file cannot be read, is damaged, or is the index of other
  ///   vectors or for another metric; `OptionError` when the number of threads is less than 1;
  ///   `MemoryError` when there is no memory; `CancellationError` when the current task is
  ///   canceled meanwhile.
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
  /// - Parameter path: The file; what was there is replaced once the new one is complete.
  /// - Throws: `FileError` when the file cannot be written; `CancellationError` when the current
  ///   task is canceled before its beginning.
  public func write(to path: String) throws {
    try HNSWIndexFile.write(self, to: path)
  }
}
