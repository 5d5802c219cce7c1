internal import EmbeddingFiles

extension EmbeddingFormat: OptionChoice {
  /// The endings of file names that formats have, for people.
  static var endings: String {
    allCases.filter(\.isWritable).compactMap(\.fileExtensions.first).map { ".\($0)" }
      .joined(separator: ", ")
  }
}
