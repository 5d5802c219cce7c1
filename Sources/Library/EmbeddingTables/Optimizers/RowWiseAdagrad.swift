internal import CVectorKernels
internal import Parallel

/// Adagrad with one learning rate per row: its state is one number per row instead of one per
/// component.
///
/// With the gradient *g* of a row:
///
///     s += mean(g²),   w −= learningRate · g / (√s + epsilon)
///
/// Large recommender systems train their tables with this optimizer; see the tables of D. Khudia et
/// al.: FBGEMM: Enabling High-Performance Low-Precision Deep Learning Inference, 2021.
public struct RowWiseAdagrad: RowOptimizer, ~Copyable, Sendable {
  /// The learning rate.
  public var learningRate: Double
  /// The number added to the root of the sums of squares.
  public let epsilon: Double
  /// Whether the objective is maximized instead of minimized.
  public let maximizes: Bool
  private let sums: LargeMemory<Float>
  private let dimensions: Int

  /// Creates the optimizer of a table.
  ///
  /// - Parameters:
  ///   - table: The table; the state has one number for each of its rows.
  ///   - learningRate: The learning rate; finite and at least 0.
  ///   - initialAccumulator: The initial value of the sums; finite and at least 0.
  ///   - epsilon: The number added to the root of the sums; finite and at least 0.
  ///   - maximizes: Whether the objective is maximized instead of minimized.
  /// - Throws: `EmbeddingError` if an option is out of range or there is not enough memory.
  public init(
    for table: borrowing EmbeddingTable, learningRate: Double = 0.01,
    initialAccumulator: Double = 0, epsilon: Double = 1e-8, maximizes: Bool = false
  ) throws(EmbeddingError) {
    try EmbeddingError.requireRate(learningRate, "learningRate")
    try EmbeddingError.requireRate(initialAccumulator, "initialAccumulator")
    try EmbeddingError.requireRate(epsilon, "epsilon")
    guard let sums = LargeMemory<Float>(count: table.rowCount) else {
      throw .noMemory(rowCount: table.rowCount, dimensions: 1)
    }
    if initialAccumulator != 0 {
      sums.write { numbers in
        for index in numbers.indices { numbers[index] = Float(initialAccumulator) }
      }
    }
    self.learningRate = learningRate
    self.epsilon = epsilon
    self.maximizes = maximizes
    self.sums = sums
    dimensions = table.dimensions
  }

  /// The sum of the mean squares of a row's gradients.
  ///
  /// - Precondition: `row` is a row of the table.
  public subscript(row: Int) -> Float { sums.elements[row] }

  /// Updates the rows that a gradient touches.
  ///
  /// - Parameters:
  ///   - table: The table that the optimizer was created for.
  ///   - gradient: The gradient, coalesced or not.
  /// - Throws: `EmbeddingError` if the table is frozen, or the table or the gradient does not have
  ///   the shape that the optimizer was created for.
  public mutating func step(
    _ table: inout EmbeddingTable, with gradient: SparseGradient
  ) throws(EmbeddingError) {
    try table.requireTrainable(
      gradientShape: gradient.denseShape, stateShape: [sums.count, dimensions])
    let (storage, sums) = (table.storage, sums)
    let (rate, epsilon) = (Float(learningRate), Float(epsilon))
    unsafe gradient.entries(threadCount: table.threadCount)
      .update(ascends: maximizes, threadCount: table.threadCount) { step, instructions in
        // SAFETY: the gradient's rows are rows of the table, and each has its number.
        unsafe vk_row_wise_adagrad(
          instructions, step, storage.kernelRows, sums.base, rate, epsilon)
      }
  }
}
