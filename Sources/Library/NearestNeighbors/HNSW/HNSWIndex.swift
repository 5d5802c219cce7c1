public import EmbeddingTables
internal import Parallel

/// Finds rows that are probably the nearest, looking at a small part of the table.
///
/// The index is a "hierarchical navigable small world": every row has links to some near rows, on as
/// many layers as chance gave it, and a search follows the links that lead towards the query. It
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
  ///   - metric: How nearness is measured. The largest dot products are hard to find by links unless
  ///     vectors are about equally long.
  ///   - options: How the index is built.
  ///   - threadCount: The largest number of threads to use, now and in searches, at least 1; nil for
  ///     one on each processor.
  /// - Complexity: About O(n log n) comparisons of vectors; 8 × `linkCount` bytes a row for the links,
  ///   and one for each component.
  public init(
    _ embedding: Embedding, metric: VectorMetric = .cosine, options: HNSWOptions = HNSWOptions(),
    threadCount: Int? = nil
  ) {
    precondition(options.linkCount >= 2, "a row has at least two links")
    precondition(options.constructionWidth >= 1, "links are chosen from something")
    precondition(embedding.count < ScoredRow.rowLimit, "there are less than 2³¹ rows")
    let threadCount = max(1, threadCount ?? processorCount)
    let scorer = RowScorer(
      embedding, metric: metric, linkCount: options.linkCount, threadCount: threadCount)
    let built = HNSWBuilder(scorer, options: options, threadCount: threadCount)
    self.init(
      scorer, options: options, links: built.links, entry: built.entry, threadCount: threadCount)
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

  /// The number of queries that a thread takes at once.
  private static let chunkSize = 64

  /// The number of searches that a thread has in flight.
  private static let flightCount = 4

  /// Near rows of each query, probably the nearest.
  ///
  /// - Parameters:
  ///   - queries: Vectors of `dimensions` numbers, one after the other.
  ///   - count: The number of rows to find for each; at least 1.
  /// - Returns: For each query up to `count` rows, nearest first; of equally near rows the lower one
  ///   first. Scores equal those of `ExactSearch` up to rounding.
  public func neighbors(of queries: [Float], count: Int) -> [[Neighbor]] {
    precondition(queries.count.isMultiple(of: dimensions), "queries are whole vectors")
    precondition(count >= 1, "at least one neighbor is asked for")
    let queries = metric == .cosine ? unitVectors(queries.span, dimensions: dimensions) : queries
    let queryCount = queries.count / dimensions
    guard let entry else { return [[Neighbor]](repeating: [], count: queryCount) }
    let chunkCount = (queryCount + Self.chunkSize - 1) / Self.chunkSize
    return concurrentMap(chunkCount, threadCount: threadCount) { chunk in
      let first = chunk * Self.chunkSize
      let vectors = (first..<min(first + Self.chunkSize, queryCount)).map {
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
        towards: scorer.codes.query(vectors[query]))
    }
    for flight in queries.indices { start(flight) }
    while queries.contains(where: { $0 != nil }) {
      for flight in queries.indices {
        while let query = queries[flight],
          !searches[flight].chooseDownwards(in: links, lowestWidth: max(searchWidth, count))
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
