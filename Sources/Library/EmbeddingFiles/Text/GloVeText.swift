internal import EmbeddingTables
internal import Files
internal import Text

/// The text format of GloVe: a name and its components per line, separated by spaces.
///
/// The first line determines the number of components. A name may contain spaces, as some of
/// GloVe's own do (`. . .`), if its last part is not a number; such names can be read, but not
/// written. The format has no metadata.
enum GloVeText {
  static func read(_ source: EmbeddingSource) throws(EmbeddingFileError) -> Embedding {
    try TextVectors(
      source: source, layout: .spacedNames, dimensions: try dimensions(of: source), start: 0
    ).readEmbedding()
  }

  /// How many numbers the first line ends with, not counting its first field.
  private static func dimensions(of source: EmbeddingSource) throws(EmbeddingFileError) -> Int {
    let line = source.bytes.line(at: 0)
    let fields = source.bytes.text(line).split { $0 == " " || $0 == "\t" }
    let count = fields.dropFirst().reversed().prefix { field in
      Float(decimal: Array(field.utf8).span) != nil
    }.count
    guard count > 0 else {
      throw source.failure(
        line: 1,
        "\(source.bytes.excerpt(line)) is not a name and its vector, separated by "
          + "spaces")
    }
    return count
  }

  static func write(_ embedding: Embedding, to output: EmbeddingOutput) throws(EmbeddingFileError) {
    try output.writeText(embedding, layout: .spacedNames, header: "")
  }
}
