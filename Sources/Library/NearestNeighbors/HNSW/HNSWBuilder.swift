internal import Parallel
internal import Algorithms
internal import RandomNumbers

/// Links the rows of a table.
///
/// Rows are linked in batches of a fiftieth of the rows linked already. All rows of a batch look
/// for their links in the graph as it was before the batch, in parallel; then the links back are
/// added, each row's by one thread. The graph therefore does not depend on the number of threads.
///
/// M. D. Manohar et al.: ParlayANN: Scalable and Deterministic Parallel Graph-Based Approximate
/// Nearest Neighbor Search Algorithms, PPoPP 2024.
struct HNSWBuilder {
  /// The links so far.
  let links: LayeredLinks
  /// The row where searches begin: one of the highest layer; nil before any row has been linked.
  private(set) var entry: UInt32?
  private let scorer: RowScorer
  private let options: HNSWOptions
  private let threadCount: Int

  /// The highest layer that a row can be on.
  static let highestLevel: UInt8 = 30
  private static let largestBatch = 10_000
  /// The number of rows that a thread takes at once.
  private static let chunkSize = 32

  /// A link back, to be added to the links of `target`.
  private struct BackLink {
    let layer: Int
    let target: UInt32
    let source: UInt32
  }

  /// Links all rows whose components are finite.
  ///
  /// - Parameters:
  ///   - scorer: The rows.
  ///   - options: How to build the index.
  ///   - threadCount: The maximum number of threads, at least 1.
  ///   - progress: Receives the share of rows that are linked, on the calling thread.
  /// - Throws: `CancellationError` if the current task is canceled, `MemoryError` if there is not
  ///   enough memory for the links.
  init(
    _ scorer: RowScorer, options: HNSWOptions, threadCount: Int, progress: (Double) -> Void
  ) throws {
    self.scorer = scorer
    self.options = options
    self.threadCount = threadCount
    let rowCount = scorer.rowCount
    let levels = (0..<rowCount).map { Self.level(row: $0, options: options) }
    try Task.checkCancellation()
    links = try LayeredLinks(
      levels: levels, linkCount: options.linkCount, records: scorer.codes.records)
    var order = try Self.chunked(rowCount, by: 4096, threadCount: threadCount) { rows in
      rows.lazy.map(UInt32.init).filter { scorer.isFinite(row: $0) }
    }
    var generator = SplitMix64(seed: options.seed, purpose: .general)
    generator.shuffle(&order)
    guard var entry = order.first else { return }
    var first = 1
    while first < order.count {
      let size = max(1, min(first / 50, Self.largestBatch))
      let batch = Array(order[first..<min(first + size, order.count)])
      try link(batch, from: entry)
      for row in batch where levels[Int(row)] > levels[Int(entry)] { entry = row }
      first += size
      progress(Double(min(first, order.count)) / Double(order.count))
    }
    self.entry = entry
  }

  /// The highest layer of a row; it is at least k with probability `linkCount`⁻ᵏ.
  private static func level(row: Int, options: HNSWOptions) -> UInt8 {
    var generator = SplitMix64(seed: options.seed, purpose: .general, 1, UInt64(row))
    var level: UInt8 = 0
    while level < highestLevel, generator.next(below: options.linkCount) == 0 { level += 1 }
    return level
  }

  /// Links a batch.
  ///
  /// The threads only return what they compute; this function alone changes `links`, after they are
  /// done.
  private func link(_ batch: [UInt32], from entry: UInt32) throws(CancellationError) {
    var backLinks: [BackLink] = []
    for (row, layers) in zip(batch, try linksOfNewRows(batch, from: entry)) {
      for (layer, targets) in layers.enumerated() {
        links.setLinks(targets, of: row, layer: layer)
        backLinks += targets.map { BackLink(layer: layer, target: $0, source: row) }
      }
    }
    backLinks.sort { ($0.layer, $0.target, $0.source) < ($1.layer, $1.target, $1.source) }
    for (target, layer, rows) in try linksOfTargets(backLinks) {
      links.setLinks(rows, of: target, layer: layer)
    }
  }

  private func linksOfNewRows(
    _ batch: [UInt32], from entry: UInt32
  ) throws(CancellationError) -> [[[UInt32]]] {
    try Self.chunked(batch.count, by: Self.chunkSize, threadCount: threadCount) { range in
      var search = BeamSearch(
        scorer.codes, rowCount: scorer.rowCount, capacity: links.capacity(layer: 0))
      return range.map { links(for: batch[$0], from: entry, using: &search) }
    }
  }

  /// The links of a new row, for each layer from the lowest up.
  private func links(
    for row: UInt32, from entry: UInt32, using search: inout BeamSearch
  ) -> [[UInt32]] {
    let vector = scorer.query(row: row)
    let top = Int(links.levels[Int(entry)])
    let level = min(top, Int(links.levels[Int(row)]))
    var chosen = [[UInt32]](repeating: [], count: level + 1)
    search.start(at: entry, topLayer: top, toward: scorer.codes.query(vector))
    for layer in (0..<top + 1).reversed() {
      search.enter(layer, width: layer > level ? 1 : options.constructionWidth)
      search.finishLayer(in: links)
      guard layer <= level else { continue }
      chosen[layer] = scorer.selectLinks(
        from: scorer.measured(search.beam, against: vector), limit: links.linkCount)
    }
    return chosen
  }

  /// The links of all rows that new rows link to, including the links back.
  ///
  /// - Parameter backLinks: The links back, sorted.
  /// - Returns: Each row with its layer and its links there.
  /// - Throws: `CancellationError` if the current task is canceled.
  private func linksOfTargets(
    _ backLinks: [BackLink]
  ) throws(CancellationError) -> [(target: UInt32, layer: Int, links: [UInt32])] {
    let starts = backLinks.indices.filter { index in
      index == 0 || backLinks[index - 1].target != backLinks[index].target
        || backLinks[index - 1].layer != backLinks[index].layer
    }
    return try Self.chunked(starts.count, by: Self.chunkSize, threadCount: threadCount) { range in
      range.map { index in
        let end = index + 1 < starts.count ? starts[index + 1] : backLinks.count
        let (target, layer) = (backLinks[starts[index]].target, backLinks[starts[index]].layer)
        let rows =
          links.links(of: target, layer: layer) + backLinks[starts[index]..<end].map(\.source)
        let limit = links.capacity(layer: layer)
        return (
          target, layer,
          rows.count <= limit ? rows : scorer.selectLinks(from: rows, of: target, limit: limit)
        )
      }
    }
  }

  /// Computes a value for each index, chunk by chunk.
  private static func chunked<Value: Sendable>(
    _ count: Int, by size: Int, threadCount: Int, _ body: @Sendable (Range<Int>) -> [Value]
  ) throws(CancellationError) -> [Value] {
    let chunkCount = count.dividedRoundingUp(by: size)
    return try concurrentMapOrCancelled(chunkCount, threadCount: threadCount) { chunk in
      body((0..<count).chunk(chunk, ofSize: size))
    }.flatMap(\.self)
  }
}
