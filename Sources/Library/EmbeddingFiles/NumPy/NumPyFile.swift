internal import EmbeddingTables
internal import Files
internal import Names

/// A NumPy array in a file, and the names of its rows in another beside it.
///
/// The names of `karate.npy` are in `karate.nodes.txt`, one a line; where that file is missing they
/// are 0, 1, 2 and so on. A name has no end of a line in it. Elements may be single, half or double
/// precision, in the order of rows or columns; singles in the order of rows stay in the file.
/// Metadata has no place in it.
enum NumPyFile {
  static func read(_ source: EmbeddingSource) throws(EmbeddingFileError) -> Embedding {
    let array = try NumPyArray(source, 0..<source.bytes.count)
    let (encoding, rows, columns) = try array.matrix(source, end: source.bytes.count)
    let names =
      source.selection.vocabulary == nil
      ? try names(beside: source.path, count: rows, threadCount: source.threadCount)
      : try source.vocabulary(count: rows)
    return encoding.embedding(
      of: source.bytes, at: array.dataOffset, names: names, dimensions: columns,
      isTransposed: array.isTransposed, threadCount: source.threadCount)
  }

  private static func names(
    beside path: String, count: Int, threadCount: Int
  ) throws(EmbeddingFileError) -> NameList {
    guard let namesPath = namesPath(path), InputFile.exists(namesPath) else {
      return NameList(count: count)
    }
    let source = try EmbeddingSource(path: namesPath, threadCount: threadCount)
    let names = try NameLines.read(source)
    guard names.count == count else {
      throw source.failure("there are \(names.count) names for the \(count) rows of \(path)")
    }
    return names
  }

  static func write(_ embedding: Embedding, to output: EmbeddingOutput) throws(EmbeddingFileError) {
    try output.checkNames(
      embedding.names, allowsEmpty: true,
      reason: "has the end of a line in it, which the file of names cannot hold; csv, tsv, npz, "
        + "safetensors and sqlite can"
    ) { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard let namesPath = namesPath(output.path) else {
      throw output.failure(
        "the names of an npy file go to a file beside it, which standard output has not")
    }
    // Both are complete before one of them takes its place.
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

  /// Where the names are; nil for standard input and output.
  static func namesPath(_ path: String) -> String? {
    guard path != "-" else { return nil }
    var base = path[...]
    if base.hasSuffix(".gz") { base = base.dropLast(3) }
    if base.hasSuffix(".npy") { base = base.dropLast(4) }
    return "\(base).nodes.txt"
  }
}

extension OutputFile {
  /// Appends numbers as 32-bit floats, lowest byte first.
  mutating func write(_ numbers: Span<Float>) throws(FileError) {
    try LittleEndian.pieces(of: numbers) { bytes throws(FileError) in try write(bytes) }
  }
}
