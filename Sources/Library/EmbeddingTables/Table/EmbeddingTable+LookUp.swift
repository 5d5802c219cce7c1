internal import Algorithms
internal import CVectorKernels
internal import Parallel
internal import Synchronization

extension EmbeddingTable {
  /// Looks up rows.
  ///
  /// If the table has a `maxNorm`, each row that is looked up and has a greater norm is first
  /// multiplied by `maxNorm` / (norm + 10⁻⁷), in the table and once. This applies to the padding
  /// row and to frozen tables, too.
  ///
  /// - Parameter indices: The rows, in any shape.
  /// - Returns: The rows, in the shape of the indices followed by `dimensions`.
  /// - Throws: `EmbeddingError.indexOutOfRange`, or `noMemory` if the result is too large, before
  ///   anything is changed; negative indices are not counted from the end.
  /// - Complexity: O(`indices.count` × `dimensions`), spread over threads.
  public borrowing func lookUp(_ indices: Indices) throws(EmbeddingError) -> VectorArray {
    try indices.validate(rowCount: rowCount)
    let output = try VectorArray(zeros: indices.shape + [dimensions])
    gather(indices, to: output)
    return output
  }

  /// Looks up rows, overwriting the vectors of an earlier look-up.
  ///
  /// The memory is reused if it has the right size and is not shared.
  ///
  /// - Parameters:
  ///   - indices: The rows, in any shape.
  ///   - output: Receives the rows, in the shape of the indices followed by `dimensions`.
  /// - Throws: `EmbeddingError.indexOutOfRange`, or `noMemory` if the result is too large, before
  ///   anything is changed.
  public borrowing func lookUp(
    _ indices: Indices, into output: inout VectorArray
  ) throws(EmbeddingError) {
    try indices.validate(rowCount: rowCount)
    try output.reshape(to: indices.shape + [dimensions])
    gather(indices, to: output)
  }

  private borrowing func gather(_ indices: Indices, to output: VectorArray) {
    let (storage, threadCount) = (storage, threadCount)
    withRenormalizedRows(indices) {
      let chunkSize = max(1, (1 << 18) / storage.dimensions)
      let chunkCount = indices.count.dividedRoundingUp(by: chunkSize)
      let instructions = vk_best_instruction_set()
      let bypassesCache = indices.count * storage.dimensions > 1 << 20
      concurrently(chunkCount, threadCount: threadCount) { chunk in
        let range = chunk * chunkSize..<min(indices.count, (chunk + 1) * chunkSize)
        // SAFETY: the indices are validated, and the output has a vector for each of them.
        unsafe indices.elements[range].withUnsafeBufferPointer { indices in
          unsafe vk_gather(
            instructions, storage.kernelRows, indices.baseAddress, indices.count,
            output.memory.base + range.lowerBound * storage.dimensions, bypassesCache)
        }
      }
    }
  }

  /// Shortens the rows of validated indices if the table has a `maxNorm`, and calls a body before
  /// another look-up can change them.
  borrowing func withRenormalizedRows(_ indices: Indices, _ body: () -> Void) {
    guard let maxNorm = rules.maxNorm else { return body() }
    let groups = RowGroups(
      indices.elements, rowCount: rowCount, ignoring: nil, threadCount: threadCount)
    let (storage, normType, threadCount) = (storage, rules.normType, threadCount)
    storage.renormalization.withLock { _ in
      let chunkSize = 512
      let chunkCount = groups.count.dividedRoundingUp(by: chunkSize)
      let instructions = vk_best_instruction_set()
      concurrently(chunkCount, threadCount: threadCount) { chunk in
        let range = chunk * chunkSize..<min(groups.count, (chunk + 1) * chunkSize)
        // SAFETY: the rows are distinct rows of the table.
        unsafe groups.rows[range].withUnsafeBufferPointer { rows in
          unsafe vk_renormalize(
            instructions, storage.kernelRows, rows.baseAddress, rows.count, normType, maxNorm)
        }
      }
      body()
    }
  }
}
