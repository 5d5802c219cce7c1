internal import Algorithms
public import EmbeddingTables
internal import Errors
public import Parallel
internal import Synchronization

/// How far a projection keeps the neighbors of vectors.
///
/// J. Venna, S. Kaski: Neighborhood Preservation in Nonlinear Projection Methods, ICANN 2001.
public struct ProjectionQuality: Sendable {
  /// The number of neighbors that are looked at.
  public let neighborCount: Int
  /// How far neighbors on the map are neighbors in the embedding: 1 when all are.
  public let trustworthiness: Double
  /// How far neighbors in the embedding are neighbors on the map: 1 when all are.
  public let continuity: Double
  /// The share of neighbors in the embedding that are neighbors on the map.
  public let keptShare: Double
  /// The rows whose neighbors on the map are all others than in the embedding; nil when only a
  /// sample was looked at.
  public let strayRows: [Int]?

  /// Up to this number every vector is looked at, beyond only so many.
  private static let exactCount = 5000
  private static let sampleSize = 2000
  private static let blockSize = 32

  /// Measures a projection.
  ///
  /// The work ends early when it runs in a task that is canceled.
  ///
  /// - Parameters:
  ///   - coordinates: A point for each vector, finite; looked at in single precision.
  ///   - embedding: The vectors, at least 4.
  ///   - neighborCount: The number of neighbors to look at; less than half of the vectors are.
  ///   - threadCount: The largest number of threads; it does not change the result.
  ///   - progress: Is told how far the work has come, by one thread at a time.
  /// - Throws: `ProjectionError` when there are fewer than 4 vectors, not one point a vector, or
  ///   numbers that are not finite; `OptionError` for a number of neighbors or threads below 1;
  ///   `CancellationError` when the current task is canceled.
  /// - Complexity: O(*s* · *n* · (*d* + `neighborCount`)), where *s* is *n* up to
  ///   5,000, else 2,000.
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

  /// Measures a projection without blocking the task that awaits it.
  ///
  /// - Parameters:
  ///   - coordinates: A point for each vector, finite; looked at in single precision.
  ///   - embedding: The vectors, at least 4.
  ///   - neighborCount: The number of neighbors to look at; less than half of the vectors are.
  ///   - threadCount: The largest number of threads; it does not change the result.
  ///   - progress: Is told how far the work has come, by one thread at a time.
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
    // Moved to the mean, so that large coordinates do not swallow small distances.
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

  /// The distances from some rows to all: one row of results for each.
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
  /// How much too far away the neighbors on the map are in the embedding, in ranks.
  var intrusion = 0.0
  /// How much too far away the neighbors in the embedding are on the map, in ranks.
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

  /// The place of a row among all by distance, from 1; of equal ones the lower row comes first.
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
  /// The numbers of a span.
  init(copying span: Span<Float>) {
    unsafe self.init(unsafeUninitializedCapacity: span.count) { buffer, count in
      for index in span.indices { unsafe buffer[index] = span[index] }
      count = span.count
    }
  }
}
