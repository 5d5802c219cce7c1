internal import Algorithms
internal import BinaryFiles
internal import EmbeddingTables
internal import Files
internal import Names
internal import Text

/// NumPy arrays in a zip archive, as `numpy.savez` writes them and `numpy.load` reads them.
///
/// `vectors` is the matrix, `names` an array of the names of its rows as text, and `metadata` an
/// array of two columns, keys and texts. When a file is read, another matrix is accepted if it is
/// the only one, and another array of text as names; without names, the rows are named 0, 1, 2 and
/// so on. Names and texts contain no NUL characters, which NumPy strips at the end.
enum NumPyArchive {
  private static let ending = ".npy"

  static func read(_ source: EmbeddingSource) throws(EmbeddingFileError) -> Embedding {
    let archive = try source.reading { bytes throws(BinaryFault) in try ZipArchive(bytes) }
    var arrays: [(name: String, array: NumPyArray, source: EmbeddingSource, end: Int)] = []
    let files = try source.reading { _ throws(BinaryFault) in try archive.numPyEntries() }
    for entry in files {
      let (bytes, range) = try source.reading { _ throws(BinaryFault) in
        try archive.content(of: entry)
      }
      let content = source.replacing(bytes)
      let array = try content.reading { bytes throws(BinaryFault) in
        try NumPyArray(bytes, range)
      }
      arrays.append(
        (String(entry.name.dropLast(ending.count)), array, content, range.upperBound))
    }
    guard !arrays.isEmpty || archive.entries.contains(where: { $0.name.contains(".np") }) else {
      throw source.failure(ForeignFile.zip.reason(expecting: .vectors))
    }
    let wanted = source.selection.tensor ?? "vectors"
    let matrices = arrays.filter { $0.array.shape.count == 2 && !$0.array.isText }
    let named = arrays.first { $0.name == wanted }
    guard
      let chosen = named
        ?? (source.selection.tensor == nil && matrices.count == 1 ? matrices[0] : nil)
    else {
      throw source.failure(
        "there is no array \(Excerpt.quoted(wanted.utf8)); "
          + "there are \(source.list(arrays.map(\.name)))"
      )
    }
    let (encoding, rows, columns) = try chosen.array.matrix(chosen.source, end: chosen.end)
    let texts = arrays.filter { $0.array.isText && $0.array.shape.count == 1 }
    let nameArray = arrays.first { $0.name == "names" } ?? (texts.count == 1 ? texts[0] : nil)
    var names = RowNames(NameList(count: rows))
    if source.selection.vocabulary != nil {
      names = try source.vocabulary(count: rows)
    } else if let nameArray {
      let text = try NumPyText.read(nameArray.array, nameArray.source, end: nameArray.end)
      guard text.ends.count == rows else {
        throw source.failure("there are \(text.ends.count) names for \(rows) rows")
      }
      names = try source.names(utf8: text.bytes, ends: text.ends) { _ in .file }
    }
    var metadata: EmbeddingMetadata = [:]
    if let pairs = arrays.first(where: { $0.name == "metadata" }), pairs.array.isText,
      pairs.array.shape.count == 2, pairs.array.shape[1] == 2
    {
      let texts = try NumPyText.read(pairs.array, pairs.source, end: pairs.end).strings
      for index in stride(from: 0, to: texts.count, by: 2) {
        metadata[texts[index]] = texts[index + 1]
      }
    }
    return names.embedding { names in
      encoding.embedding(
        of: chosen.source.bytes, at: chosen.array.dataOffset, names: names, dimensions: columns,
        isTransposed: chosen.array.isTransposed, metadata: metadata,
        threadCount: source.threadCount)
    }
  }

  static func write(_ embedding: Embedding, to output: EmbeddingOutput) throws(EmbeddingFileError) {
    let texts = embedding.metadata.entries.flatMap { [$0.key, $0.value] }
    guard !texts.contains(where: { $0.utf8.contains(0) }) else {
      throw output.failure(
        "the metadata has a zero character in it, which NumPy's text cannot hold")
    }
    let width = NumPyText.width(embedding.names)
    guard let nameSize = Int.product(4, width, embedding.count), nameSize < 1 << 40 else {
      throw output.failure("names of up to \(width) characters take too much room in NumPy's text")
    }
    try output.write { file throws(FileError) in
      var zip = ZipWriter()
      try append(
        embedding.vectors, shape: [embedding.count, embedding.dimensions], to: &zip, &file)
      try NumPyText.append(
        "names", shape: [embedding.count], width: width, texts: embedding.names, to: &zip, &file)
      if !texts.isEmpty {
        try NumPyText.append(
          "metadata", shape: [texts.count / 2, 2], width: NumPyText.width(texts), texts: texts,
          to: &zip, &file)
      }
      try zip.finish(&file)
    }
  }

  private static func append(
    _ vectors: Span<Float>, shape: [Int], to zip: inout ZipWriter, _ file: inout OutputFile
  ) throws(FileError) {
    let header = NumPyArray.header(type: "<f4", shape: shape)
    try zip.append("vectors\(ending)", size: header.count + 4 * vectors.count, to: &file) {
      body throws(FileError) in
      try body(header)
      try LittleEndian.pieces(of: vectors, body)
    }
  }
}
