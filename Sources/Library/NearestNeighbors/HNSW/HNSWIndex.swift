internal import Algorithms
public import EmbeddingTables
internal import Errors
public import Parallel

/// Finds rows that are probably the nearest, looking at a small part of the table.
///
/// The index is a "hierarchical navigable small world": every row has links to some near rows, on
/// as many layers as chance gave it, and a search follows the links that lead toward the query. It
/// finds most of the nearest rows, not always all: how many of them, the recall, depends on the
/// vectors and on `searchWidth`, and can be measured with `recall(count:)`. It refers to the
/// embedding's vectors and does not copy them.
///
/// The same options give the same index and the same answers, for every number of threads.
///
/// Yu. A. Malkov, D. A. Yashunin: Efficient and Robust Approximate Nearest Neighbor Search Using
/// Hierarchical Navigable Small World Graphs, IEEE TPAMI 2020.
public struct HNSWIndex: NeighborSearch {
  /// How the index was built.
  public let options: HNSWOptions
  /// The number of rows that a search keeps on its way; "ef" in the paper.
  ///
  /// A wider search finds more of the nearest rows and takes longer. Searches for more neighbors
  /// than that are as wide as they need to be.
  public var searchWidth = 64
  let links: LayeredLinks
  let entry: UInt32?
  let threadCount: Int
  private let scorer: RowScorer

  /// Builds an index.
  ///
  /// - Parameters:
  ///   - embedding: The vectors to search; less than 2³¹ of them. Rows with components that are not
  ///     finite are left out.
  ///   - metric: How nearness is measured. The largest dot products are hard to find by links
  ///     unless vectors are about equally long.
  ///   - options: How the index is built.
  ///   - threadCount: The largest number of threads to use, now and in searches, at least 1.
  ///   - progress: Receives the part of the rows that are linked, in 0...1, ascending, on the
  ///     calling thread.
  /// - Throws: `OptionError` when an option or the number of threads lies out of its range,
  ///   `NeighborSearchError` when there are too many rows, `MemoryError` when there is no memory
  ///   for the index, `CancellationError` when the current task is canceled meanwhile.
  /// - Complexity: About O(n log n) comparisons of vectors; 8 × `linkCount` bytes a row for the
  ///   links, and one for each component.
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

  /// Awaits an index, which is built outside Swift's thread pool.
  ///
  /// - Parameters:
  ///   - embedding: The vectors to search; less than 2³¹ of them.
  ///   - metric: How nearness is measured.
  ///   - options: How the index is built.
  ///   - threadCount: The largest number of threads to use, now and in searches, at least 1.
  ///   - progress: Receives the part of the rows that are linked, in 0...1, ascending.
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

  /// Takes what was built before.
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
  /// How nearness is measured.
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

  /// Near rows of each query, probably the nearest.
  ///
  /// - Parameters:
  ///   - queries: Vectors of `dimensions` finite numbers, one after the other.
  ///   - count: The number of rows to find for each; at least 1. Where there are fewer rows, all of
  ///     them may be found.
  /// - Returns: For each query up to `count` rows, nearest first; of equally near rows the lower
  ///   one first. Scores equal those of `ExactSearch` up to rounding.
  /// - Throws: As `NeighborSearch` says.
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

  /// Near rows of a few vectors, of which one thread searches several at a time.
  ///
  /// - Parameters:
  ///   - vectors: What to be near to; under the cosine with length 1.
  ///   - count: The number of rows to find for each.
  ///   - entry: Where searches begin.
  /// - Returns: As `neighbors(of:count:)`.
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

  /// The nearest of the rows that a search has found.
  ///
  /// More rows are measured than asked for: in the order of codes, near rows may change places.
  private func measured(_ beam: [ScoredRow], near vector: [Float], count: Int) -> [Neighbor] {
    let candidates = beam.prefix(count > Int.max / 4 ? count : 2 * count + 16)
    return scorer.measured(candidates, against: vector)
      .prefix(count).map { Neighbor(row: Int($0.row), score: metric.reported($0.score)) }
  }
}
