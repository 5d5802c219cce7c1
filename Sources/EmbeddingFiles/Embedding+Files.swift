public import EmbeddingTables
internal import Files
public import ParallelLoops

extension Embedding {
  /// Reads an embedding from a file.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for standard input. Text may be compressed by gzip.
  ///   - format: The format, or nil to see it from the file's content and name.
  ///   - threadCount: The largest number of threads, at least 1; the result is the same for all.
  /// - Throws: `EmbeddingFileError` when the file cannot be read or is not in the format, with the
  ///   place and what is wrong there.
  public init(
    contentsOf path: String, format: EmbeddingFormat? = nil, threadCount: Int = processorCount
  ) throws(EmbeddingFileError) {
    let source = try EmbeddingSource(path: path, threadCount: threadCount)
    switch format ?? EmbeddingFormat(detecting: source.bytes, path: path) {
    case .word2vec, .fastText: self = try Word2VecText.read(source)
    case .word2vecBinary: self = try Word2VecBinary.read(source)
    case .glove: self = try GloVeText.read(source)
    case .npy: self = try NumPyFile.read(source)
    case .csv: self = try DelimitedText.read(source, layout: .commas)
    case .tsv: self = try DelimitedText.read(source, layout: .tabs)
    }
  }

  /// Writes the embedding to a file, which takes the place of what was there once it is complete.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for standard output. The file is compressed by gzip when the
  ///     path ends in `.gz`.
  ///   - format: The format, or nil for the one that the ending of the path stands for.
  ///   - threadCount: The largest number of threads, at least 1; the file is the same for all.
  /// - Throws: `EmbeddingFileError` when the file cannot be written, when no format is given and the
  ///   path names none, and when the format cannot hold one of the names or numbers.
  public func write(
    to path: String, format: EmbeddingFormat? = nil, threadCount: Int = processorCount
  ) throws(EmbeddingFileError) {
    guard let format = format ?? EmbeddingFormat(path: path) else {
      let endings = EmbeddingFormat.allCases.filter(\.isWritable).compactMap(\.fileExtensions.first)
      throw EmbeddingFileError(
        path: path,
        reason:
          "the name's ending stands for no format; known are .\(endings.joined(separator: ", .")),"
          + " or state the format")
    }
    let output = EmbeddingOutput(path: path, threadCount: threadCount)
    switch format {
    case .word2vec, .fastText: try Word2VecText.write(self, to: output)
    case .word2vecBinary: try Word2VecBinary.write(self, to: output)
    case .glove: try GloVeText.write(self, to: output)
    case .npy: try NumPyFile.write(self, to: output)
    case .csv: try DelimitedText.write(self, to: output, layout: .commas)
    case .tsv: try DelimitedText.write(self, to: output, layout: .tabs)
    }
  }
}
