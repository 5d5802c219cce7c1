/// What to take out of a file that can hold more than one table of vectors.
public struct EmbeddingSelection: Sendable, Equatable {
  /// The name of the tensor in a safetensors file, of the array in an npz file; nil for the one
  /// that the format's description says.
  public var tensor: String?
  /// The path of a file with the names of the rows, one a line, such as BERT's `vocab.txt`; nil for
  /// the names that the file itself has.
  public var vocabulary: String?

  /// Creates a selection.
  ///
  /// - Parameters:
  ///   - tensor: The name of the tensor or array, or nil.
  ///   - vocabulary: The path of a file with the names of the rows, one a line, or nil.
  public init(tensor: String? = nil, vocabulary: String? = nil) {
    self.tensor = tensor
    self.vocabulary = vocabulary
  }
}
