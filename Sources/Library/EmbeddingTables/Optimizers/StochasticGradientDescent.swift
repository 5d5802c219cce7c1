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
  ///   - learningRate: The learning rate; finite and 0 or more.
  ///   - maximizes: Whether the objective is maximized instead of minimized.
  /// - Throws: `EmbeddingError.invalidOption` when the learning rate is out of its range.
  public init(learningRate: Double, maximizes: Bool = false) throws(EmbeddingError) {
    try EmbeddingError.requireRate(learningRate, "learningRate")
    self.learningRate = learningRate
    self.maximizes = maximizes
  }

  /// Changes the rows that a gradient touches.
  ///
  /// - Parameters:
  ///   - table: Any table.
  ///   - gradient: The gradient, coalesced or not.
  /// - Throws: `EmbeddingError` when the table is frozen or the gradient has another shape.
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

  /// Changes all rows by a dense gradient.
  ///
  /// - Parameters:
  ///   - table: Any table.
  ///   - gradient: A gradient for each row of the table.
  /// - Throws: `EmbeddingError` when the table is frozen or the gradient has another shape.
  public func step(
    _ table: inout EmbeddingTable, withDense gradient: VectorArray
  ) throws(EmbeddingError) {
    try EmbeddingError.require(
      "gradient", gradient.shape, is: [table.rowCount, table.dimensions])
    try step(&table, with: SparseGradient(dense: gradient))
  }
}

extension EmbeddingError {
  /// Throws unless a learning rate or another factor is finite and not negative.
  ///
  /// - Throws: `EmbeddingError.invalidOption`.
  static func requireRate(_ value: Double, _ name: String) throws(EmbeddingError) {
    try require(value >= 0 && value.isFinite, name, value, "finite and 0 or more")
  }
}
