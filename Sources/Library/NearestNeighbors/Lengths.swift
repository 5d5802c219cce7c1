internal import CVectorKernels

/// The inverse Euclidean lengths of rows, 0 for a row of zeros.
///
/// - Parameters:
///   - rows: Rows of `dimensions` numbers, one after the other.
///   - dimensions: The number of components of a row.
/// - Returns: A number for each row.
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

/// Vectors divided by their Euclidean lengths; vectors of zeros stay zeros.
///
/// - Parameters:
///   - vectors: Vectors of `dimensions` numbers, one after the other.
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
