internal import Algorithms
public import EmbeddingTables
public import Errors
public import Parallel

/// Finds the nearest rows of an embedding by comparing each query with every row.
///
/// Tiles of rows are multiplied by blocks of queries, as in a matrix product whose result is never
/// stored: only scores that may still matter are kept. The rows are read once for every 960 queries
/// and never copied, so that an embedding may be larger than memory.
///
/// A score has the same bits whether its query is searched alone or with others, and for every
/// number of threads.
public struct ExactSearch: NeighborSearch {
  /// The measure of nearness.
  public let metric: VectorMetric
  private let embedding: Embedding
  private let threadCount: Int

  /// The number of queries that are compared with a tile of rows before the next tile is read.
  private static let queryBlock = 960
  /// The number of rows of a tile: 128 kB at 128 dimensions, to fit in a core's cache.
  private static let tileRows = 256

  /// Prepares a search; this costs nothing.
  ///
  /// - Parameters:
  ///   - embedding: The vectors to search.
  ///   - metric: The measure of nearness.
  ///   - threadCount: The maximum number of threads, at least 1. It does not change the answers.
  /// - Throws: `OptionError` if the number of threads is less than 1.
  public init(
    _ embedding: Embedding, metric: VectorMetric = .cosine, threadCount: Int = processorCount
  ) throws(OptionError) {
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    self.embedding = embedding
    self.metric = metric
    self.threadCount = threadCount
  }

  /// The number of rows.
  public var rowCount: Int { embedding.count }
  /// The number of components of a vector.
  public var dimensions: Int { embedding.dimensions }

  /// Finds the nearest rows of each query.
  ///
  /// - Parameters:
  ///   - queries: Vectors of `dimensions` finite numbers, one after another.
  ///   - count: The number of rows to find for each; at least 1. If there are fewer rows, all of
  ///     them are found.
  /// - Returns: For each query up to `count` rows, nearest first; of equally near rows, the lower
  ///   one comes first. Rows whose score is not finite are left out.
  /// - Throws: The errors of `NeighborSearch.neighbors(of:count:)`.
  /// - Complexity: O(queries × rows × dimensions) time.
  public func neighbors(of queries: [Float], count: Int) throws -> [[Neighbor]] {
    try neighbors(of: queries, count: count) { _ in }
  }

  /// Finds the nearest rows of each query, and reports progress.
  ///
  /// - Parameters:
  ///   - queries: Vectors of `dimensions` finite numbers, one after another.
  ///   - count: The number of rows to find for each; at least 1.
  ///   - progress: Receives the share of the work that is done, in 0...1, ascending, from one
  ///     thread at a time. It is called at most a few hundred times for every 960 queries.
  /// - Returns: What the form without progress returns.
  /// - Throws: What the form without progress throws.
  public func neighbors(
    of queries: [Float], count: Int, progress: @Sendable (_ done: Double) -> Void
  ) throws -> [[Neighbor]] {
    try validate(queries, count: count)
    let queries =
      metric == .cosine ? unitVectors(queries.span, dimensions: dimensions) : queries
    let queryCount = queries.count / dimensions
    let blockCount = queryCount.dividedRoundingUp(by: Self.queryBlock)
    var answers: [[Neighbor]] = []
    answers.reserveCapacity(queryCount)
    for index in 0..<blockCount {
      let block = (0..<queryCount).chunk(index, ofSize: Self.queryBlock)
      let vectors = queries.span.extracting(
        block.lowerBound * dimensions..<block.upperBound * dimensions)
      answers += try best(
        of: QueryGroups(vectors, dimensions: dimensions), count: min(count, rowCount)
      ) { progress((Double(index) + $0) / Double(blockCount)) }
    }
    return answers
  }

  /// Finds the nearest rows of each query asynchronously, and reports progress; see the synchronous
  /// form.
  ///
  /// - Parameters:
  ///   - queries: Vectors of `dimensions` finite numbers, one after another.
  ///   - count: The number of rows to find for each; at least 1.
  ///   - progress: Receives the share of the work that is done, in 0...1, ascending, from one
  ///     thread at a time.
  /// - Returns: What the synchronous form returns.
  /// - Throws: What the synchronous form throws.
  public func neighbors(
    of queries: [Float], count: Int, progress: @escaping @Sendable (_ done: Double) -> Void
  ) async throws -> [[Neighbor]] {
    try await awaited { try neighbors(of: queries, count: count, progress: progress) }
  }

  private func best(
    of queries: borrowing QueryGroups, count: Int, progress: @Sendable (Double) -> Void
  ) throws -> [[Neighbor]] {
    guard count > 0 else { return [[Neighbor]](repeating: [], count: queries.count) }
    let tileCount = rowCount.dividedRoundingUp(by: Self.tileRows)
    let workerCount = min(threadCount, tileCount)
    let all = (0..<workerCount).map { _ in
      ScanWorker(queryCount: queries.count, count: count, tileRows: Self.tileRows)
    }
    let workers = ScanWorkers(all)
    try concurrentlyOrCancelled(tileCount, threadCount: workerCount) { _ in
      let (worker, tile) = workers.take()
      worker.scan(
        (0..<rowCount).chunk(tile, ofSize: Self.tileRows), of: embedding, for: queries,
        metric: metric)
      workers.putBack(worker) { finishedCount in
        if finishedCount * 100 / tileCount > (finishedCount - 1) * 100 / tileCount {
          progress(Double(finishedCount) / Double(tileCount))
        }
      }
    }
    return (0..<queries.count).map { query in
      var list = all[0].lists[query]
      for other in all.dropFirst() { list.merge(other.lists[query]) }
      return list.sorted().map { Neighbor(row: $0.row, score: metric.reported($0.score)) }
    }
  }
}
