/// What to read from a file that can hold more than one table of vectors.
public struct EmbeddingSelection: Sendable, Equatable {
  /// The name of the tensor in a safetensors file or of the array in an npz file; nil for the
  /// default of the format.
  public var tensor: String?
  /// The path of a file with the names of the rows, one per line, such as BERT's `vocab.txt`; nil
  /// for the names in the file itself.
  public var vocabulary: String?

  /// Creates a selection.
  ///
  /// - Parameters:
  ///   - tensor: The name of the tensor or array, or nil.
  ///   - vocabulary: The path of a file with the names of the rows, one per line, or nil.
  public init(tensor: String? = nil, vocabulary: String? = nil) {
    self.tensor = tensor
    self.vocabulary = vocabulary
  }
}
