internal import CVectorKernels

/// Adam for the rows that a gradient touches; other rows keep their moments and their numbers.
///
/// In step *t* (counted for the table, not for the row) with the gradient *g* of a row:
///
///     m += (1 − β₁)(g − m),   v += (1 − β₂)(g² − v)
///     w −= learningRate √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + epsilon)
///
/// D. P. Kingma, J. Ba: Adam: A Method for Stochastic Optimization, ICLR 2015, in the form of
/// PyTorch's `SparseAdam`: epsilon is added to the root before it is corrected for its bias.
public struct SparseAdam: RowOptimizer, ~Copyable, Sendable {
  /// The learning rate.
  public var learningRate: Double
  /// How slowly the mean of the gradients forgets.
  public let beta1: Double
  /// How slowly the mean of their squares forgets.
  public let beta2: Double
  /// What is added to the root of the mean square.
  public let epsilon: Double
  /// Whether the objective is maximized instead of minimized.
  public let maximizes: Bool
  /// The number of steps so far.
  public private(set) var stepCount = 0
  private let first: RowStorage
  private let second: RowStorage
  /// β₁ᵗ and β₂ᵗ, multiplied step by step so that every machine rounds them alike.
  private var powers = (1.0, 1.0)

  /// Creates the optimizer of a table.
  ///
  /// - Parameters:
  ///   - table: The table, whose shape the state takes.
  ///   - learningRate: The learning rate; finite and more than 0.
  ///   - beta1: How slowly the mean of the gradients forgets; 0 or more and less than 1.
  ///   - beta2: How slowly the mean of their squares forgets; 0 or more and less than 1.
  ///   - epsilon: What is added to the root of the mean square; finite and more than 0.
  ///   - maximizes: Whether the objective is maximized instead of minimized.
  /// - Throws: `EmbeddingError` when an option is out of its range or memory does not suffice.
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
  /// - Returns: A number for each component.
  @_lifetime(borrow self)
  public borrowing func firstMoment(ofRow row: Int) -> Span<Float> {
    unsafe _overrideLifetime(first[row], borrowing: self)
  }

  /// The running mean of the squares of a row's gradients.
  ///
  /// - Parameter row: A row of the table.
  /// - Returns: A number for each component.
  @_lifetime(borrow self)
  public borrowing func secondMoment(ofRow row: Int) -> Span<Float> {
    unsafe _overrideLifetime(second[row], borrowing: self)
  }

  /// Changes the rows that a gradient touches.
  ///
  /// A gradient without entries counts as a step all the same.
  ///
  /// - Parameters:
  ///   - table: The table that the optimizer was made for.
  ///   - gradient: The gradient, coalesced or not.
  /// - Throws: `EmbeddingError` when the table is frozen, or the table or the gradient has another
  ///   shape than the state.
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
