extension EmbeddingTable {
  /// Computes the dense gradient of the table.
  ///
  /// Row *k* is the sum of the output's gradients wherever *k* was looked up, in the order of the
  /// indices; the padding row's gradient is zero. The shortening of rows by a `maxNorm` is not
  /// differentiated.
  ///
  /// - Parameters:
  ///   - indices: The rows that were looked up.
  ///   - outputGradient: The gradient of the look-up's result, in its shape.
  /// - Returns: An array of shape [`rowCount`, `dimensions`].
  /// - Throws: `EmbeddingError` if the table is frozen, an index is out of range, or the gradient
  ///   has the wrong shape.
  public borrowing func gradient(
    of indices: Indices, from outputGradient: VectorArray
  ) throws(EmbeddingError) -> VectorArray {
    try validate(indices, outputGradient)
    let groups = RowGroups(
      indices.elements, rowCount: rowCount, ignoring: paddingIndex, threadCount: threadCount)
    return try GradientRows(
      groups: groups, vectors: outputGradient.flattened(),
      dividesByFrequency: scalesGradientByFrequency
    ).denseSums(rowCount: rowCount, threadCount: threadCount)
  }

  /// Computes the sparse gradient of the rows that were looked up.
  ///
  /// It has one entry for each index except the padding index, in the order of the indices, and is
  /// not coalesced: a row that occurs twice has two entries.
  ///
  /// - Parameters:
  ///   - indices: The rows that were looked up.
  ///   - outputGradient: The gradient of the look-up's result, in its shape.
  /// - Returns: The gradient. If there is no padding index among the indices, it shares the memory
  ///   of `outputGradient`.
  /// - Throws: `EmbeddingError` if the table is frozen or scales gradients by frequency, an index
  ///   is out of range, or the gradient has the wrong shape.
  public borrowing func sparseGradient(
    of indices: Indices, from outputGradient: VectorArray
  ) throws(EmbeddingError) -> SparseGradient {
    if scalesGradientByFrequency { throw .scaledSparseGradient }
    try validate(indices, outputGradient)
    let entries = SparseGradient(
      unchecked: indices.elements, values: outputGradient.flattened(), rowCount: rowCount)
    return if let paddingIndex { try entries.removing(row: paddingIndex) } else { entries }
  }

  private borrowing func validate(
    _ indices: Indices, _ outputGradient: VectorArray
  ) throws(EmbeddingError) {
    if isFrozen { throw .frozenTable }
    try indices.validate(rowCount: rowCount)
    try EmbeddingError.require(
      "output gradient", outputGradient.shape, is: indices.shape + [dimensions])
  }
}
