internal import Text
internal import Algorithms
public import EmbeddingTables
internal import Errors
internal import Names
public import Parallel

/// The directions in which vectors vary most, and the share of the variance along each.
///
/// The components are the eigenvectors of the exact covariance, computed by LAPACK. Their signs are
/// fixed: the entry of largest magnitude of each is positive, as in scikit-learn since 1.5.
public struct PrincipalComponents: Sendable {
  /// The maximum number of dimensions; the covariance then takes 512 MB.
  public static let largestDimensions = 8192

  /// The number of components of a vector.
  public let dimensions: Int
  /// The number of principal components.
  public let count: Int
  /// The mean of the vectors: `dimensions` numbers.
  public let mean: [Double]
  /// The components: `count` × `dimensions` numbers, unit vectors, row after row.
  public let axes: [Double]
  /// The variance along each component, in descending order, with divisor *n* − 1.
  public let explainedVariance: [Double]
  /// The share of each component in the total variance, from 0 to 1.
  public let explainedVarianceRatio: [Double]

  /// Finds the principal components of an embedding.
  ///
  /// - Parameters:
  ///   - embedding: The vectors.
  ///   - count: The number of components.
  ///   - threadCount: The maximum number of threads; it does not change the result.
  /// - Throws: `ProjectionError` if there are fewer than 2 vectors, if `count` is not in
  ///   1...`dimensions`, if there are more than `largestDimensions` dimensions, or if a vector has
  ///   a component that is not finite; `OptionError` for a number of threads below 1;
  ///   `CancellationError` if the current task is canceled.
  /// - Complexity: O(*n* · *d*² + *d*³) time, O(*d*²) memory in addition to the embedding.
  public init(
    of embedding: Embedding, count: Int = 2, threadCount: Int = processorCount
  ) throws {
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    let dimensions = embedding.dimensions
    guard embedding.count >= 2 else {
      throw ProjectionError(
        "\(embedding.count) vectors have no principal components: 2 or more have")
    }
    guard dimensions <= Self.largestDimensions else {
      throw ProjectionError(
        "vectors of \(dimensions) dimensions are too wide: at most \(Self.largestDimensions)")
    }
    guard (1...dimensions).contains(count) else {
      throw ProjectionError(
        "\(count) components of \(dimensions) dimensions: take from 1 to \(dimensions)")
    }
    let covariance = try Covariance(
      of: embedding.vectors, dimensions: dimensions, threadCount: threadCount)
    // A component that is not finite makes its mean so, too; only then is it worth searching for
    // it.
    guard covariance.mean.allSatisfy(\.isFinite), covariance.matrix.allSatisfy(\.isFinite) else {
      throw embedding.firstNonFinite
        ?? ProjectionError("the vectors are too large: their squares overflow")
    }
    try Task.checkCancellation()
    guard
      let eigen = DenseAlgebra.largestEigenvectors(
        of: covariance.matrix, order: dimensions, count: count)
    else { throw ProjectionError("the eigenvectors of the covariance were not found") }

    let totalVariance = (0..<dimensions).reduce(0) {
      $0 + covariance.matrix[$1 * dimensions + $1]
    }
    self.dimensions = dimensions
    self.count = count
    mean = covariance.mean
    axes = Self.fixingSigns(of: eigen.vectors, dimensions: dimensions)
    explainedVariance = eigen.values.map { max(0, $0) }
    explainedVarianceRatio = explainedVariance.map { totalVariance > 0 ? $0 / totalVariance : 0 }
  }

  private static func fixingSigns(of axes: [Double], dimensions: Int) -> [Double] {
    var axes = axes
    for start in stride(from: 0, to: axes.count, by: dimensions) {
      let axis = start..<start + dimensions
      let largest = axis.max { abs(axes[$0]) < abs(axes[$1]) }
      if let largest, axes[largest] < 0 {
        for index in axis { axes[index] = -axes[index] }
      }
    }
    return axes
  }
}

