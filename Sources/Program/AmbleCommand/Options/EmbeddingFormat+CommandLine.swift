internal import EmbeddingFiles

extension EmbeddingFormat: OptionChoice {
  /// What stands for a format in help texts, which list them elsewhere.
  static var valueName: String { "FORMAT" }

  /// A list of all formats for help texts.
  static var list: String {
    allCases.map { format in
      let endings = format.fileExtensions.map { ".\($0)" }.joined(separator: ", ")
      return "\(format.rawValue) (\(endings)): \(format.summary)"
        + (format.isWritable ? "" : "; read only")
    }.joined(separator: "\n")
  }

  /// The endings of file names that formats have, for people.
  static var endings: String {
    allCases.filter(\.isWritable).compactMap(\.fileExtensions.first).map { ".\($0)" }
      .joined(separator: ", ")
  }
}
