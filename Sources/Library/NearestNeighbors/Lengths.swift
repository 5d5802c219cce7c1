internal import Parallel
internal import Algorithms
internal import CVectorKernels
internal import EmbeddingTables

/// The inverse Euclidean length of each row; 0 for a row of zeros.
///
/// - Parameters:
///   - rows: Rows of `dimensions` numbers, row after row.
///   - dimensions: The number of components of a row.
/// - Returns: One number per row.
func inverseLengths(of rows: Span<Float>, dimensions: Int) -> [Float] {
  let count = rows.count / dimensions
  return unsafe [Float](unsafeUninitializedCapacity: count) { lengths, initializedCount in
    // SAFETY: the kernel reads `count` rows and writes `count` numbers.
    unsafe rows.withUnsafeBufferPointer { rows in
      unsafe vk_inverse_norms(
        vk_best_instruction_set(), rows.baseAddress, count, dimensions, lengths.baseAddress)
    }
    initializedCount = count
  }
}

/// The inverse Euclidean length of each row of an embedding; 0 for a row of zeros.
///
/// - Parameters:
///   - embedding: The rows.
///   - threadCount: The maximum number of threads, at least 1; it does not change the numbers.
/// - Returns: One number per row.
/// - Throws: `CancellationError` if the current task is canceled.
func inverseLengths(
  of embedding: Embedding, threadCount: Int
) throws(CancellationError) -> [Float] {
  let (dimensions, tileRows) = (embedding.dimensions, 4096)
  let tileCount = embedding.count.dividedRoundingUp(by: tileRows)
  return try concurrentMapOrCancelled(tileCount, threadCount: threadCount) { tile in
    let rows = (0..<embedding.count).chunk(tile, ofSize: tileRows)
    return inverseLengths(
      of: embedding.vectors.extracting(
        rows.lowerBound * dimensions..<rows.upperBound * dimensions), dimensions: dimensions)
  }.flatMap(\.self)
}

/// Divides vectors by their Euclidean lengths; vectors of zeros remain zeros.
///
/// - Parameters:
///   - vectors: Vectors of `dimensions` numbers, one after another.
///   - dimensions: The number of components of a vector.
/// - Returns: As many vectors of length 1, up to rounding.
func unitVectors(_ vectors: Span<Float>, dimensions: Int) -> [Float] {
  [Float](capacity: vectors.count) { units in
    for first in stride(from: 0, to: vectors.count, by: dimensions) {
      var sum = 0.0
      for index in first..<first + dimensions {
        sum += Double(vectors[index]) * Double(vectors[index])
      }
      let scale = sum == 0 ? 0 : 1 / sum.squareRoot()
      for index in first..<first + dimensions {
        units.append(Float(Double(vectors[index]) * scale))
      }
    }
  }
}
