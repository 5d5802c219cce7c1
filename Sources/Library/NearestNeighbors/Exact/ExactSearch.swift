public import EmbeddingTables
internal import Parallel
internal import Synchronization

/// Finds the nearest rows of an embedding by comparing each query with every row.
///
/// Tiles of rows are multiplied by blocks of queries, as in a matrix product whose result is never
/// stored: of each product only the scores that may still count are kept. The rows are read once for
/// every 960 queries and are never copied, so that an embedding may be larger than memory.
///
/// A score has the same bits whether its query is asked alone or among others, and for every number
/// of threads.
public struct ExactSearch: NeighborSearch {
  /// How nearness is measured.
  public let metric: VectorMetric
  private let embedding: Embedding
  private let threadCount: Int

  /// The number of queries that are compared with a tile of rows before the next tile is read.
  private static let queryBlock = 960
  /// The number of rows in a tile: 128 kB at 128 dimensions, to stay in a core's cache.
  private static let tileRows = 256

  /// Prepares a search; this costs nothing.
  ///
  /// - Parameters:
  ///   - embedding: The vectors to search.
  ///   - metric: How nearness is measured.
  ///   - threadCount: The largest number of threads to use, at least 1; nil for one on each
  ///     processor. The answers do not depend on it.
  public init(_ embedding: Embedding, metric: VectorMetric = .cosine, threadCount: Int? = nil) {
    self.embedding = embedding
    self.metric = metric
    self.threadCount = max(1, threadCount ?? processorCount)
  }

  /// The number of rows.
  public var rowCount: Int { embedding.count }
  /// The number of components of a vector.
  public var dimensions: Int { embedding.dimensions }

  /// The nearest rows of each query.
  ///
  /// - Parameters:
  ///   - queries: Vectors of `dimensions` numbers, one after the other.
  ///   - count: The number of rows to find for each; at least 1.
  /// - Returns: For each query up to `count` rows, nearest first; of equally near rows the lower one
  ///   first. Rows whose score is not finite are left out.
  /// - Complexity: O(queries × rows × dimensions) time.
  public func neighbors(of queries: [Float], count: Int) -> [[Neighbor]] {
    precondition(queries.count.isMultiple(of: dimensions), "queries are whole vectors")
    precondition(count >= 1, "at least one neighbor is asked for")
    let queries =
      metric == .cosine ? unitVectors(queries.span, dimensions: dimensions) : queries
    let queryCount = queries.count / dimensions
    var answers: [[Neighbor]] = []
    answers.reserveCapacity(queryCount)
    for first in stride(from: 0, to: queryCount, by: Self.queryBlock) {
      let last = min(first + Self.queryBlock, queryCount)
      let block = queries.span.extracting(first * dimensions..<last * dimensions)
      answers += best(of: QueryGroups(block, dimensions: dimensions), count: min(count, rowCount))
    }
    return answers
  }

  private func best(of queries: borrowing QueryGroups, count: Int) -> [[Neighbor]] {
    guard count > 0 else { return [[Neighbor]](repeating: [], count: queries.count) }
    let tileCount = (rowCount + Self.tileRows - 1) / Self.tileRows
    let nextTile = Atomic<Int>(0)
    let workerCount = min(threadCount, tileCount)
    let lists = concurrentMap(workerCount, threadCount: workerCount) { _ in
      var lists = [NearestList](repeating: NearestList(capacity: count), count: queries.count)
      let buffer = HitBuffer(rowCapacity: Self.tileRows)
      while true {
        // A worker's tiles ascend, so that a row which only equals the worst kept score, and has a
        // higher number, is rightly no hit.
        let tile = nextTile.wrappingAdd(1, ordering: .relaxed).oldValue
        guard tile < tileCount else { return lists }
        scan(tile: tile, for: queries, using: buffer, into: &lists)
      }
    }
    return (0..<queries.count).map { query in
      var list = lists[0][query]
      for other in lists.dropFirst() { list.merge(other[query]) }
      return list.sorted().map { Neighbor(row: $0.row, score: metric.reported($0.score)) }
    }
  }

  /// Compares one tile of rows with all queries.
  private func scan(
    tile: Int, for queries: borrowing QueryGroups, using buffer: borrowing HitBuffer,
    into lists: inout [NearestList]
  ) {
    let first = tile * Self.tileRows
    let last = min(first + Self.tileRows, rowCount)
    let rows = embedding.vectors.extracting(first * dimensions..<last * dimensions)
    let scales = metric == .cosine ? inverseLengths(of: rows, dimensions: dimensions) : []
    let step = HitBuffer.queryCapacity / QueryGroups.groupSize
    for group in stride(from: 0, to: queries.groupCount, by: step) {
      let firstQuery = group * QueryGroups.groupSize
      for query in 0..<HitBuffer.queryCapacity {
        buffer.setThreshold(
          firstQuery + query < lists.count ? lists[firstQuery + query].threshold : .infinity,
          query: query)
      }
      let hitCount = queries.score(
        group..<min(group + step, queries.groupCount), rows: rows, scales: scales,
        isDistance: metric.isDistance, into: buffer)
      for index in 0..<hitCount {
        let hit = buffer[index]
        lists[firstQuery + hit.query].offer(Neighbor(row: first + hit.row, score: hit.score))
      }
    }
  }
}
