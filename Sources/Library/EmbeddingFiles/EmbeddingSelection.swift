/// What to read from a file, and how.
public struct EmbeddingSelection: Sendable, Equatable {
  /// The name of the tensor in a safetensors file or of the array in an npz file; nil for the
  /// default of the format.
  public var tensor: String?
  /// The path of a file with the names of the rows, one per line, such as BERT's `vocab.txt`; nil
  /// for the names in the file itself.
  public var vocabulary: String?
  /// What to do about names that are not valid UTF-8 and about repeated names.
  public var invalidNames = InvalidNames.refuse
  /// The maximum number of vectors, which are the first ones; nil for all.
  public var limit: Int?
  /// Whether rows of text have names; otherwise all fields are components, and the rows are named
  /// 0, 1, 2 and so on.
  public var hasNames = true

  /// What to do about names that are not valid UTF-8 and about repeated names.
  ///
  /// The raw value is a word of the command line.
  public enum InvalidNames: String, CaseIterable, Sendable {
    /// Refuse the file.
    case refuse
    /// Replace invalid UTF-8 by U+FFFD; refuse repeated names.
    case replace
    /// Replace invalid UTF-8 by U+FFFD; of rows with the same name, keep the first.
    case keepFirst = "keep-first"
  }

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
