extension EmbeddingTable {
  /// The gradient of the table's numbers, zeros included.
  ///
  /// Row *k* is the sum of the output's gradients wherever *k* was looked up, in the order of the
  /// indices; the padding row's is zero. That look-up may have shortened rows is not differentiated.
  ///
  /// - Parameters:
  ///   - indices: The rows that were looked up.
  ///   - outputGradient: The gradient of what the look-up gave, in its shape.
  /// - Returns: An array of the shape [`rowCount`, `dimensions`].
  /// - Throws: `EmbeddingError` when the table is frozen, an index is out of range or the gradient
  ///   has another shape.
  public borrowing func gradient(
    of indices: Indices, from outputGradient: VectorArray
  ) throws(EmbeddingError) -> VectorArray {
    try validate(indices, outputGradient)
    let groups = RowGroups(
      indices.elements, rowCount: rowCount, ignoring: paddingIndex, threadCount: threadCount)
    return GradientRows(
      groups: groups, vectors: outputGradient.flattened(),
      dividesByFrequency: scalesGradientByFrequency
    ).denseSums(rowCount: rowCount, threadCount: threadCount)
  }

  /// The gradient of the rows that were looked up.
  ///
  /// It has an entry for each index but the padding index, in the order of the indices, and is not
  /// coalesced: a row that occurs twice has two.
  ///
  /// - Parameters:
  ///   - indices: The rows that were looked up.
  ///   - outputGradient: The gradient of what the look-up gave, in its shape.
  /// - Returns: The gradient. Where nothing is padding it shares the memory of `outputGradient`.
  /// - Throws: `EmbeddingError` when the table is frozen or scales gradients by frequency, an index
  ///   is out of range, or the gradient has another shape.
  public borrowing func sparseGradient(
    of indices: Indices, from outputGradient: VectorArray
  ) throws(EmbeddingError) -> SparseGradient {
    if scalesGradientByFrequency { throw .scaledSparseGradient }
    try validate(indices, outputGradient)
    let entries = SparseGradient(
      unchecked: indices.elements, values: outputGradient.flattened(), rowCount: rowCount)
    return paddingIndex.map { entries.removing(row: $0) } ?? entries
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
