public import EmbeddingTables
internal import ParallelLoops

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
  /// - Complexity: About O(n log n) comparisons of vectors; 8 × `linkCount` bytes a row.
  public init(
    _ embedding: Embedding, metric: VectorMetric = .cosine, options: HNSWOptions = HNSWOptions(),
    threadCount: Int? = nil
  ) {
    precondition(options.linkCount >= 2, "a row has at least two links")
    precondition(options.constructionWidth >= 1, "links are chosen from something")
    precondition(embedding.count < ScoredRow.rowLimit, "there are less than 2³¹ rows")
    let scorer = RowScorer(embedding, metric: metric)
    let threadCount = max(1, threadCount ?? processorCount)
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
  private static let chunkSize = 16

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
      var search = BeamSearch(scorer, capacity: links.capacity(layer: 0))
      let first = chunk * Self.chunkSize
      return (first..<min(first + Self.chunkSize, queryCount)).map { query in
        let vector = Array(queries[query * dimensions..<(query + 1) * dimensions])
        search.start(at: entry, towards: vector)
        search.descend(
          (1..<Int(links.levels[Int(entry)]) + 1).reversed(), towards: vector, in: links)
        search.search(0, towards: vector, width: max(searchWidth, count), in: links)
        return search.beam.prefix(count).map {
          Neighbor(row: Int($0.row), score: metric.reported($0.score))
        }
      }
    }.flatMap(\.self)
  }
}
