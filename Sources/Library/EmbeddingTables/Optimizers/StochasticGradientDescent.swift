internal import CVectorKernels

/// Plain gradient descent: *w* −= learning rate · *g*.
public struct StochasticGradientDescent: RowOptimizer, Sendable {
  /// The learning rate.
  public var learningRate: Double
  /// Whether the objective is maximized instead of minimized.
  public let maximizes: Bool

  /// Creates the optimizer, which has no state.
  ///
  /// - Parameters:
  ///   - learningRate: The learning rate; finite and at least 0.
  ///   - maximizes: Whether the objective is maximized instead of minimized.
  /// - Throws: `EmbeddingError.invalidOption` if the learning rate is out of range.
  public init(learningRate: Double, maximizes: Bool = false) throws(EmbeddingError) {
    try EmbeddingError.requireRate(learningRate, "learningRate")
    self.learningRate = learningRate
    self.maximizes = maximizes
  }

  /// Updates the rows that a gradient touches.
  ///
  /// - Parameters:
  ///   - table: Any table.
  ///   - gradient: The gradient, coalesced or not.
  /// - Throws: `EmbeddingError` if the table is frozen or the gradient has the wrong shape.
  public func step(
    _ table: inout EmbeddingTable, with gradient: SparseGradient
  ) throws(EmbeddingError) {
    try table.requireTrainable(
      gradientShape: gradient.denseShape, stateShape: [table.rowCount, table.dimensions])
    let (storage, rate) = (table.storage, Float(learningRate))
    unsafe gradient.entries(threadCount: table.threadCount)
      .update(ascends: maximizes, threadCount: table.threadCount) { step, instructions in
        // SAFETY: the gradient's rows are rows of the table.
        unsafe vk_descend(instructions, step, storage.kernelRows, rate)
      }
  }

  /// Updates all rows with a dense gradient.
  ///
  /// - Parameters:
  ///   - table: Any table.
  ///   - gradient: The gradient, one vector per row of the table.
  /// - Throws: `EmbeddingError` if the table is frozen or the gradient has the wrong shape.
  public func step(
    _ table: inout EmbeddingTable, withDense gradient: VectorArray
  ) throws(EmbeddingError) {
    try EmbeddingError.require(
      "gradient", gradient.shape, is: [table.rowCount, table.dimensions])
    try step(&table, with: SparseGradient(dense: gradient))
  }
}

extension EmbeddingError {
  /// Throws unless a learning rate or another factor is finite and nonnegative.
  ///
  /// - Throws: `EmbeddingError.invalidOption`.
  static func requireRate(_ value: Double, _ name: String) throws(EmbeddingError) {
    try require(value >= 0 && value.isFinite, name, value, "finite and 0 or more")
  }
}
