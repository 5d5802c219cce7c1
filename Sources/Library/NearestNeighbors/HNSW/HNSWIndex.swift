internal import Algorithms
public import EmbeddingTables
internal import Errors
public import Parallel

/// Finds approximate nearest neighbors by looking at a small part of the table.
///
/// The index is a "hierarchical navigable small world": every row has links to some near rows, on a
/// random number of layers, and a search follows the links that lead toward the query. It finds
/// most of the nearest rows, but not always all of them. The share that it finds, the recall,
/// depends on the vectors and on `searchWidth`, and can be measured with `recall(count:)`. The
/// index refers to the embedding's vectors and does not copy them.
///
/// The same options give the same index and the same answers, for every number of threads.
///
/// Yu. A. Malkov, D. A. Yashunin: Efficient and Robust Approximate Nearest Neighbor Search Using
/// Hierarchical Navigable Small World Graphs, IEEE TPAMI 2020.
public struct HNSWIndex: NeighborSearch {
  /// How the index was built.
  public let options: HNSWOptions
  /// The number of candidates that a search keeps; "ef" in the paper.
  ///
  /// A wider search finds more of the nearest rows and takes longer. A search for more neighbors
  /// than this is automatically as wide as it needs to be.
  public var searchWidth = 64
  let links: LayeredLinks
  let entry: UInt32?
  let threadCount: Int
  private let scorer: RowScorer

  /// Builds an index.
  ///
  /// - Parameters:
  ///   - embedding: The vectors to search; fewer than 2³¹ of them. Rows with components that are
  ///     not finite are left out.
  ///   - metric: The measure of nearness. The largest dot products are hard to find by links unless
  ///     the vectors are about equally long.
  ///   - options: How to build the index.
  ///   - threadCount: The maximum number of threads, now and in searches, at least 1.
  ///   - progress: Receives the share of rows that are linked, in 0...1, ascending, on the calling
  ///     thread.
  /// - Throws: `OptionError` if an option or the number of threads is out of range,
  ///   `NeighborSearchError` if there are too many rows, `MemoryError` if there is not enough
  ///   memory for the index, `CancellationError` if the current task is canceled.
  /// - Complexity: About O(*n* log *n*) comparisons of vectors; 8 × `linkCount` bytes per row for
  ///   the links, and one byte per component.
  public init(
    _ embedding: Embedding, metric: VectorMetric = .cosine, options: HNSWOptions = HNSWOptions(),
    threadCount: Int = processorCount, progress: (_ done: Double) -> Void = { _ in }
  ) throws {
    try options.validate()
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    guard embedding.count < ScoredRow.rowLimit else {
      throw NeighborSearchError.tooManyRows(embedding.count)
    }
    let scorer = try RowScorer(
      embedding, metric: metric, linkCount: options.linkCount, threadCount: threadCount)
    let built = try HNSWBuilder(
      scorer, options: options, threadCount: threadCount, progress: progress)
    self.init(
      scorer, options: options, links: built.links, entry: built.entry, threadCount: threadCount)
  }

  /// Builds an index asynchronously, outside of Swift's thread pool.
  ///
  /// - Parameters:
  ///   - embedding: The vectors to search; fewer than 2³¹ of them.
  ///   - metric: The measure of nearness.
  ///   - options: How to build the index.
  ///   - threadCount: The maximum number of threads, now and in searches, at least 1.
  ///   - progress: Receives the share of rows that are linked, in 0...1, ascending.
  /// - Throws: What the synchronous form throws.
  public init(
    _ embedding: Embedding, metric: VectorMetric = .cosine, options: HNSWOptions = HNSWOptions(),
    threadCount: Int = processorCount,
    progress: @escaping @Sendable (_ done: Double) -> Void = { _ in }
  ) async throws {
    self = try await awaited {
      try HNSWIndex(
        embedding, metric: metric, options: options, threadCount: threadCount, progress: progress)
    }
  }

  /// Creates an index from links that were built before.
  init(
    _ scorer: RowScorer, options: HNSWOptions, links: LayeredLinks, entry: UInt32?,
    threadCount: Int
  ) {
    self.scorer = scorer
    self.options = options
    self.links = links
    self.entry = entry
    self.threadCount = threadCount
  }

