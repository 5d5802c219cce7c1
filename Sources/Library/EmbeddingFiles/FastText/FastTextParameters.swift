internal import EmbeddingTables

/// What a model of fastText was trained with.
struct FastTextParameters: Sendable {
  let dimensions: Int
  /// The least number of characters of a piece of a word.
  let smallestPiece: Int
  /// The largest number of characters of a piece; 0 where words are not cut.
  let largestPiece: Int
  /// The number of rows that all pieces share.
  let bucketCount: Int
  let metadata: EmbeddingMetadata
}
