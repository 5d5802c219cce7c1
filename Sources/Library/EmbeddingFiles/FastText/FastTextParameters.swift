internal import EmbeddingTables

/// The training parameters of a model of fastText.
struct FastTextParameters: Sendable {
  let dimensions: Int
  /// The minimum number of characters of a subword.
  let smallestPiece: Int
  /// The maximum number of characters of a subword; 0 if words have no subwords.
  let largestPiece: Int
  /// The number of rows that all subwords share.
  let bucketCount: Int
  let metadata: EmbeddingMetadata
}
