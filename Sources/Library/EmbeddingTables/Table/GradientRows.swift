internal import Algorithms
internal import CVectorKernels
internal import Parallel

/// A gradient by rows: for each row, the vectors to be summed, in the order in which they are
/// added.
struct GradientRows: Sendable {
  /// The row of each vector.
  private let groups: RowGroups
  /// The vector of each position, or nil if position *i* has vector *i*.
  private let sources: [UInt32]?
  /// The factor of each occurrence, row after row, or nil if all are 1.
  private let scales: [Float]?
  private let vectors: VectorArray

  /// Gathers a gradient.
  ///
  /// - Parameters:
  ///   - groups: The positions of each row.
  ///   - vectors: The vectors, in two dimensions.
  ///   - vectorOfPosition: The vector of each position; by default, position *i* has vector *i*.
  ///   - scaleOfPosition: The factor of each position; by default, all are 1.
  ///   - dividesByFrequency: Whether to divide each vector by the number of times that its row
  ///     occurs.
  init(
    groups: RowGroups, vectors: VectorArray, vectorOfPosition: [UInt32]? = nil,
    scaleOfPosition: [Float]? = nil, dividesByFrequency: Bool = false
  ) {
    self.groups = groups
    self.vectors = vectors
    sources = vectorOfPosition.map { vectors in groups.positions.map { vectors[Int($0)] } }
    guard scaleOfPosition != nil || dividesByFrequency else {
      scales = nil
      return
    }
    var scales =
      scaleOfPosition.map { scales in groups.positions.map { scales[Int($0)] } }
      ?? [Float](repeating: 1, count: groups.positions.count)
    if dividesByFrequency {
      for group in 0..<groups.count {
        let range = Int(groups.starts[group])..<Int(groups.starts[group + 1])
        for place in range { scales[place] *= 1 / Float(range.count) }
      }
    }
    self.scales = scales
  }

  /// The number of components of a vector.
  var dimensions: Int { vectors.dimensions }

  /// The rows that the gradient touches, in ascending order.
  var rows: [Int] { groups.rows.map { Int($0) } }

  /// The sums of all rows that the gradient touches, row after row.
  func sums(threadCount: Int) throws(EmbeddingError) -> VectorArray {
    let output = try VectorArray(zeros: [groups.count, dimensions])
    write(to: output, byGroup: true, threadCount: threadCount)
    return output
  }

  /// The sums of all rows of a table; those that the gradient does not touch are 0.
  func denseSums(rowCount: Int, threadCount: Int) throws(EmbeddingError) -> VectorArray {
    let output = try VectorArray(zeros: [rowCount, dimensions])
    write(to: output, byGroup: false, threadCount: threadCount)
    return output
  }

  private func write(to output: VectorArray, byGroup: Bool, threadCount: Int) {
    unsafe forEachChunk(threadCount: threadCount) { gradient, range, instructions in
      // SAFETY: the output has a row for each group or each row of the table; no two groups share
      // one.
      unsafe vk_sum_groups(
        instructions, gradient, range.lowerBound, range.upperBound,
        vk_rows(base: output.memory.base, stride: dimensions, width: dimensions), byGroup)
    }
  }

  /// Updates rows with their sums, spread over threads.
  ///
  /// - Parameters:
  ///   - ascends: Whether to change the sign of the sums.
  ///   - threadCount: The maximum number of threads.
  ///   - body: Updates the rows of a step. It is called from several threads at once, each time for
  ///     different rows.
  func update(
    ascends: Bool, threadCount: Int,
    _ body: @Sendable (_ step: vk_step, _ instructions: vk_instruction_set) -> Void
  ) {
    unsafe forEachChunk(threadCount: threadCount) { gradient, range, instructions in
      unsafe withUnsafeTemporaryAllocation(of: Float.self, capacity: dimensions) { scratch in
        unsafe body(
          vk_step(
            gradient: gradient, first: range.lowerBound, last: range.upperBound,
            sign: ascends ? -1 : 1, scratch: scratch.baseAddress), instructions)
      }
    }
  }

  private func forEachChunk(
    threadCount: Int,
    _ body:
      @Sendable (
        _ gradient: vk_gradient, _ groups: Range<Int>, _ instructions: vk_instruction_set
      ) -> Void
  ) {
    let chunkSize = 512
    let instructions = vk_best_instruction_set()
    let chunkCount = groups.count.dividedRoundingUp(by: chunkSize)
    concurrently(chunkCount, threadCount: threadCount) { chunk in
      let range = chunk * chunkSize..<min(groups.count, (chunk + 1) * chunkSize)
      // SAFETY: the arrays live as long as the gradient; sources are indices of vectors.
      unsafe groups.rows.withUnsafeBufferPointer { rows in
        unsafe groups.starts.withUnsafeBufferPointer { starts in
          unsafe (sources ?? groups.positions).withUnsafeBufferPointer { sources in
            unsafe withOptionalPointer(scales) { scales in
              unsafe body(
                vk_gradient(
                  rows: rows.baseAddress, starts: starts.baseAddress, sources: sources.baseAddress,
                  scales: scales, values: vectors.memory.base, width: dimensions),
                range, instructions)
            }
          }
        }
      }
    }
  }
}

/// Calls a body with the address of an array, or nil without an array.
func withOptionalPointer<Element, Result>(
  _ array: [Element]?, _ body: (UnsafePointer<Element>?) -> Result
) -> Result {
  guard let array else { return body(nil) }
  return unsafe array.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
}
