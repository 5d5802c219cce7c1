internal import Algorithms
internal import EmbeddingTables
internal import Synchronization

/// What one thread needs to compare tiles of rows with a block of queries, and what it has found.
final class ScanWorker: @unchecked Sendable {
  // `@unchecked Sendable`: between `ScanWorkers.take()` and `putBack(_:)` only one thread uses it.

  /// The nearest rows of each query among the tiles that this worker has scanned.
  var lists: [NearestList]
  private let buffer: HitBuffer

  init(queryCount: Int, count: Int, tileRows: Int) {
    lists = [NearestList](repeating: NearestList(capacity: count), count: queryCount)
    buffer = HitBuffer(rowCapacity: tileRows)
  }

  /// Compares some rows of an embedding with all queries.
  ///
  /// - Parameters:
  ///   - range: The rows; they come after those of earlier calls, so that a row which only equals
  ///     the worst kept score, and has a higher number, is rightly no hit.
  ///   - embedding: The embedding.
  ///   - queries: The queries.
  ///   - metric: The measure of nearness.
  func scan(
    _ range: Range<Int>, of embedding: Embedding, for queries: borrowing QueryGroups,
    metric: VectorMetric
  ) {
    let dimensions = embedding.dimensions
    let rows = embedding.vectors.extracting(
      range.lowerBound * dimensions..<range.upperBound * dimensions)
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
        lists[firstQuery + hit.query].offer(
          Neighbor(row: range.lowerBound + hit.row, score: hit.score))
      }
    }
  }
}

/// The workers of a scan, which take tiles one by one.
final class ScanWorkers: Sendable {
  private struct State {
    var idle: [ScanWorker]
    var nextTile = 0
    var finishedCount = 0
  }

  private let state: Mutex<State>

  init(_ workers: [ScanWorker]) {
    state = Mutex(State(idle: workers))
  }

  /// Takes an idle worker and the next tile in one step, so that the tiles of a worker are
  /// ascending, whichever threads it works on.
  ///
  /// - Precondition: There are no more threads than workers.
  func take() -> (worker: ScanWorker, tile: Int) {
    state.withLock { state in
      defer { state.nextTile += 1 }
      return (state.idle.removeLast(), state.nextTile)
    }
  }

  /// Returns a worker whose tile is done.
  ///
  /// - Parameters:
  ///   - worker: The worker.
  ///   - report: Receives the number of tiles that are done, from one thread at a time.
  func putBack(_ worker: ScanWorker, _ report: (_ finishedCount: Int) -> Void) {
    state.withLock { state in
      state.idle.append(worker)
      state.finishedCount += 1
      report(state.finishedCount)
    }
  }
}
