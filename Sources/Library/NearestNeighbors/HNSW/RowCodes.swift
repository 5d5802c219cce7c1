internal import Algorithms
internal import CVectorKernels
internal import EmbeddingTables
internal import Parallel

/// The rows of an embedding with one byte per component: a search compares these first, and
/// measures exactly only what looked near.
///
/// A component is coded as its difference from the mean of its dimension, in equal steps.
/// Subtracting the mean leaves all distances unchanged and changes all products with a vector by
/// the same number, so that it changes no order; the remainder needs finer steps only. Under the
/// cosine, the rows are coded with length 1 and compared by distance, which gives the same order,
/// with the smallest errors for near rows; rows of zeros are coded as far from all others.
struct RowCodes: Sendable {
  /// A vector to compare rows with, in the same steps.
  struct Query: Sendable {
    fileprivate var numbers: [Int16] = []
  }

  private let isDistance: Bool
  private let means: [Float]
  /// The number of steps per unit.
  private let scale: Float
  /// The memory of the codes.
  let records: RowRecords

  /// Components farther from the mean than this many standard deviations are clamped to them.
  private static let largestDeviation = 6.0
  private static let tileRows = 4096

  /// Codes the rows of an embedding.
  ///
  /// - Parameters:
  ///   - embedding: The rows; the codes of rows that are not finite are meaningless.
  ///   - metric: The metric by which they will be compared.
  ///   - linkCapacity: The number of links stored after each code.
  ///   - scales: A factor for each row, or empty.
  ///   - threadCount: The maximum number of threads; it does not change the codes.
  /// - Throws: `CancellationError` if the current task is canceled, `MemoryError` if there is not
  ///   enough memory for the codes.
  init(
    _ embedding: Embedding, metric: VectorMetric, linkCapacity: Int, scales: [Float],
    threadCount: Int
  ) throws {
    let (rowCount, dimensions) = (embedding.count, embedding.dimensions)
    isDistance = metric != .dot
    let tiles = (0..<rowCount.dividedRoundingUp(by: Self.tileRows)).map {
      (0..<rowCount).chunk($0, ofSize: Self.tileRows)
    }
    let moments = try concurrentMapOrCancelled(tiles.count, threadCount: threadCount) {
      Moments(of: embedding, rows: tiles[$0], scales: scales)
    }.reduce(into: Moments(dimensions: dimensions)) { $0.add($1) }
    means = moments.means
    let limit = Self.largestDeviation * moments.standardDeviation
    scale = limit > 0 && limit.isFinite ? Float(Double(Int8.max) / limit) : 0
    records = try RowRecords(
      rowCount: rowCount, dimensions: dimensions, linkCapacity: linkCapacity)
    try concurrentlyOrCancelled(tiles.count, threadCount: threadCount) {
      [records, means, scale] tile in
      for row in tiles[tile] {
        let vector = embedding[row]
        let factor = scales.isEmpty ? 1 : scales[row]
        for index in vector.indices {
          let steps = factor == 0 ? .infinity : (vector[index] * factor - means[index]) * scale
          // SAFETY: rows and their components lie within the records; each is written by one
          // thread.
          unsafe records.codes[row * records.stride + index] = Int8(Self.whole(steps, limit: 127))
        }
      }
    }
  }

  /// The nearest whole number in −`limit`...`limit`; 0 for NaN.
  private static func whole(_ steps: Float, limit: Float) -> Int {
    steps.isNaN ? 0 : Int(min(limit, max(-limit, steps)).rounded())
  }

  /// Codes a vector to compare rows with.
  ///
  /// - Parameter vector: A vector of the embedding's dimensions; finite.
  /// - Returns: The vector in whole steps.
  func query(_ vector: [Float]) -> Query {
    var numbers = [Int16](repeating: 0, count: records.codeSize)
    if isDistance {
      for index in vector.indices {
        numbers[index] = Int16(Self.whole((vector[index] - means[index]) * scale, limit: 127))
      }
    } else {
      // The order by products does not depend on the length of the vector.
      let limit = Float(VK_LARGEST_CODE)
      let largest = vector.reduce(0) { max($0, abs($1)) }
      for index in vector.indices where largest > 0 {
        numbers[index] = Int16(Self.whole(vector[index] / largest * limit, limit: limit))
      }
    }
    return Query(numbers: numbers)
  }

  /// Asks the processor to load the first rows of a list into its caches.
  func prefetch(_ rows: [UInt32], count: Int) {
    precondition(count <= rows.count, "no more rows than there are")
    // SAFETY: lists hold rows of the embedding; the kernel reads none of them.
    unsafe vk_prefetch_codes(records.codes, records.stride, records.codeSize, rows, count)
  }

  /// Scores the first rows of a list against a vector.
  ///
  /// - Parameters:
  ///   - rows: Rows of the embedding.
  ///   - count: How many of them to score.
  ///   - query: The vector to compare them with.
  ///   - scores: Receives the scores, and has room for them; larger ones are nearer.
  func score(_ rows: [UInt32], count: Int, against query: Query, into scores: inout [Float]) {
    precondition(count <= rows.count && count <= scores.count, "room for the scores")
    precondition(query.numbers.count == records.codeSize, "a vector of the embedding's dimensions")
    // SAFETY: the vector is as long as a row, and `scores` has enough room; lists hold rows of the
    // embedding, which is checked for the links of an index when it is built or read.
    unsafe vk_score_codes(
      vk_best_instruction_set(), isDistance, query.numbers, records.codes, records.stride,
      records.codeSize, rows, count,
      &scores)
  }
}

/// Sums over rows, for the mean of each dimension and the deviation from it.
private struct Moments {
  private var sums: [Double]
  private var squares = 0.0
  private var count = 0

  init(dimensions: Int) { sums = [Double](repeating: 0, count: dimensions) }

  init(of embedding: Embedding, rows: Range<Int>, scales: [Float]) {
    self.init(dimensions: embedding.dimensions)
    for row in rows {
      let vector = embedding[row]
      let factor = scales.isEmpty ? 1 : scales[row]
      guard vector.indices.allSatisfy({ (vector[$0] * factor).isFinite }) else { continue }
      for index in vector.indices {
        let component = Double(vector[index] * factor)
        sums[index] += component
        squares += component * component
      }
      count += 1
    }
  }

  mutating func add(_ other: Moments) {
    for index in sums.indices { sums[index] += other.sums[index] }
    squares += other.squares
    count += other.count
  }

  var means: [Float] { sums.map { Float($0 / Double(max(1, count))) } }

  /// The root of the mean squared difference of a component from the mean of its dimension.
  var standardDeviation: Double {
    let count = Double(max(1, count))
    let ofMeans = sums.reduce(0) { $0 + ($1 / count) * ($1 / count) }
    let square = (squares / count - ofMeans) / Double(sums.count)
    return max(0, square).squareRoot()
  }
}
