internal import EmbeddingTables
internal import Files
internal import Names

/// The two files that TensorFlow's Embedding Projector loads: vectors, and their names.
///
/// `karate.vectors.tsv` holds the components of one vector per line, separated by tabs, and
/// `karate.metadata.tsv` next to it the names, one per line. Neither is written with a header; when
/// files are read, metadata of several columns have one, as the projector requires, and names are
/// in their first column. Names contain no tabs or line breaks and are not empty. The format does
/// not hold an embedding's metadata.
enum ProjectorFiles {
  private static let vectorsEnding = "vectors.tsv"
  private static let namesEnding = "metadata.tsv"

  static func read(_ source: EmbeddingSource) throws(EmbeddingFileError) -> Embedding {
    // The names, in another file, must be as many; the limit is applied to both later.
    var source = source
    source.selection.limit = nil
    let line = source.bytes.line(at: 0)
    let dimensions = source.bytes.text(line).split(separator: "\t").count
    guard dimensions > 0 else { throw source.failure(line: 1, "the line is empty") }
    let content = try TextVectors(
      source: source, layout: .unnamedTabs, dimensions: dimensions, start: 0
    ).read()
    guard let path = namesPath(source.path) else {
      throw source.failure("the path of the vectors must end in \(vectorsEnding)")
    }
    let nameSource = try source.companion(path)
    let names = try names(nameSource)
    guard names.count == content.count else {
      throw nameSource.failure("there are \(names.count) names for \(content.count) vectors")
    }
    return names.embedding { names in
      Embedding(names: names, dimensions: dimensions, vectors: content.elements)
    }
  }

  private static func names(_ source: EmbeddingSource) throws(EmbeddingFileError) -> RowNames {
    let hasColumns = source.bytes.contains(UInt8(ascii: "\t"), in: source.bytes.line(at: 0))
    return try NameLines.read(source, hasHeader: hasColumns, endsAtTab: hasColumns)
  }

  static func write(_ embedding: Embedding, to output: EmbeddingOutput) throws(EmbeddingFileError) {
    guard let path = namesPath(output.path) else {
      throw output.failure(
        "the path must end in \(vectorsEnding), so that the names can "
          + "go to \(namesEnding) beside it"
      )
    }
    try output.checkFinite(embedding)
    let writer = TextRowWriter(embedding: embedding, layout: .unnamedTabs)
    // Both files are complete before either replaces its target.
    do throws(FileError) {
      var vectors = try OutputFile(output.path)
      try output.writePieces(embedding.count, rowsPerPiece: writer.rowsPerPiece, to: &vectors) {
        writer.lines($0)
      }
      var names = try OutputFile(path)
      try NameLines.write(embedding.names, to: &names)
      try vectors.prepareToCommit()
      try names.commit()
      try vectors.commit()
    } catch {
      throw EmbeddingFileError(error)
    }
  }

  /// The path of the names; nil if the path does not end like that of vectors.
  static func namesPath(_ path: String) -> String? {
    let isCompressed = path.hasSuffix(".gz")
    let base = isCompressed ? path.dropLast(3) : path[...]
    guard base.hasSuffix(vectorsEnding) else { return nil }
    return base.dropLast(vectorsEnding.count) + namesEnding + (isCompressed ? ".gz" : "")
  }
}
