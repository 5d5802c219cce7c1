internal import EmbeddingTables
internal import Files
internal import Names

/// The text format of word2vec, which fastText's `.vec` files share.
///
/// The first line holds the number of vectors and the number of components; each further line holds
/// a name and its components, separated by spaces. When a file is read, tabs are also separators,
/// and a name may contain spaces as in GloVe's. A name is not empty and, when a file is written,
/// contains no white space. The format has no metadata.
enum Word2VecText {
  static func read(_ source: EmbeddingSource) throws(EmbeddingFileError) -> Embedding {
    let header = try source.word2VecHeader()
    return try TextVectors(
      source: source, layout: .spacedNames, dimensions: header.dimensions,
      start: source.bytes.lineEnd(after: 0)
    ).readEmbedding(expectedCount: header.count)
  }

  static func write(_ embedding: Embedding, to output: EmbeddingOutput) throws(EmbeddingFileError) {
    try output.writeText(
      embedding, layout: .spaces, header: "\(embedding.count) \(embedding.dimensions)\n")
  }
}

extension EmbeddingSource {
  /// The first line of a word2vec file.
  func word2VecHeader() throws(EmbeddingFileError) -> Word2VecHeader {
    guard let header = Word2VecHeader(bytes) else {
      let line = bytes.line(at: 0)
      throw failure(
        line: 1,
        "\(bytes.excerpt(line)) does not tell the number of vectors and of "
          + "components, as in '1000 128'")
    }
    return header
  }
}

extension EmbeddingOutput {
  /// Writes a first line and the lines of all rows.
  func writeText(
    _ embedding: Embedding, layout: TextLayout, header: String, to path: String? = nil
  ) throws(EmbeddingFileError) {
    try checkFinite(embedding)
    let writer = TextRowWriter(embedding: embedding, layout: layout)
    try write(to: path) { file throws(FileError) in
      try file.write(header)
      try writePieces(embedding.count, rowsPerPiece: writer.rowsPerPiece, to: &file) { rows in
        writer.lines(rows)
      }
    }
  }
}
