internal import CVectorKernels

/// Gradient descent with a learning rate for each number that falls as its gradients accumulate.
///
/// In step *t* (counted per table, not per row) with the gradient *g* of a row:
///
///     s += g²,   w −= learningRate / (1 + (t − 1) learningRateDecay) · g / (√s + epsilon)
///
/// J. Duchi, E. Hazan, Y. Singer: Adaptive Subgradient Methods for Online Learning and Stochastic
/// Optimization, JMLR 2011. It behaves like PyTorch's, which also has a weight decay, but only for
/// dense gradients.
public struct Adagrad: RowOptimizer, ~Copyable, Sendable {
  /// The learning rate.
  public var learningRate: Double
  /// How fast the learning rate falls with the number of steps.
  public let learningRateDecay: Double
  /// The number added to the root of the sums of squares.
  public let epsilon: Double
  /// Whether the objective is maximized instead of minimized.
  public let maximizes: Bool
  /// The number of steps so far.
  public private(set) var stepCount = 0
  private let sums: RowStorage

  /// Creates the optimizer of a table.
  ///
  /// - Parameters:
  ///   - table: The table; the state has its shape.
  ///   - learningRate: The learning rate; finite and at least 0.
  ///   - learningRateDecay: How fast the learning rate falls; finite and at least 0.
  ///   - initialAccumulator: The initial value of the sums of squares; finite and at least 0.
  ///   - epsilon: The number added to the root of the sums; finite and at least 0.
  ///   - maximizes: Whether the objective is maximized instead of minimized.
  /// - Throws: `EmbeddingError` if an option is out of range or there is not enough memory.
  public init(
    for table: borrowing EmbeddingTable, learningRate: Double = 0.01, learningRateDecay: Double = 0,
    initialAccumulator: Double = 0, epsilon: Double = 1e-10, maximizes: Bool = false
  ) throws(EmbeddingError) {
    try EmbeddingError.requireRate(learningRate, "learningRate")
    try EmbeddingError.requireRate(learningRateDecay, "learningRateDecay")
    try EmbeddingError.requireRate(initialAccumulator, "initialAccumulator")
    try EmbeddingError.requireRate(epsilon, "epsilon")
    let sums = try RowStorage.state(of: table, value: Float(initialAccumulator))
    self.learningRate = learningRate
    self.learningRateDecay = learningRateDecay
    self.epsilon = epsilon
    self.maximizes = maximizes
    self.sums = sums
  }

  /// The sums of squares of a row's gradients, one per component.
  ///
  /// - Precondition: `row` is a row of the table.
  public subscript(row: Int) -> Span<Float> {
    @_lifetime(borrow self)
    borrowing get { unsafe _overrideLifetime(sums[row], borrowing: self) }
  }

  /// Updates the rows that a gradient touches.
  ///
  /// - Parameters:
  ///   - table: The table that the optimizer was created for.
  ///   - gradient: The gradient, coalesced or not.
  /// - Throws: `EmbeddingError` if the table is frozen, or the shape of the table or the gradient
  ///   differs from that of the state.
  public mutating func step(
    _ table: inout EmbeddingTable, with gradient: SparseGradient
  ) throws(EmbeddingError) {
    try table.requireTrainable(
      gradientShape: gradient.denseShape, stateShape: [sums.rowCount, sums.dimensions])
    stepCount += 1
    let rate = Float(learningRate / (1 + Double(stepCount - 1) * learningRateDecay))
    let (storage, sums, epsilon) = (table.storage, sums, Float(epsilon))
    unsafe gradient.entries(threadCount: table.threadCount)
      .update(ascends: maximizes, threadCount: table.threadCount) { step, instructions in
        // SAFETY: the gradient's rows are rows of the table, and so are those of the state.
        unsafe vk_adagrad(
          instructions, step, storage.kernelRows, sums.kernelRows, rate, epsilon)
      }
  }

  /// Updates all rows with a dense gradient.
  ///
  /// - Parameters:
  ///   - table: The table that the optimizer was created for.
  ///   - gradient: The gradient, one vector per row of the table.
  /// - Throws: `EmbeddingError` if the table is frozen, or the shape of the table or the gradient
  ///   differs from that of the state.
  public mutating func step(
    _ table: inout EmbeddingTable, withDense gradient: VectorArray
  ) throws(EmbeddingError) {
    try EmbeddingError.require(
      "gradient", gradient.shape, is: [table.rowCount, table.dimensions])
    try step(&table, with: SparseGradient(dense: gradient))
  }
}

extension RowStorage {
  /// Creates rows for the state of an optimizer, in the shape of a table.
  ///
  /// - Throws: `EmbeddingError.noMemory` if there is not enough memory.
  static func state(
    of table: borrowing EmbeddingTable, value: Float = 0
  ) throws(EmbeddingError) -> RowStorage {
    guard let state = RowStorage(rowCount: table.rowCount, dimensions: table.dimensions) else {
      throw .noMemory(rowCount: table.rowCount, dimensions: table.dimensions)
    }
    guard value != 0 else { return state }
    for row in 0..<state.rowCount {
      state.update(row: row) { numbers in
        for index in numbers.indices { numbers[index] = value }
      }
    }
    return state
  }
}
