internal import Algorithms
internal import Parallel

/// The mean and the covariance of vectors, computed block by block.
///
/// Before a block is multiplied, in single precision, a first estimate of the mean is subtracted;
/// blocks are added up in double precision. The result is accurate to single precision even if the
/// mean is a hundred times the spread, and does not depend on the number of threads.
struct Covariance {
  /// The number of rows that are multiplied at once.
  static let blockSize = 2048
  /// The number of rows whose sums are added in order; threads take whole groups.
  private static let groupSize = 16 * blockSize
  /// The number of rows from which the mean is first estimated.
  private static let sampleSize = 1024

  /// The mean of each component.
  let mean: [Double]
  /// `dimensions` × `dimensions` numbers: the upper triangle of the covariance, with divisor *n* −
  /// 1.
  let matrix: [Double]

  /// Computes the mean and the covariance of vectors.
  ///
  /// - Parameters:
  ///   - rows: `rowCount` × `dimensions` numbers.
  ///   - dimensions: The number of components.
  ///   - threadCount: The maximum number of threads.
  /// - Complexity: O(*n* · *d*²) time; O(*d*²) memory per thread in addition to the rows, which are
  ///   read once completely and a few of them twice.
  /// - Throws: `CancellationError` if the current task is canceled.
  init(of rows: Span<Float>, dimensions: Int, threadCount: Int) throws(CancellationError) {
    let rowCount = rows.count / dimensions
    let shift = Self.estimateMean(of: rows, dimensions: dimensions)
    let groupCount = rowCount.dividedRoundingUp(by: Self.groupSize)
    let sums = try unsafe rows.withUnsafeBufferPointer { rows throws(CancellationError) in
      nonisolated(unsafe) let rows = unsafe rows
      return try concurrentMapOrCancelled(groupCount, threadCount: threadCount) { group in
        // SAFETY: the rows outlive this call, which ends before the enclosing one does.
        unsafe GroupSums(
          of: rows, in: (0..<rowCount).chunk(group, ofSize: Self.groupSize), shiftedBy: shift)
      }
    }
    var total = GroupSums(dimensions: dimensions)
    for sum in sums { total.add(sum) }

    let count = Double(rowCount)
    let offset = total.sum.map { $0 / count }
    var matrix = total.products
    for row in 0..<dimensions {
      for column in row..<dimensions {
        matrix[row * dimensions + column] =
          (matrix[row * dimensions + column] - count * offset[row] * offset[column]) / (count - 1)
      }
    }
    mean = zip(shift, offset).map { Double($0) + $1 }
    self.matrix = matrix
  }

  /// The mean of a sample of rows that are spread evenly.
  private static func estimateMean(of rows: Span<Float>, dimensions: Int) -> [Float] {
    let rowCount = rows.count / dimensions
    let sampleCount = min(sampleSize, rowCount)
    var sum = [Double](repeating: 0, count: dimensions)
    for sample in 0..<sampleCount {
      let start = sample * rowCount / sampleCount * dimensions
      for component in 0..<dimensions { sum[component] += Double(rows[start + component]) }
    }
    return sum.map { Float($0 / Double(sampleCount)) }
  }
}

/// The sums of a group of shifted rows, and of their products.
private struct GroupSums: Sendable {
  var sum: [Double]
  var products: [Double]

  init(dimensions: Int) {
    sum = [Double](repeating: 0, count: dimensions)
    products = [Double](repeating: 0, count: dimensions * dimensions)
  }

  /// Adds up rows, block by block.
  init(of rows: UnsafeBufferPointer<Float>, in range: Range<Int>, shiftedBy shift: [Float]) {
    let dimensions = shift.count
    self.init(dimensions: dimensions)
    var block = [Float](repeating: 0, count: Covariance.blockSize * dimensions)
    var blockSum = [Float](repeating: 0, count: dimensions)
    var product = [Float](repeating: 0, count: dimensions * dimensions)
    var start = range.lowerBound
    // If the task is canceled, the sums are not used. Only the task's own thread knows; the others
    // finish their groups.
    while start < range.upperBound, !Task.isCancelled {
      let count = min(Covariance.blockSize, range.upperBound - start)
      for component in 0..<dimensions { blockSum[component] = 0 }
      unsafe block.withUnsafeMutableBufferPointer { block in
        unsafe shift.withUnsafeBufferPointer { shift in
          unsafe blockSum.withUnsafeMutableBufferPointer { blockSum in
            for row in 0..<count {
              let source = (start + row) * dimensions
              // SAFETY: rows of the range lie within `rows`; the block has room for `count` rows.
              for component in 0..<dimensions {
                let value =
                  unsafe rows[source &+ component] - shift[component]
                unsafe block[row &* dimensions &+ component] = value
                unsafe blockSum[component] += value
              }
            }
          }
        }
      }
      DenseAlgebra.multiplyColumns(
        of: block, rowCount: count, columnCount: dimensions, into: &product)
      for component in 0..<dimensions { sum[component] += Double(blockSum[component]) }
      for row in 0..<dimensions {
        for column in row..<dimensions {
          products[row * dimensions + column] += Double(product[row * dimensions + column])
        }
      }
      start += count
    }
  }

  mutating func add(_ other: GroupSums) {
    for index in sum.indices { sum[index] += other.sum[index] }
    for index in products.indices { products[index] += other.products[index] }
  }
}
