internal import CVectorKernels
internal import Parallel

extension EmbeddingBag {
  /// Computes the dense gradient of the table.
  ///
  /// The row of an index gets the gradient of its bag, multiplied by the weight of the index,
  /// divided by the size of the bag if the mode is `mean`, and divided by the number of times that
  /// the index occurs in all bags if the table scales gradients by frequency. (PyTorch up to 2.13
  /// divides by another number on CPUs; this is the rule that it documents.) With `max`, the first
  /// row of the bag that attains the maximum of a component gets its gradient; the table must be
  /// the same as at look-up.
  ///
  /// - Parameters:
  ///   - bags: The bags that were looked up.
  ///   - outputGradient: The gradient of the look-up's result, one vector per bag.
  /// - Returns: An array of shape [rows of the table, dimensions].
  /// - Throws: `EmbeddingError` if the table is frozen, an index is out of range, the gradient has
  ///   the wrong shape, or weights are used with a mode other than `sum`.
  public borrowing func gradient(
    of bags: Bags, from outputGradient: VectorArray
  ) throws(EmbeddingError) -> VectorArray {
    try validate(bags, outputGradient)
    if mode == .max { return try maximumGradient(of: bags, from: outputGradient) }
    let groups = RowGroups(
      bags.indices.elements, rowCount: table.rowCount, ignoring: table.paddingIndex,
      threadCount: table.threadCount)
    return try GradientRows(
      groups: groups, vectors: outputGradient, vectorOfPosition: bags.bagOfPosition(),
      scaleOfPosition: scaleOfPosition(bags), dividesByFrequency: table.scalesGradientByFrequency
    ).denseSums(rowCount: table.rowCount, threadCount: table.threadCount)
  }

  /// Computes the sparse gradient of the rows that were looked up.
  ///
  /// It has one entry for each index except the padding index, in the order of the indices, and is
  /// not coalesced.
  ///
  /// - Parameters:
  ///   - bags: The bags that were looked up.
  ///   - outputGradient: The gradient of the look-up's result, one vector per bag.
  /// - Returns: The gradient.
  /// - Throws: The errors of `gradient(of:from:)`, and `EmbeddingError` if the mode is `max` or the
  ///   table scales gradients by frequency.
  public borrowing func sparseGradient(
    of bags: Bags, from outputGradient: VectorArray
  ) throws(EmbeddingError) -> SparseGradient {
    if mode == .max { throw .sparseMaximum }
    if table.scalesGradientByFrequency { throw .scaledSparseGradient }
    try validate(bags, outputGradient)
    let padding = table.paddingIndex
    let indices = bags.indices.elements
    let kept = indices.indices.filter { indices[$0] != padding }
    let bagOfPosition = bags.bagOfPosition()
    let values = try outputGradient.selecting(
      kept.map { Int(bagOfPosition[$0]) },
      scaledBy: scaleOfPosition(bags).map { scales in kept.map { scales[$0] } })
    return SparseGradient(
      unchecked: kept.map { indices[$0] }, values: values, rowCount: table.rowCount)
  }

  /// Computes the gradient of the weights: for each index the dot product of its row with the
  /// gradient of its bag, and 0 for the padding index.
  ///
  /// The table must be the same as at look-up.
  ///
  /// - Parameters:
  ///   - bags: The bags that were looked up.
  ///   - outputGradient: The gradient of the look-up's result, one vector per bag.
  /// - Returns: One number per index.
  /// - Throws: `EmbeddingError` if the mode is not `sum`, an index is out of range, or the gradient
  ///   has the wrong shape.
  public borrowing func weightGradient(
    of bags: Bags, from outputGradient: VectorArray
  ) throws(EmbeddingError) -> [Float] {
    if mode != .sum { throw .weightsOfSamples(mode) }
    try bags.indices.validate(rowCount: table.rowCount)
    try validateShape(bags, outputGradient)
    let (storage, padding, threadCount) = (table.storage, table.paddingIndex, table.threadCount)
    return unsafe [Float](unsafeUninitializedCapacity: bags.indices.count) { products, count in
      nonisolated(unsafe) let output = products.baseAddress
      unsafe bags.forEachChunk(padding: padding, threadCount: threadCount) {
        kernel, range, instructions in
        // SAFETY: every index is in one bag, and each bag in one chunk.
        unsafe vk_bag_dot(
          instructions, storage.kernelRows, kernel, range.lowerBound, range.upperBound,
          outputGradient.memory.base, output)
      }
      count = bags.indices.count
    }
  }

  private borrowing func validate(
    _ bags: Bags, _ outputGradient: VectorArray
  ) throws(EmbeddingError) {
    if table.isFrozen { throw .frozenTable }
    try validate(bags)
    try validateShape(bags, outputGradient)
  }

  private borrowing func validateShape(
    _ bags: Bags, _ outputGradient: VectorArray
  ) throws(EmbeddingError) {
    try EmbeddingError.require(
      "output gradient", outputGradient.shape, is: [bags.count, table.dimensions])
  }

  /// The factor for the gradient of each index's bag, or nil if all are 1.
  private borrowing func scaleOfPosition(_ bags: Bags) -> [Float]? {
    guard mode == .mean else { return bags.weights }
    let padding = table.paddingIndex
    var scales = [Float](repeating: 0, count: bags.indices.count)
    for bag in 0..<bags.count {
      let positions = bags.positions(of: bag)
      let size = positions.count { bags.indices.elements[$0] != padding }
      for position in positions { scales[position] = 1 / Float(size) }
    }
    return scales
  }

  /// The gradient of maxima: each component of a bag's gradient goes to the row with the maximum.
  private borrowing func maximumGradient(
    of bags: Bags, from outputGradient: VectorArray
  ) throws(EmbeddingError) -> VectorArray {
    let storage = table.storage
    let dimensions = storage.dimensions
    var winners = [Int](repeating: -1, count: bags.count * dimensions)
    unsafe winners.withUnsafeMutableBufferPointer { winners in
      nonisolated(unsafe) let output = winners.baseAddress
      unsafe bags.forEachChunk(padding: table.paddingIndex, threadCount: table.threadCount) {
        kernel, range, instructions in
        // SAFETY: there is room for each component of each bag.
        let first = unsafe output.map { unsafe $0 + range.lowerBound * dimensions }
        unsafe vk_bag_max(
          instructions, storage.kernelRows, kernel, range.lowerBound, range.upperBound, nil, first)
      }
    }
    let result = try VectorArray(zeros: [table.rowCount, dimensions])
    let (elements, indices) = (outputGradient.elements, bags.indices.elements)
    result.memory.write { rows in
      for (place, winner) in winners.enumerated() where winner >= 0 {
        rows[indices[winner] * dimensions + place % dimensions] += elements[place]
      }
    }
    return result
  }
}

extension Bags {
  /// The bag of each index.
  fileprivate func bagOfPosition() -> [UInt32] {
    var bags = [UInt32](repeating: 0, count: indices.count)
    for bag in 0..<count { for position in positions(of: bag) { bags[position] = UInt32(bag) } }
    return bags
  }
}
