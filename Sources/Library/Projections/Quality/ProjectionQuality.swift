internal import Algorithms
public import EmbeddingTables
internal import Errors
public import Parallel
internal import Synchronization

/// How well a projection preserves the neighbors of vectors.
///
/// J. Venna, S. Kaski: Neighborhood Preservation in Nonlinear Projection Methods, ICANN 2001.
public struct ProjectionQuality: Sendable {
  /// The number of neighbors considered for each vector.
  public let neighborCount: Int
  /// How far neighbors in the projection are neighbors in the embedding; 1 if all are.
  public let trustworthiness: Double
  /// How far neighbors in the embedding are neighbors in the projection; 1 if all are.
  public let continuity: Double
  /// The share of neighbors in the embedding that are neighbors in the projection, too.
  public let keptShare: Double
  /// The rows that share no neighbor between the projection and the embedding; nil if only a sample
  /// was considered.
  public let strayRows: [Int]?

  /// Up to this number of vectors all are considered; above it, only a sample.
  private static let exactCount = 5000
  private static let sampleSize = 2000
  private static let blockSize = 32

  /// Measures a projection.
  ///
  /// The work stops early if the current task is canceled.
  ///
  /// - Parameters:
  ///   - coordinates: One finite point per vector; used in single precision.
  ///   - embedding: The vectors, at least 4.
  ///   - neighborCount: The number of neighbors to consider; it is limited to less than half of the
  ///     vectors.
  ///   - threadCount: The maximum number of threads; it does not change the result.
  ///   - progress: Receives the progress of the work, from one thread at a time.
  /// - Throws: `ProjectionError` if there are fewer than 4 vectors, not one point per vector, or
  ///   numbers that are not finite; `OptionError` for a number of neighbors or threads below 1;
  ///   `CancellationError` if the current task is canceled.
  /// - Complexity: O(*s* · *n* · (*d* + `neighborCount`)), where *s* is *n* up to 5,000 and 2,000
  ///   above.
  public init(
    of coordinates: [SIMD2<Double>], for embedding: Embedding, neighborCount: Int = 15,
    threadCount: Int = processorCount, progress: @escaping ProjectionProgress.Report = { _ in }
  ) throws {
    try OptionError.require(neighborCount >= 1, "neighborCount", neighborCount, "at least 1")
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    let count = embedding.count
    guard coordinates.count == count else {
      throw ProjectionError("\(coordinates.count) points for \(count) vectors: give one a vector")
    }
    guard count >= Self.leastCount else {
      throw ProjectionError("\(count) vectors have no neighbors to keep: 4 or more have")
    }
    guard coordinates.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
      throw ProjectionError("the points have coordinates that are not finite")
    }
    if let error = embedding.firstNonFinite { throw error }
    let neighbors = min(neighborCount, (count - 1) / 2)
    let sampleCount = count <= Self.exactCount ? count : Self.sampleSize
    let rows = (0..<sampleCount).map { $0 * count / sampleCount }
    let high = Distances(of: Array(copying: embedding.vectors), dimensions: embedding.dimensions)
    let low = Distances(
      of: coordinates.flatMap { [Float($0.x), Float($0.y)] }, dimensions: 2)
    let blockCount = rows.count.dividedRoundingUp(by: Self.blockSize)
    let completed = Mutex(0)
    let ranks = try concurrentMapOrCancelled(blockCount, threadCount: threadCount) { block in
      defer {
        completed.withLock { completed in
          completed += 1
          progress(
            ProjectionProgress(stage: .quality, completedCount: completed, totalCount: blockCount))
        }
      }
      let part = Array(rows[rows.indices.chunk(block, ofSize: Self.blockSize)])
      let near = high.distances(from: part)
      let shown = low.distances(from: part)
      return part.indices.map { index in
        RowRanks(
          of: near[index * count..<(index + 1) * count],
          shown[index * count..<(index + 1) * count], row: part[index], neighborCount: neighbors)
      }
    }.flatMap(\.self)

