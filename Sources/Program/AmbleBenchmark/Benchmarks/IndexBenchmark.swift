internal import Text
internal import EmbeddingTables
internal import Names
internal import NearestNeighbors
internal import Parallel

/// The cost and the recall of an approximate index.
enum IndexBenchmark: Benchmark {
  static let name = "index"
  static let usage = """
    [--rows N] [--dimensions N] [--queries N] [--count N] [--kind normal|clusters|subspace]
    [--links N] [--width N] [--threads N] [--seed N]
      Builds an HNSW index with --links links a row, chosen from --width candidates, and searches it
      with growing width: the recall, and the time a query (the median of five runs) beside that of
      the exact search.
    """

  static func run(_ words: consuming BenchmarkWords) throws {
    let rowCount = try words.take("--rows", or: 1_000_000)
    let dimensions = try words.take("--dimensions", or: 128)
    let queryCount = max(1, try words.take("--queries", or: 1000))
    let count = max(1, try words.take("--count", or: 10))
    let kind = try words.take("--kind", or: SampleVectors.clusters)
    let linkCount = max(2, try words.take("--links", or: 16))
    let width = max(1, try words.take("--width", or: 200))
    let threadCount = max(1, try words.take("--threads", or: processorCount))
    let seed = try words.take("--seed", or: UInt64(1))
    try words.finish()
    // The queries are of the same kind as the rows, but not among them.
    let all = try kind.embedding(
      rowCount: rowCount + queryCount, dimensions: dimensions, seed: seed)
    let embedding = slice(all, 0..<rowCount)
    let queries = copy(slice(all, rowCount..<rowCount + queryCount).vectors)
    let exact = try ExactSearch(embedding, threadCount: threadCount)
    let (answers, exactTime) = try Stopwatch.measure {
      try exact.neighbors(of: queries, count: count)
    }
    var (index, build) = try Stopwatch.measure {
      try HNSWIndex(
        embedding, options: HNSWOptions(linkCount: linkCount, constructionWidth: width, seed: seed),
        threadCount: threadCount)
    }
    print(
      "\(rowCount) rows of \(dimensions) (\(kind.rawValue)), cosine, \(threadCount) threads; "
        + "\(linkCount) links from \(width) candidates, built in "
        + "\(build.wallSeconds.decimals(1)) s, CPU "
        + "\(build.processorSeconds.decimals(1)) s")
    var table = ResultTable(
      "search", "recall@\(count)", "µs/query", "CPU µs/query", "exact / this", "CPU / CPU")
    func append(_ name: String, recall: Double, _ time: Stopwatch.Reading) {
      let scale = 1e6 / Double(queryCount)
      table.append(
        name, recall.decimals(3), (time.wallSeconds * scale).decimals(1),
        (time.processorSeconds * scale).decimals(1),
        (exactTime.wallSeconds / time.wallSeconds).decimals(1),
        (exactTime.processorSeconds / time.processorSeconds).decimals(1))
    }
    append("exact, all at once", recall: 1, exactTime)
    for width in [16, 32, 48, 64, 96, 128, 192, 256, 512, 1024] where width >= count {
      index.searchWidth = width
      // The first search of a run meets cold caches, and takes very little time.
      let runs = try (0..<5).map { _ in
        try Stopwatch.measure { try index.neighbors(of: queries, count: count) }
      }.sorted { $0.1.wallSeconds < $1.1.wallSeconds }
      append("width \(width)", recall: recall(of: runs[2].0, answers), runs[2].1)
    }
    table.print()
  }

  private static func slice(_ embedding: Embedding, _ rows: Range<Int>) -> Embedding {
    let range = rows.lowerBound * embedding.dimensions..<rows.upperBound * embedding.dimensions
    return Embedding(
      names: .init(count: rows.count), dimensions: embedding.dimensions,
      vectors: copy(embedding.vectors.extracting(range)))
  }

  private static func copy(_ span: Span<Float>) -> [Float] {
    [Float](capacity: span.count) { array in
      for place in span.indices { array.append(span[place]) }
    }
  }

  /// The share of the exact answers that was found.
  private static func recall(of found: [[Neighbor]], _ exact: [[Neighbor]]) -> Double {
    let hits = zip(found, exact).map { Set($0.map(\.row)).intersection($1.map(\.row)).count }
    return Double(hits.reduce(0, +)) / Double(max(1, exact.reduce(0) { $0 + $1.count }))
  }
}

extension SampleVectors: LosslessStringConvertible {
  init?(_ text: String) { self.init(rawValue: text) }
  var description: String { rawValue }
}
