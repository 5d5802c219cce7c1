internal import CVectorKernels
internal import Parallel

/// Adagrad with one learning rate for each row: the state is a number a row, not a number a
/// component.
///
/// With the gradient *g* of a row:
///
///     s += mean(g²),   w −= learningRate · g / (√s + epsilon)
///
/// It is the optimizer that large recommenders train their tables with; see D. Khudia et al.:
/// FBGEMM: Enabling High-Performance Low-Precision Deep Learning Inference, 2021, and its tables.
public struct RowWiseAdagrad: RowOptimizer, ~Copyable, Sendable {
  /// The learning rate.
  public var learningRate: Double
  /// What is added to the root of the sums of squares.
  public let epsilon: Double
  /// Whether the objective is maximized instead of minimized.
  public let maximizes: Bool
  private let sums: LargeMemory<Float>
  private let dimensions: Int

  /// Creates the optimizer of a table.
  ///
  /// - Parameters:
  ///   - table: The table, whose number of rows the state takes.
  ///   - learningRate: The learning rate; finite and 0 or more.
  ///   - initialAccumulator: The first value of the sums; finite and 0 or more.
  ///   - epsilon: What is added to the root of the sums; finite and 0 or more.
  ///   - maximizes: Whether the objective is maximized instead of minimized.
  /// - Throws: `EmbeddingError` when an option is out of its range or memory does not suffice.
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

  /// The sum of a row's mean squares.
  ///
  /// - Precondition: `row` is a row of the table.
  public subscript(row: Int) -> Float { sums.elements[row] }

  /// Changes the rows that a gradient touches.
  ///
  /// - Parameters:
  ///   - table: The table that the optimizer was made for.
  ///   - gradient: The gradient, coalesced or not.
  /// - Throws: `EmbeddingError` when the table is frozen, or the table or the gradient has another
  ///   shape than the optimizer was made for.
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
