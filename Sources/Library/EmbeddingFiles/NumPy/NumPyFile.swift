internal import BinaryFiles
internal import EmbeddingTables
internal import Files
internal import Names

/// A NumPy array in a file, with the names of its rows in another file next to it.
///
/// The names of `karate.npy` are in `karate.nodes.txt`, one per line; if that file is missing, they
/// are 0, 1, 2 and so on. Names contain no line breaks. Elements may be in single, half or double
/// precision, in row-major or column-major order; single-precision numbers in row-major order
/// remain in the file. The format has no metadata.
enum NumPyFile {
  static func read(_ source: EmbeddingSource) throws(EmbeddingFileError) -> Embedding {
    let array = try source.reading { bytes throws(BinaryFault) in
      try NumPyArray(bytes, 0..<bytes.count)
    }
    let (encoding, rows, columns) = try array.matrix(source, end: source.bytes.count)
    let names =
      source.selection.vocabulary == nil
      ? try names(of: source, count: rows)
      : try source.vocabulary(count: rows)
    return names.embedding { names in
      encoding.embedding(
        of: source.bytes, at: array.dataOffset, names: names, dimensions: columns,
        isTransposed: array.isTransposed, threadCount: source.threadCount)
    }
  }

  private static func names(
    of array: EmbeddingSource, count: Int
  ) throws(EmbeddingFileError) -> RowNames {
    guard let namesPath = namesPath(array.path), InputFile.exists(namesPath) else {
      return RowNames(NameList(count: count))
    }
    let source = try array.companion(namesPath)
    let names = try NameLines.read(source)
    guard names.count == count else {
      throw source.failure(
        "there are \(names.count) names for the \(count) rows of \(array.path)")
    }
    return names
  }

  static func write(_ embedding: Embedding, to output: EmbeddingOutput) throws(EmbeddingFileError) {
    guard let namesPath = namesPath(output.path) else {
      throw output.failure(
        "the names of an npy file go to a file beside it, which standard output has not")
    }
    // Both files are complete before either replaces its target.
    do throws(FileError) {
      var array = try OutputFile(output.path)
      try array.write(
        NumPyArray.header(type: "<f4", shape: [embedding.count, embedding.dimensions]))
      try array.write(embedding.vectors)
      var names = try OutputFile(namesPath)
      try NameLines.write(embedding.names, to: &names)
      try array.prepareToCommit()
      try names.commit()
      try array.commit()
    } catch {
      throw EmbeddingFileError(error)
    }
  }

  /// The path of the names; nil for standard input and output.
  static func namesPath(_ path: String) -> String? {
    guard path != "-" else { return nil }
    var base = path[...]
    if base.hasSuffix(".gz") { base = base.dropLast(3) }
    if base.hasSuffix(".npy") { base = base.dropLast(4) }
    return "\(base).nodes.txt"
  }
}

extension OutputFile {
  /// Appends numbers as little-endian 32-bit floats.
  mutating func write(_ numbers: Span<Float>) throws(FileError) {
    try LittleEndian.pieces(of: numbers) { bytes throws(FileError) in try write(bytes) }
  }
}
