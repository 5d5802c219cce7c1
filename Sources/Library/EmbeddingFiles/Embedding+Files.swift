public import EmbeddingTables
internal import Files
public import Names
public import Parallel

extension Embedding {
  /// Reads an embedding from a file.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for standard input. Text may be compressed with gzip.
  ///   - format: The format, or nil to detect it from the file's contents and name.
  ///   - selection: Which of several tables to read, and a file of names to use.
  ///   - threadCount: The maximum number of threads, at least 1; it does not change the result.
  /// - Throws: `EmbeddingFileError` if the file cannot be read, is not in the format, or has no
  ///   vector; it names the place and the problem.
  public init(
    contentsOf path: String, format: EmbeddingFormat? = nil,
    selection: EmbeddingSelection = EmbeddingSelection(), threadCount: Int = processorCount
  ) throws(EmbeddingFileError) {
    let source = try EmbeddingSource(path: path, selection: selection, threadCount: threadCount)
    if format == nil { try source.checkKind() }
    let detected = format ?? EmbeddingFormat(detecting: source.bytes, path: path)
    try source.checkSelection(for: detected)
    if format == nil, selection.hasNames { try source.checkNamed(detected) }
    let embedding = try Embedding(source, format: detected)
    guard embedding.count > 0 else { throw source.failure("there are no vectors in the file") }
    self = selection.limit.map(embedding.first) ?? embedding
  }

  private init(
    _ source: EmbeddingSource, format: EmbeddingFormat
  ) throws(EmbeddingFileError) {
    guard source.selection.hasNames else {
      self = try UnnamedText.read(source)
      return
    }
    switch format {
    case .word2vec, .fastText: self = try Word2VecText.read(source)
    case .word2vecBinary: self = try Word2VecBinary.read(source)
    case .glove: self = try GloVeText.read(source)
    case .fastTextModel: self = try FastTextModel.read(source)
    case .npy: self = try NumPyFile.read(source)
    case .npz: self = try NumPyArchive.read(source)
    case .safetensors: self = try SafeTensors.read(source)
    case .csv: self = try DelimitedText.read(source, layout: .commas)
    case .tsv: self = try DelimitedText.read(source, layout: .tabs)
    case .projector: self = try ProjectorFiles.read(source)
    case .sqlite: self = try SQLiteFile.read(source)
    }
  }

  /// Writes the embedding to a file, which replaces an existing file once it is complete.
  ///
  /// - Parameters:
  ///   - path: The file's path, or `-` for standard output. The file is compressed with gzip if the
  ///     path ends in `.gz`.
  ///   - format: The format, or nil for the one that the ending of the path stands for.
  ///   - threadCount: The maximum number of threads, at least 1; it does not change the file.
  /// - Throws: `EmbeddingFileError` if the file cannot be written, if no format is given and the
  ///   path implies none, or if the format cannot hold one of the names or numbers.
  public func write(
    to path: String, format: EmbeddingFormat? = nil, threadCount: Int = processorCount
  ) throws(EmbeddingFileError) {
    guard let format = format ?? EmbeddingFormat(path: path) else {
      let endings = EmbeddingFormat.allCases.filter(\.isWritable).compactMap(\.fileExtensions.first)
      throw EmbeddingFileError(
        path: path, use: .output,
        reason:
          "the name's ending stands for no format; known are .\(endings.joined(separator: ", .")),"
          + " or state the format")
    }
    let output = EmbeddingOutput(path: path, threadCount: threadCount)
    try output.check(names, for: format)
    switch format {
    case .word2vec, .fastText: try Word2VecText.write(self, to: output)
    case .word2vecBinary: try Word2VecBinary.write(self, to: output)
    case .glove: try GloVeText.write(self, to: output)
    case .fastTextModel:
      throw output.failure(
        "models of fastText are only read; its .vec files, 'fasttext', are written")
    case .npy: try NumPyFile.write(self, to: output)
    case .npz: try NumPyArchive.write(self, to: output)
    case .safetensors: try SafeTensors.write(self, to: output)
    case .csv: try DelimitedText.write(self, to: output, layout: .commas)
    case .tsv: try DelimitedText.write(self, to: output, layout: .tabs)
    case .projector: try ProjectorFiles.write(self, to: output)
    case .sqlite: try SQLiteFile.write(self, to: output)
    }
  }

  /// Checks that a file's format can hold certain names, before there are vectors.
  ///
  /// - Parameters:
  ///   - names: The names of the rows to be written.
  ///   - path: The file's path, or `-` for standard output.
  ///   - format: The format, or nil for the one that the ending of the path stands for; nothing is
  ///     checked if it stands for none.
  /// - Throws: `EmbeddingFileError` with the first name that the format cannot hold.
  public static func check(
    _ names: NameList, for path: String, format: EmbeddingFormat? = nil
  ) throws(EmbeddingFileError) {
    guard let format = format ?? EmbeddingFormat(path: path) else { return }
    try EmbeddingOutput(path: path, threadCount: 1).check(names, for: format)
  }
}
