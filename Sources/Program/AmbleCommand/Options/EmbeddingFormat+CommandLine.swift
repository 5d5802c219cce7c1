internal import EmbeddingFiles

extension EmbeddingFormat: OptionChoice {
  /// The placeholder for a format in help texts, which list the formats elsewhere.
  static var valueName: String { "FORMAT" }

  /// A list of all formats for help texts.
  static var list: String {
    allCases.map { format in
      let endings = format.fileExtensions.map { ".\($0)" }.joined(separator: ", ")
      return "\(format.rawValue) (\(endings)): \(format.summary)"
        + (format.isWritable ? "" : "; read only")
    }.joined(separator: "\n")
  }

  /// The file name endings of the formats, as text.
  static var endings: String {
    allCases.filter(\.isWritable).compactMap(\.fileExtensions.first).map { ".\($0)" }
      .joined(separator: ", ")
  }
}
