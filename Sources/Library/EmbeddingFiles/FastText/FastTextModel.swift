internal import Algorithms
internal import EmbeddingTables
internal import Files
internal import Parallel

/// A model of fastText (`.bin`) of version 11 or 12, or of before versions were numbered in 2017;
/// read only.
///
/// As in fastText, the vector of a word is the mean of its own row and the rows of its subwords.
/// Labels of a classifier have no such vector and are skipped. Quantized models (`.ftz`) are
/// rejected. The training parameters become metadata.
///
/// P. Bojanowski, E. Grave, A. Joulin, T. Mikolov, Enriching Word Vectors with Subword Information,
/// TACL 2017; the layout is that of fastText's `args.cc`, `dictionary.cc` and `densematrix.cc`.
enum FastTextModel {
  /// 793712314, little-endian.
  static let magic: [UInt8] = [0xba, 0x16, 0x4f, 0x2f]

  static func read(_ source: EmbeddingSource) throws(EmbeddingFileError) -> Embedding {
    var reader = FastTextReader(source)
    let parameters = try reader.parameters()
    let dictionary = try reader.dictionary()
    var isQuantized = false
    if !reader.isOld {
      isQuantized = try reader.integer(UInt8.self, "whether the vectors are quantized") != 0
    }
    guard !isQuantized else {
      throw source.failure(
        byte: reader.position - 1, "the model is quantized; a model that is not, .bin, can be read")
    }
    let rowCount = try reader.integer(Int64.self, "the number of rows")
    let dimensions = try reader.integer(Int64.self, "the number of components")
    let start = reader.position
    guard dimensions == parameters.dimensions, dimensions >= 1,
      rowCount >= dictionary.wordEnds.count
    else {
      throw source.failure(
        byte: start - 16,
        "the table has \(rowCount) rows of \(dimensions) components, which does not fit "
          + "\(dictionary.wordEnds.count) words of \(parameters.dimensions)")
    }
    guard let size = Int.product(Int(rowCount), 4, Int(dimensions)),
      size <= source.bytes.count - start
    else {
      throw source.failure(
        byte: source.bytes.count,
        "the file ends within the \(rowCount) rows of \(dimensions) components")
    }
    let rows = FastTextRows(
      bytes: source.bytes, start: start, count: Int(rowCount), dimensions: Int(dimensions))
    let names = try source.names(utf8: dictionary.words, ends: dictionary.wordEnds) { row in
      .byte(dictionary.wordStarts[row])
    }
    let subwords = FastTextSubwords(parameters: parameters, wordCount: dictionary.wordEnds.count)
    let vectors = try vectors(of: dictionary, rows: rows, subwords: subwords, source)
    return names.embedding { names in
      Embedding(
        names: names, dimensions: rows.dimensions, vectors: vectors, metadata: parameters.metadata)
    }
  }

  private static func vectors(
    of dictionary: FastTextDictionary, rows: FastTextRows, subwords: FastTextSubwords,
    _ source: EmbeddingSource
  ) throws(EmbeddingFileError) -> [Float] {
    let count = dictionary.wordEnds.count
    let dimensions = rows.dimensions
    let rowsPerPart = 1024
    let partCount = count.dividedRoundingUp(by: rowsPerPart)
    var isComplete = true
    let vectors = unsafe [Float](unsafeUninitializedCapacity: count * dimensions) {
      buffer, initializedCount in
      let destination = unsafe SharedElements(buffer)
      let parts = concurrentMap(partCount, threadCount: source.threadCount) { part -> Bool in
        for word in part * rowsPerPart..<min(count, (part + 1) * rowsPerPart) {
          let indices = [word] + subwords.indices(of: dictionary.word(word))
          guard indices.allSatisfy({ $0 < rows.count }) else { return false }
          // SAFETY: no two words share a range.
          unsafe destination.update(word * dimensions..<(word + 1) * dimensions) { vector in
            rows.mean(of: indices, into: &vector)
          }
        }
        return true
      }
      isComplete = parts.allSatisfy(\.self)
      initializedCount = isComplete ? count * dimensions : 0
    }
    guard isComplete else {
      throw source.failure(
        byte: rows.start, "the table has \(rows.count) rows, less than words and buckets ask for")
    }
    return vectors
  }
}
