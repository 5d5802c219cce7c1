internal import Algorithms
internal import CVectorKernels
internal import Parallel

extension EmbeddingBag {
  /// Looks up bags of rows.
  ///
  /// If the table has a `maxNorm`, rows are shortened as by `EmbeddingTable.lookUp`.
  ///
  /// - Parameter bags: The bags.
  /// - Returns: One vector per bag: an array of shape [`bags.count`, dimensions].
  /// - Throws: `EmbeddingError` if an index is out of range, or the bags have weights and the mode
  ///   is not `sum`, or there is not enough memory; nothing has been changed then.
  /// - Complexity: O(indices × dimensions), spread over threads.
  public borrowing func lookUp(_ bags: Bags) throws(EmbeddingError) -> VectorArray {
    try validate(bags)
    let output = try VectorArray(zeros: [bags.count, table.dimensions])
    pool(bags, to: output)
    return output
  }

  /// Looks up bags of rows, overwriting the vectors of an earlier look-up.
  ///
  /// The memory is reused if it has the right size and is not shared.
  ///
  /// - Parameters:
  ///   - bags: The bags.
  ///   - output: Receives one vector per bag, bags × dimensions, row after row.
  /// - Throws: `EmbeddingError`, as the other look-up.
  public borrowing func lookUp(
    _ bags: Bags, into output: inout VectorArray
  ) throws(EmbeddingError) {
    try validate(bags)
    try output.reshape(to: [bags.count, table.dimensions])
    pool(bags, to: output)
  }

  /// Throws unless all indices are in range and weights are compatible with the mode.
  borrowing func validate(_ bags: Bags) throws(EmbeddingError) {
    if bags.weights != nil, mode != .sum { throw .weightsOfSamples(mode) }
    try bags.indices.validate(rowCount: table.rowCount)
  }

  private borrowing func pool(_ bags: Bags, to output: VectorArray) {
    let (storage, mode) = (table.storage, mode)
    let (padding, threadCount) = (table.paddingIndex, table.threadCount)
    table.withRenormalizedRows(bags.indices) {
      unsafe bags.forEachChunk(padding: padding, threadCount: threadCount) {
        kernel, range, instructions in
        // SAFETY: the indices are validated, and the output has a vector for each bag.
        let first = unsafe output.memory.base + range.lowerBound * storage.dimensions
        if mode == .max {
          unsafe vk_bag_max(
            instructions, storage.kernelRows, kernel, range.lowerBound, range.upperBound, first, nil
          )
        } else {
          unsafe withOptionalPointer(bags.weights) { weights in
            unsafe vk_bag_sum(
              instructions, storage.kernelRows, kernel, range.lowerBound, range.upperBound, weights,
              mode == .mean, first)
          }
        }
      }
    }
  }
}

extension Bags {
  /// Calls a body with ranges of bags in the form that kernels take, from several threads.
  func forEachChunk(
    padding: Int?, threadCount: Int,
    _ body:
      @Sendable (
        _ bags: vk_bags, _ range: Range<Int>, _ instructions: vk_instruction_set
      ) -> Void
  ) {
    let instructions = vk_best_instruction_set()
    let chunkSize = max(1, min(1024, count / 64))
    concurrently(count.dividedRoundingUp(by: chunkSize), threadCount: threadCount) { chunk in
      // SAFETY: the arrays live as long as the bags; the bounds lie within the indices.
      unsafe indices.elements.withUnsafeBufferPointer { indices in
        unsafe bounds.withUnsafeBufferPointer { bounds in
          unsafe body(
            vk_bags(
              indices: indices.baseAddress, bounds: bounds.baseAddress, padding: padding ?? -1),
            chunk * chunkSize..<min(count, (chunk + 1) * chunkSize), instructions)
        }
      }
    }
  }
}
