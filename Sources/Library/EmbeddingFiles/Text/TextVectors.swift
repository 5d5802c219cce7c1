internal import EmbeddingTables
internal import Files
internal import Names
internal import Parallel

/// Lines of a name and a vector each, read by several threads at once.
struct TextVectors {
  let source: EmbeddingSource
  let layout: TextLayout
  let dimensions: Int
  /// The position of the first line.
  let start: Int

  /// The contents of the lines.
  struct Content {
    let names: [UInt8]
    let nameEnds: [Int]
    let elements: [Float]

    var count: Int { nameEnds.count }
  }

  /// The number of bytes that a thread takes at once.
  private static let chunkSize = 1 << 20

  /// Reads all lines, or as many as the selection asks for.
  ///
  /// - Parameter expectedCount: The number of lines that the file must have, or nil for any.
  /// - Returns: The names and the numbers.
  /// - Throws: The error of the first invalid line, with its number.
  func read(expectedCount: Int? = nil) throws(EmbeddingFileError) -> Content {
    let chunks = TextChunks(
      source.bytes, start: start, end: end, size: Self.chunkSize, isQuoted: layout.name == .quoted,
      threadCount: source.threadCount)
    let count = chunks.lineCount
    let limit = source.selection.limit ?? .max
    if let expectedCount, min(limit, expectedCount) != count {
      throw source.failure(
        line: 1, "the first line promises \(expectedCount) vectors, but there are \(count)")
    }
    // A component takes at least two bytes, including its separator.
    guard let size = try source.elementCount(rows: count, columns: dimensions) else {
      throw source.failure(
        "\(source.bytes.count) bytes are too few for \(count) vectors of \(dimensions) components")
    }
    var failures: [TextRowParser.Failure?] = []
    var parsers: [TextRowParser] = []
    let elements = unsafe [Float](unsafeUninitializedCapacity: size) { buffer, initializedCount in
      let destination = unsafe SharedElements(buffer)
      let results = concurrentMap(chunks.count, threadCount: source.threadCount) { chunk in
        var parser = TextRowParser(
          layout: layout, dimensions: dimensions, position: chunks.start(of: chunk),
          end: chunks.end, repairsNames: repairsNames)
        do throws(TextRowParser.Failure) {
          for row in chunks.lines(of: chunk) {
            // SAFETY: every row belongs to one chunk, and `size` counts all rows.
            let range = row * dimensions..<(row + 1) * dimensions
            try unsafe destination.update(range) { vector throws(TextRowParser.Failure) in
              try parser.parseRow(source.bytes.span, into: &vector)
            }
          }
          return (parser, TextRowParser.Failure?.none)
        } catch {
          return (parser, error)
        }
      }
      parsers = results.map(\.0)
      failures = results.map(\.1)
      initializedCount = failures.allSatisfy { $0 == nil } ? size : 0
    }
    if let failure = failures.lazy.compactMap(\.self).first {
      throw source.failure(
        line: source.line(ofByte: failure.position), failure.reason, remedy: failure.remedy)
    }
    return try join(parsers, elements: elements)
  }

  private var repairsNames: Bool { source.selection.invalidNames != .refuse }

  /// The position after the last line to read.
  private var end: Int {
    let span = source.bytes.span
    guard let limit = source.selection.limit else { return span.count }
    var count = 0
    var isInQuotes = false
    for place in start..<max(start, span.count) {
      if layout.name == .quoted, span[place] == UInt8(ascii: "\"") { isInQuotes.toggle() }
      guard !isInQuotes, span[place] == UInt8(ascii: "\n") else { continue }
      count += 1
      if count == limit { return place + 1 }
    }
    return span.count
  }

  private func join(
    _ parsers: [TextRowParser], elements: [Float]
  ) throws(EmbeddingFileError) -> Content {
    var names: [UInt8] = []
    var ends: [Int] = []
    names.reserveCapacity(parsers.reduce(0) { $0 + $1.names.count })
    ends.reserveCapacity(parsers.reduce(0) { $0 + $1.nameEnds.count })
    for parser in parsers {
      let offset = names.count
      names += parser.names
      for end in parser.nameEnds { ends.append(offset + end) }
    }
    return Content(names: names, nameEnds: ends, elements: elements)
  }

  /// Reads all lines as an embedding.
  func readEmbedding(expectedCount: Int? = nil) throws(EmbeddingFileError) -> Embedding {
    let content = try read(expectedCount: expectedCount)
    let names = try source.names(utf8: content.names, ends: content.nameEnds) { row in
      .line(source.line(ofByte: lineStart(of: row)))
    }
    return names.embedding { names in
      Embedding(names: names, dimensions: dimensions, vectors: content.elements)
    }
  }

  /// The position of a row, found by reading again, for error messages.
  private func lineStart(of row: Int) -> Int {
    var parser = TextRowParser(
      layout: layout, dimensions: dimensions, position: start, end: source.bytes.count,
      repairsNames: repairsNames)
    var vector = [Float](repeating: 0, count: dimensions)
    for _ in 0..<row {
      var span = vector.mutableSpan
      try? parser.parseRow(source.bytes.span, into: &span)
    }
    return parser.position
  }
}
