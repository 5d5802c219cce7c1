internal import EmbeddingTables
internal import Files

/// The file format of an index: everything except the vectors, which are represented by their
/// digest.
///
/// All numbers are little-endian: the eight bytes "amblehn2"; eight 64-bit numbers, as in `Header`;
/// the highest layer of each row, one byte each; the links, four bytes each.
struct HNSWIndexFile {
  private static let magic = Array("amblehn2".utf8)

  /// The header of a file, in this order.
  private struct Header {
    var digest: UInt64
    var metric: UInt64
    var rowCount: UInt64
    var linkCount: UInt64
    var constructionWidth: UInt64
    var seed: UInt64
    var searchWidth: UInt64
    /// The row where searches begin, or the number of rows if there is none.
    var entry: UInt64

    static let size = 64

    var numbers: [UInt64] {
      [digest, metric, rowCount, linkCount, constructionWidth, seed, searchWidth, entry]
    }

    init(_ index: HNSWIndex) throws(CancellationError) {
      digest = try NearestNeighbors.digest(of: index.embedding, threadCount: index.threadCount)
      metric = Self.number(of: index.metric)
      rowCount = UInt64(index.rowCount)
      linkCount = UInt64(index.options.linkCount)
      constructionWidth = UInt64(index.options.constructionWidth)
      seed = index.options.seed
      searchWidth = UInt64(min(max(1, index.searchWidth), 1 << 31))
      entry = index.entry.map(UInt64.init) ?? rowCount
    }

    init(_ bytes: Span<UInt8>) {
      let numbers = (0..<8).map { HNSWIndexFile.number(bytes, at: 8 * $0, byteCount: 8) }
      (digest, metric, rowCount, linkCount) = (numbers[0], numbers[1], numbers[2], numbers[3])
      (constructionWidth, seed, searchWidth, entry) = (
        numbers[4], numbers[5], numbers[6], numbers[7]
      )
    }

    static func number(of metric: VectorMetric) -> UInt64 {
      switch metric {
      case .cosine: 1
      case .dot: 2
      case .euclidean: 3
      }
    }
  }

  /// Writes an index.
  static func write(_ index: HNSWIndex, to path: String) throws {
    let header = try Header(index)
    var file = try OutputFile(path)
    try file.write(magic)
    for number in header.numbers { try file.write(bytes(of: number)) }
    try file.write(index.links.levels)
    try index.links.forEachLayer { row, layer throws(FileError) in
      let links = index.links.links(of: row, layer: layer)
      let blankCount = index.links.capacity(layer: layer) - links.count
      let places = links + [UInt32](repeating: LayeredLinks.none, count: blankCount)
      try file.write(places.flatMap(bytes))
    }
    try file.commit()
  }

  private static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// The little-endian number at a position.
  private static func number(_ bytes: Span<UInt8>, at start: Int, byteCount: Int) -> UInt64 {
    var number: UInt64 = 0
    for place in 0..<byteCount { number |= UInt64(bytes[start + place]) << UInt64(8 * place) }
    return number
  }

  /// Reads an index of an embedding.
  static func read(
    _ path: String, of embedding: Embedding, metric: VectorMetric, threadCount: Int
  ) throws -> HNSWIndex {
    let file = try FileBytes(mapping: path)
    let bytes = file.span
    func failure(_ reason: String) -> FileError { FileError(path: path, reason: reason) }
    guard bytes.count >= magic.count + Header.size,
      magic.indices.allSatisfy({ bytes[$0] == magic[$0] })
    else {
      throw failure("is no index of vectors, which begins with 'amblehn2'")
    }
    let header = Header(bytes.extracting(magic.count..<magic.count + Header.size))
    guard header.rowCount == UInt64(embedding.count),
      try header.digest == digest(of: embedding, threadCount: threadCount)
    else {
      throw failure("is the index of other vectors; build it anew")
    }
    guard header.metric == Header.number(of: metric) else {
      throw failure("is an index for another metric than \(metric.rawValue); build it anew")
    }
    let levelStart = magic.count + Header.size
    guard bytes.count >= levelStart + embedding.count,
      HNSWOptions.linkCounts.contains(Int(clamping: header.linkCount)),
      HNSWOptions.constructionWidths.contains(Int(clamping: header.constructionWidth)),
      (1...1 << 31).contains(header.searchWidth),
      header.entry <= header.rowCount
    else {
      throw failure("is a damaged index")
    }
    let levels = (0..<embedding.count).map { bytes[levelStart + $0] }
    let linkCount = Int(header.linkCount)
    let linkStart = levelStart + levels.count
    let placeCount = levels.reduce(2 * levels.count) { $0 + Int($1) } * linkCount
    guard levels.allSatisfy({ $0 <= HNSWBuilder.highestLevel }),
      bytes.count == linkStart + 4 * placeCount
    else {
      throw failure("is a damaged index")
    }
    let scorer = try RowScorer(
      embedding, metric: metric, linkCount: linkCount, threadCount: threadCount)
    let links = try LayeredLinks(
      levels: levels, linkCount: linkCount, records: scorer.codes.records)
    var place = linkStart
    links.forEachLayer { row, layer in
      let places = (0..<links.capacity(layer: layer)).map { index in
        UInt32(truncatingIfNeeded: number(bytes, at: place + 4 * index, byteCount: 4))
      }
      links.setLinks(places, of: row, layer: layer)
      place += 4 * places.count
    }
    guard links.areSound else { throw failure("is a damaged index") }
    let options = HNSWOptions(
      linkCount: linkCount, constructionWidth: Int(header.constructionWidth), seed: header.seed)
    var index = HNSWIndex(
      scorer, options: options, links: links,
      entry: header.entry < header.rowCount ? UInt32(header.entry) : nil,
      threadCount: threadCount)
    index.searchWidth = Int(header.searchWidth)
    return index
  }
}