extension PrincipalComponents {
  /// Projects vectors onto the components.
  ///
  /// - Parameters:
  ///   - vectors: Vectors of `dimensions` numbers, row after row.
  ///   - isWhitened: Whether to divide each coordinate by its standard deviation.
  ///   - threadCount: The maximum number of threads; it does not change the result.
  /// - Returns: `count` coordinates per vector, row after row.
  /// - Throws: `ProjectionError` if the last vector is incomplete; `OptionError` for a number of
  ///   threads below 1; `CancellationError` if the current task is canceled.
  /// - Complexity: O(*n* · *d* · `count`).
  public func transform(
    _ vectors: Span<Float>, isWhitened: Bool = false, threadCount: Int = processorCount
  ) throws -> [Float] {
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    guard vectors.count.isMultiple(of: dimensions) else {
      throw ProjectionError("\(vectors.count) numbers are no vectors of \(dimensions) dimensions")
    }
    let rowCount = vectors.count / dimensions
    let blockSize = Covariance.blockSize
    let scaledAxes = (isWhitened ? whitenedAxes : axes).map { Float($0) }
    let center = mean.map { Float($0) }
    let blocks = try unsafe vectors.withUnsafeBufferPointer { vectors in
      nonisolated(unsafe) let vectors = unsafe vectors
      return try concurrentMapOrCancelled(
        rowCount.dividedRoundingUp(by: blockSize), threadCount: threadCount
      ) { block in
        let rows = (0..<rowCount).chunk(block, ofSize: blockSize)
        // SAFETY: the vectors outlive this call, which ends before the enclosing one does.
        return unsafe project(vectors, rows: rows, center: center, axes: scaledAxes)
      }
    }
    return Array(blocks.joined())
  }

  /// Reconstructs vectors from coordinates: the part of them that the components retain.
  ///
  /// - Parameters:
  ///   - coordinates: `count` coordinates per vector, row after row, as `transform` returns them.
  ///   - isWhitened: Whether the coordinates are whitened.
  /// - Returns: `dimensions` numbers per vector, row after row.
  /// - Throws: `ProjectionError` if the coordinates of the last vector are incomplete.
  public func inverseTransform(
    _ coordinates: [Float], isWhitened: Bool = false
  ) throws(ProjectionError) -> [Float] {
    guard coordinates.count.isMultiple(of: count) else {
      throw ProjectionError("\(coordinates.count) numbers are no vectors of \(count) components")
    }
    var vectors: [Float] = []
    vectors.reserveCapacity(coordinates.count / count * dimensions)
    for start in stride(from: 0, to: coordinates.count, by: count) {
      var vector = mean
      for component in 0..<count {
        let scale = isWhitened ? explainedVariance[component].squareRoot() : 1
        let coordinate = Double(coordinates[start + component]) * scale
        for index in 0..<dimensions {
          vector[index] += coordinate * axes[component * dimensions + index]
        }
      }
      vectors += vector.map { Float($0) }
    }
    return vectors
  }

  private var whitenedAxes: [Double] {
    axes.indices.map { index in
      let variance = explainedVariance[index / dimensions]
      return variance > 0 ? axes[index] / variance.squareRoot() : 0
    }
  }

  /// Centers rows and multiplies them by the axes.
  private func project(
    _ vectors: UnsafeBufferPointer<Float>, rows: Range<Int>, center: [Float], axes: [Float]
  ) -> [Float] {
    let centered = unsafe [Float](unsafeUninitializedCapacity: rows.count * dimensions) {
      block, initializedCount in
      unsafe center.withUnsafeBufferPointer { center in
        for row in rows {
          for component in 0..<dimensions {
            // SAFETY: rows lie within `vectors`; the block has room for all of them.
            unsafe block[(row - rows.lowerBound) &* dimensions &+ component] =
              vectors[row &* dimensions &+ component] - center[component]
          }
        }
      }
      initializedCount = rows.count * dimensions
    }
    return unsafe [Float](unsafeUninitializedCapacity: rows.count * count) {
      product, initializedCount in
      unsafe centered.withUnsafeBufferPointer { centered in
        unsafe axes.withUnsafeBufferPointer { axes in
          unsafe DenseAlgebra.multiplyRows(
            of: centered, count: rows.count, byRowsOf: axes, count: count,
            columnCount: dimensions, into: product)
        }
      }
      initializedCount = rows.count * count
    }
  }
}

extension Embedding {
  /// An error that names the first component that is not finite; nil if all are finite.
  var firstNonFinite: ProjectionError? {
    let vectors = vectors
    for index in vectors.indices where !vectors[index].isFinite {
      return ProjectionError(
        "component \(index % dimensions + 1) of the vector of "
          + "\(Excerpt.quoted(names[index / dimensions].utf8)) "
          + "is \(vectors[index]): maps need finite numbers")
    }
    return nil
  }
}
