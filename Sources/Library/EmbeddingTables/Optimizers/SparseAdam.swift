internal import CVectorKernels

/// Adam for the rows that a gradient touches; other rows keep their moments and their numbers.
///
/// In step *t* (counted per table, not per row) with the gradient *g* of a row:
///
///     m += (1 − β₁)(g − m),   v += (1 − β₂)(g² − v)
///     w −= learningRate √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + epsilon)
///
/// D. P. Kingma, J. Ba: Adam: A Method for Stochastic Optimization, ICLR 2015, in the form of
/// PyTorch's `SparseAdam`: epsilon is added to the root before the bias is corrected.
public struct SparseAdam: RowOptimizer, ~Copyable, Sendable {
  /// The learning rate.
  public var learningRate: Double
  /// The decay rate of the mean of the gradients.
  public let beta1: Double
  /// The decay rate of the mean of their squares.
  public let beta2: Double
  /// The number added to the root of the mean square.
  public let epsilon: Double
  /// Whether the objective is maximized instead of minimized.
  public let maximizes: Bool
  /// The number of steps so far.
  public private(set) var stepCount = 0
  private let first: RowStorage
  private let second: RowStorage
  /// β₁ᵗ and β₂ᵗ, multiplied step by step so that every machine rounds them identically.
  private var powers = (1.0, 1.0)

  /// Creates the optimizer of a table.
  ///
  /// - Parameters:
  ///   - table: The table; the state has its shape.
  ///   - learningRate: The learning rate; finite and more than 0.
  ///   - beta1: The decay rate of the mean of the gradients, in 0..<1.
  ///   - beta2: The decay rate of the mean of their squares, in 0..<1.
  ///   - epsilon: The number added to the root of the mean square; finite and more than 0.
  ///   - maximizes: Whether the objective is maximized instead of minimized.
  /// - Throws: `EmbeddingError` if an option is out of range or there is not enough memory.
  public init(
    for table: borrowing EmbeddingTable, learningRate: Double = 0.001, beta1: Double = 0.9,
    beta2: Double = 0.999, epsilon: Double = 1e-8, maximizes: Bool = false
  ) throws(EmbeddingError) {
    for (value, name) in [(learningRate, "learningRate"), (epsilon, "epsilon")] {
      try EmbeddingError.require(
        value > 0 && value.isFinite, name, value, "finite and more than 0")
    }
    for (value, name) in [(beta1, "beta1"), (beta2, "beta2")] {
      try EmbeddingError.require(
        (0..<1).contains(value), name, value, "0 or more and less than 1")
    }
    let (first, second) = (try RowStorage.state(of: table), try RowStorage.state(of: table))
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.maximizes = maximizes
    self.first = first
    self.second = second
  }

  /// The running mean of a row's gradients.
  ///
  /// - Parameter row: A row of the table.
  /// - Returns: One number per component.
  @_lifetime(borrow self)
  public borrowing func firstMoment(ofRow row: Int) -> Span<Float> {
    unsafe _overrideLifetime(first[row], borrowing: self)
  }

  /// The running mean of the squares of a row's gradients.
  ///
  /// - Parameter row: A row of the table.
  /// - Returns: One number per component.
  @_lifetime(borrow self)
  public borrowing func secondMoment(ofRow row: Int) -> Span<Float> {
    unsafe _overrideLifetime(second[row], borrowing: self)
  }

  /// Updates the rows that a gradient touches.
  ///
  /// A gradient without entries also counts as a step.
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
      gradientShape: gradient.denseShape, stateShape: [first.rowCount, first.dimensions])
    stepCount += 1
    powers = (powers.0 * beta1, powers.1 * beta2)
    let rate = Float(learningRate * (1 - powers.1).squareRoot() / (1 - powers.0))
    let (storage, first, second) = (table.storage, first, second)
    let (c1, c2, epsilon) = (Float(1 - beta1), Float(1 - beta2), Float(epsilon))
    unsafe gradient.entries(threadCount: table.threadCount)
      .update(ascends: maximizes, threadCount: table.threadCount) { step, instructions in
        // SAFETY: the gradient's rows are rows of the table, and so are those of the state.
        unsafe vk_sparse_adam(
          instructions, step, storage.kernelRows, first.kernelRows, second.kernelRows, c1, c2, rate,
          epsilon)
      }
  }
}
