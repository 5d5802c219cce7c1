public import EmbeddingTables
public import Files
internal import Parallel

extension HNSWIndex {
  /// Reads an index that `write(to:)` wrote.
  ///
  /// - Parameters:
  ///   - path: The index's file.
  ///   - embedding: The vectors that the index was built for.
  ///   - metric: The metric that it was built for.
  ///   - threadCount: The largest number of threads to use, now and in searches, at least 1; nil for
  ///     one on each processor.
  /// - Throws: `FileError` when the file cannot be read, is damaged, or is the index of other vectors
  ///   or for another metric.
  /// - Complexity: O(rows × `dimensions`), since the vectors are compared with those of the index.
  public init(
    contentsOf path: String, of embedding: Embedding, metric: VectorMetric = .cosine,
    threadCount: Int? = nil
  ) throws(FileError) {
    self = try HNSWIndexFile.read(
      path, of: embedding, metric: metric, threadCount: max(1, threadCount ?? processorCount))
  }

  /// Writes the index, without the vectors, to a file.
  ///
  /// - Parameter path: The file; what was there is replaced once the new one is complete.
  /// - Throws: `FileError` when the file cannot be written.
  public func write(to path: String) throws(FileError) {
    try HNSWIndexFile.write(self, to: path)
  }
}
