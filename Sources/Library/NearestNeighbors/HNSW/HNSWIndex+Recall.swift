internal import EmbeddingTables
internal import Errors
internal import Parallel
internal import RandomNumbers

extension HNSWIndex {
  /// Measures which share of the nearest rows a search finds.
  ///
  /// Rows of the table, chosen by the seed, are searched for in this index and by `ExactSearch`.
  ///
  /// - Parameters:
  ///   - count: The number of neighbors to search for, excluding the row itself; at least 1.
  ///   - sampleSize: The number of rows to try; at least 1.
  /// - Returns: The share of the exact neighbors that was found, in 0...1; 1 if there are none.
  /// - Throws: `OptionError` if a number is less than 1, `MemoryError` if there is not enough
  ///   memory, `CancellationError` if the current task is canceled.
  public func recall(count: Int = 10, sampleSize: Int = 200) throws -> Double {
    try recall(of: RecallSample(self, count: count, size: sampleSize))
  }

  /// Measures the recall asynchronously, outside of Swift's thread pool.
  ///
  /// - Parameters:
  ///   - count: The number of neighbors to search for, excluding the row itself; at least 1.
  ///   - sampleSize: The number of rows to try; at least 1.
  /// - Returns: The share of the exact neighbors that was found, in 0...1; 1 if there are none.
  /// - Throws: What the synchronous form throws.
  public func recall(count: Int = 10, sampleSize: Int = 200) async throws -> Double {
    try await awaited { try recall(count: count, sampleSize: sampleSize) }
  }

  /// Doubles the width of searches until their recall reaches a target.
  ///
  /// - Parameters:
  ///   - target: The share of the nearest rows to find, in 0...1.
  ///   - count: The number of neighbors that searches will ask for.
  ///   - sampleSize: The number of rows to measure with; at least 1.
  /// - Returns: The recall reached. It is less than the target only if searches as wide as the
  ///   table do not reach it.
  /// - Throws: The errors of `recall(count:sampleSize:)`; the width is then unspecified.
  @discardableResult
  public mutating func widen(
    toRecall target: Double, count: Int = 10, sampleSize: Int = 200
  ) throws -> Double {
    let sample = try RecallSample(self, count: count, size: sampleSize)
    searchWidth = 16
    while true {
      let recall = try recall(of: sample)
      if recall >= target || searchWidth >= rowCount { return recall }
      searchWidth *= 2
    }
  }

  /// Doubles the width of searches asynchronously, outside of Swift's thread pool.
  ///
  /// - Parameters:
  ///   - target: The share of the nearest rows to find, in 0...1.
  ///   - count: The number of neighbors that searches will ask for; at least 1.
  ///   - sampleSize: The number of rows to measure with; at least 1.
  /// - Returns: The recall reached, as in the synchronous form.
  /// - Throws: What the synchronous form throws; the width is then unchanged.
  @discardableResult
  public mutating func widen(
    toRecall target: Double, count: Int = 10, sampleSize: Int = 200
  ) async throws -> Double {
    let index = self
    let (recall, width) = try await awaited {
      var index = index
      let recall = try index.widen(toRecall: target, count: count, sampleSize: sampleSize)
      return (recall, index.searchWidth)
    }
    searchWidth = width
    return recall
  }

  private func recall(of sample: RecallSample) throws -> Double {
    sample.recall(of: try neighbors(of: sample.queries, count: sample.count + 1))
  }
}

/// Rows and their exact neighbors, for measuring a search.
private struct RecallSample {
  let count: Int
  let queries: [Float]
  private let rows: [Int]
  private let neighbors: [Set<Int>]

  init(_ index: HNSWIndex, count: Int, size: Int) throws {
    try OptionError.require(count >= 1, "count", count, "at least 1")
    try OptionError.require(size >= 1, "sampleSize", size, "at least 1")
    let count = min(count, max(1, index.rowCount))
    self.count = count
    var generator = SplitMix64(seed: index.options.seed, purpose: .general, 2)
    let embedding = index.embedding
    let rows =
      index.rowCount == 0
      ? []
      : (0..<size).map { _ in
        generator.next(below: index.rowCount)
      }.filter { index.isFinite(row: $0) }
    self.rows = rows
    queries = [Float](capacity: rows.count * embedding.dimensions) { queries in
      for row in rows {
        let vector = embedding[row]
        for place in vector.indices { queries.append(vector[place]) }
      }
    }
    let answers = try ExactSearch(
      embedding, metric: index.metric, threadCount: index.threadCount
    ).neighbors(of: queries, count: count + 1)
    neighbors = zip(rows, answers).map { Self.others($1, than: $0, count: count) }
  }

  private static func others(_ answer: [Neighbor], than row: Int, count: Int) -> Set<Int> {
    Set(answer.lazy.map(\.row).filter { $0 != row }.prefix(count))
  }

  func recall(of answers: [[Neighbor]]) -> Double {
    var found = 0
    for (index, answer) in answers.enumerated() {
      found +=
        Self.others(answer, than: rows[index], count: count)
        .intersection(neighbors[index]).count
    }
    let total = neighbors.reduce(0) { $0 + $1.count }
    return total == 0 ? 1 : Double(found) / Double(total)
  }
}