  /// The vectors that are searched.
  public var embedding: Embedding { scorer.embedding }
  /// The measure of nearness.
  public var metric: VectorMetric { scorer.metric }
  /// The number of rows.
  public var rowCount: Int { embedding.count }
  /// The number of components of a vector.
  public var dimensions: Int { embedding.dimensions }

  /// Whether all components of a row are finite.
  func isFinite(row: Int) -> Bool { scorer.isFinite(row: UInt32(row)) }

  /// The number of queries that a thread takes at once.
  private static let chunkSize = 64

  /// The number of searches that a thread has in flight.
  private static let flightCount = 4

  /// Finds rows near each query, probably the nearest.
  ///
  /// - Parameters:
  ///   - queries: Vectors of `dimensions` finite numbers, one after another.
  ///   - count: The number of rows to find for each; at least 1. If there are fewer rows, all of
  ///     them may be found.
  /// - Returns: For each query up to `count` rows, nearest first; of equally near rows, the lower
  ///   one comes first. Scores equal those of `ExactSearch` up to rounding.
  /// - Throws: The errors of `NeighborSearch.neighbors(of:count:)`.
  public func neighbors(of queries: [Float], count: Int) throws -> [[Neighbor]] {
    try validate(queries, count: count)
    let queries = metric == .cosine ? unitVectors(queries.span, dimensions: dimensions) : queries
    let queryCount = queries.count / dimensions
    guard let entry else { return [[Neighbor]](repeating: [], count: queryCount) }
    let chunkCount = queryCount.dividedRoundingUp(by: Self.chunkSize)
    return try concurrentMapOrCancelled(chunkCount, threadCount: threadCount) { chunk in
      let vectors = (0..<queryCount).chunk(chunk, ofSize: Self.chunkSize).map {
        Array(queries[$0 * dimensions..<($0 + 1) * dimensions])
      }
      return neighbors(of: vectors, count: count, from: entry)
    }.flatMap(\.self)
  }

  /// Finds rows near a few vectors; one thread searches for several of them at a time.
  ///
  /// - Parameters:
  ///   - vectors: The vectors to search for; under the cosine, of length 1.
  ///   - count: The number of rows to find for each.
  ///   - entry: The row where searches begin.
  /// - Returns: The answers of `neighbors(of:count:)`.
  private func neighbors(
    of vectors: [[Float]], count: Int, from entry: UInt32
  ) -> [[Neighbor]] {
    var answers = [[Neighbor]](repeating: [], count: vectors.count)
    var waiting = vectors.indices.filter { vectors[$0].allSatisfy(\.isFinite) }[...]
    // The query of each search in flight; nil for one that has ended.
    var queries = [Int?](repeating: nil, count: min(Self.flightCount, waiting.count))
    var searches = queries.map { _ in
      BeamSearch(scorer.codes, rowCount: rowCount, capacity: links.capacity(layer: 0))
    }
    func start(_ flight: Int) {
      queries[flight] = waiting.popFirst()
      guard let query = queries[flight] else { return }
      searches[flight].start(
        at: entry, topLayer: Int(links.levels[Int(entry)]),
        toward: scorer.codes.query(vectors[query]))
    }
    for flight in queries.indices { start(flight) }
    while queries.contains(where: { $0 != nil }) {
      for flight in queries.indices {
        while let query = queries[flight],
          !searches[flight].chooseDownward(in: links, lowestWidth: max(searchWidth, count))
        {
          answers[query] = measured(searches[flight].beam, near: vectors[query], count: count)
          start(flight)
        }
      }
      for flight in queries.indices where queries[flight] != nil {
        searches[flight].weigh(in: links)
      }
    }
    return answers
  }

  /// Measures the rows that a search has found, and returns the nearest.
  ///
  /// More rows are measured than requested, since codes may order near rows wrongly.
  private func measured(_ beam: [ScoredRow], near vector: [Float], count: Int) -> [Neighbor] {
    let candidates = beam.prefix(count > Int.max / 4 ? count : 2 * count + 16)
    return scorer.measured(candidates, against: vector)
      .prefix(count).map { Neighbor(row: Int($0.row), score: metric.reported($0.score)) }
  }
}