    let total = Double(neighbors) * Double(rows.count)
    let scale = 2 / (total * Double(2 * count - 3 * neighbors - 1))
    self.neighborCount = neighbors
    trustworthiness = 1 - scale * ranks.reduce(0) { $0 + $1.intrusion }
    continuity = 1 - scale * ranks.reduce(0) { $0 + $1.extrusion }
    keptShare = ranks.reduce(0) { $0 + Double($1.keptCount) } / total
    strayRows = sampleCount == count ? ranks.indices.filter { ranks[$0].keptCount == 0 } : nil
  }

  /// Measures a projection asynchronously.
  ///
  /// - Parameters:
  ///   - coordinates: One finite point per vector; used in single precision.
  ///   - embedding: The vectors, at least 4.
  ///   - neighborCount: The number of neighbors to consider; it is limited to less than half of the
  ///     vectors.
  ///   - threadCount: The maximum number of threads; it does not change the result.
  ///   - progress: Receives the progress of the work, from one thread at a time.
  /// - Throws: What the other initializer throws; `CancellationError` within a tenth of a second of
  ///   the task's cancellation.
  public init(
    of coordinates: [SIMD2<Double>], for embedding: Embedding, neighborCount: Int = 15,
    threadCount: Int = processorCount, progress: @escaping ProjectionProgress.Report = { _ in }
  ) async throws {
    self = try await awaited {
      try ProjectionQuality(
        of: coordinates, for: embedding, neighborCount: neighborCount, threadCount: threadCount,
        progress: progress)
    }
  }

  /// The smallest number of vectors whose neighbors can be compared.
  package static let leastCount = 4
}

/// Squared distances between rows, up to a constant for each first row.
private struct Distances: Sendable {
  private let vectors: [Float]
  private let dimensions: Int
  private let norms: [Float]

  init(of vectors: [Float], dimensions: Int) {
    // Relative to the mean, so that large coordinates do not swallow small distances.
    let count = vectors.count / dimensions
    var mean = [Double](repeating: 0, count: dimensions)
    for index in vectors.indices { mean[index % dimensions] += Double(vectors[index]) }
    let center = mean.map { Float($0 / Double(count)) }
    let centered = vectors.indices.map { vectors[$0] - center[$0 % dimensions] }
    norms = (0..<count).map { row in
      (row * dimensions..<(row + 1) * dimensions).reduce(0) { $0 + centered[$1] * centered[$1] }
    }
    self.vectors = centered
    self.dimensions = dimensions
  }

  /// The distances from some rows to all rows; one row of results for each.
  func distances(from rows: [Int]) -> [Float] {
    let queries = rows.flatMap { vectors[$0 * dimensions..<($0 + 1) * dimensions] }
    var products = [Float](repeating: 0, count: rows.count * norms.count)
    unsafe products.withUnsafeMutableBufferPointer { products in
      unsafe queries.withUnsafeBufferPointer { queries in
        unsafe vectors.withUnsafeBufferPointer { vectors in
          unsafe DenseAlgebra.multiplyRows(
            of: queries, count: rows.count, byRowsOf: vectors, count: norms.count,
            columnCount: dimensions, into: products)
        }
      }
    }
    for index in rows.indices {
      for column in norms.indices {
        products[index * norms.count + column] =
          norms[column] - 2 * products[index * norms.count + column]
      }
    }
    return products
  }
}

/// How the neighbors of one row differ between two tables of distances.
private struct RowRanks: Sendable {
  /// By how many ranks the neighbors in the projection are too far away in the embedding, in total.
  var intrusion = 0.0
  /// By how many ranks the neighbors in the embedding are too far away in the projection, in total.
  var extrusion = 0.0
  var keptCount = 0

  init(of near: ArraySlice<Float>, _ shown: ArraySlice<Float>, row: Int, neighborCount: Int) {
    let nearest = Self.nearest(near, except: row, count: neighborCount)
    let nearestShown = Self.nearest(shown, except: row, count: neighborCount)
    keptCount = Set(nearest).intersection(nearestShown).count
    for other in nearestShown where !nearest.contains(other) {
      intrusion += Double(Self.rank(of: other, in: near, except: row) - neighborCount)
    }
    for other in nearest where !nearestShown.contains(other) {
      extrusion += Double(Self.rank(of: other, in: shown, except: row) - neighborCount)
    }
  }

  private static func nearest(_ distances: ArraySlice<Float>, except row: Int, count: Int) -> [Int]
  {
    var found: [(distance: Float, index: Int)] = []
    for (index, distance) in distances.enumerated() where index != row {
      guard found.count < count || distance < found[count - 1].distance else { continue }
      let place = found.firstIndex { distance < $0.distance } ?? found.count
      found.insert((distance, index), at: place)
      if found.count > count { found.removeLast() }
    }
    return found.map(\.index)
  }

  /// The rank of a row among all rows by distance, from 1; of equal ones the lower row comes first.
  private static func rank(of other: Int, in distances: ArraySlice<Float>, except row: Int) -> Int {
    let limit = distances[distances.startIndex + other]
    var rank = 1
    for (index, distance) in distances.enumerated() where index != row {
      if distance < limit || (distance == limit && index < other) { rank += 1 }
    }
    return rank
  }
}

extension Array where Element == Float {
  /// Copies the numbers of a span.
  init(copying span: Span<Float>) {
    unsafe self.init(unsafeUninitializedCapacity: span.count) { buffer, count in
      for index in span.indices { unsafe buffer[index] = span[index] }
      count = span.count
    }
  }
}
