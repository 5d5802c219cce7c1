internal import BinaryFiles
internal import EmbeddingTables
internal import Files
internal import Names

/// The binary format of word2vec: its first line as text, then each name, a space, its components
/// as little-endian 32-bit floats, and a line feed.
///
/// The line feed is optional, since gensim omits it. A name is not empty and contains no white
/// space. The format has no metadata.
enum Word2VecBinary {
  static func read(_ source: EmbeddingSource) throws(EmbeddingFileError) -> Embedding {
    let header = try source.word2VecHeader()
    let span = source.bytes.span
    var position = source.bytes.lineEnd(after: 0)
    let elementCount = try source.elementCount(rows: header.count, columns: header.dimensions)
    // A row takes its vector, a space, and at least one byte of its name.
    guard elementCount != nil, header.dimensions <= span.count / 4,
      header.count <= (span.count - position) / (4 * header.dimensions + 2)
    else {
      throw source.failure(
        byte: span.count,
        "the file ends too early: \(header.count) vectors of \(header.dimensions) components need "
          + "more")
    }
    let vectorSize = 4 * header.dimensions
    var names: [UInt8] = []
    var ends: [Int] = []
    var starts: [Int] = []
    let rowCount = min(header.count, source.selection.limit ?? .max)
    var elements = [Float](repeating: 0, count: rowCount * header.dimensions)
    for row in 0..<rowCount {
      if position < span.count, span[position] == UInt8(ascii: "\n") { position += 1 }
      let start = position
      while position < span.count, span[position] != UInt8(ascii: " ") { position += 1 }
      guard span.count - position > vectorSize else {
        throw source.failure(
          byte: span.count, "the file ends within row \(row + 1) of \(header.count)")
      }
      try source.append(start..<position, to: &names)
      ends.append(names.count)
      starts.append(start)
      position += 1
      LittleEndian.load(
        span, at: position, into: &elements,
        range: row * header.dimensions..<(row + 1) * header.dimensions)
      position += vectorSize
    }
    if position < span.count, span[position] == UInt8(ascii: "\n") { position += 1 }
    guard position == span.count || rowCount < header.count else {
      throw source.failure(
        byte: position,
        "\(span.count - position) bytes are left after the \(header.count) vectors that the first "
          + "line promises")
    }
    return try source.names(utf8: names, ends: ends) { .byte(starts[$0]) }.embedding { names in
      Embedding(names: names, dimensions: header.dimensions, vectors: elements)
    }
  }

  /// Whether the rows that the first line promises fill the file exactly, and have bytes in their
  /// vectors that numbers in text have not.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - allowsText: Whether the vectors may look like text.
  /// - Returns: Whether the file is in this format.
  static func fits(_ bytes: FileBytes, allowsText: Bool) -> Bool {
    guard let header = Word2VecHeader(bytes), header.dimensions <= bytes.count / 4 else {
      return false
    }
    let span = bytes.span
    var position = bytes.lineEnd(after: 0)
    var isText = true
    for _ in 0..<header.count {
      if position < span.count, span[position] == UInt8(ascii: "\n") { position += 1 }
      let start = position
      while position < span.count, span[position] != UInt8(ascii: " ") {
        // A name has no line break; most text is told apart here, within a few lines.
        if span[position] == UInt8(ascii: "\n") { return false }
        position += 1
      }
      guard position > start, span.count - position > 4 * header.dimensions else { return false }
      position += 1
      for place in position..<position + 4 * header.dimensions where isText {
        isText = span[place] == UInt8(ascii: "\n") || (32..<127).contains(span[place])
      }
      position += 4 * header.dimensions
    }
    if position < span.count, span[position] == UInt8(ascii: "\n") { position += 1 }
    return position == span.count && (allowsText || !isText)
  }

  static func write(_ embedding: Embedding, to output: EmbeddingOutput) throws(EmbeddingFileError) {
    try output.write { file throws(FileError) in
      try file.write("\(embedding.count) \(embedding.dimensions)\n")
      var row: [UInt8] = []
      for index in 0..<embedding.count {
        embedding.names.append(index, to: &row)
        row.append(UInt8(ascii: " "))
        LittleEndian.append(embedding[index], to: &row)
        row.append(UInt8(ascii: "\n"))
        if row.count >= 1 << 18 || index == embedding.count - 1 {
          try file.write(row)
          row.removeAll(keepingCapacity: true)
        }
      }
    }
  }
}

extension EmbeddingSource {
  /// Appends a range of the file as a name, which must be valid UTF-8 unless the selection replaces
  /// what is not.
  func append(
    _ range: Range<Int>, to names: inout [UInt8], allowsEmpty: Bool = false
  ) throws(EmbeddingFileError) {
    let span = bytes.span
    guard allowsEmpty || !range.isEmpty else {
      throw failure(byte: range.lowerBound, "the name is empty")
    }
    do {
      _ = try UTF8Span(validating: span.extracting(range))
    } catch {
      guard selection.invalidNames == .refuse else {
        names += bytes.text(range).utf8
        return
      }
      throw failure(
        byte: range.lowerBound, "the name \(bytes.excerpt(range)) is not valid UTF-8",
        remedy: .replaceInvalidNames)
    }
    for place in range { names.append(span[place]) }
  }
}
