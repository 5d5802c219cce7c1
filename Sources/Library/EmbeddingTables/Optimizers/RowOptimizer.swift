/// A method of gradient descent that changes only the rows that a gradient touches.
///
/// An optimizer is made for a table and keeps its state for that table's rows. Entries of a row are
/// added, in their order, before the row is changed; the result does not depend on the number of
/// threads. Formulas and their order of operations are PyTorch's, in 32-bit floats.
public protocol RowOptimizer: ~Copyable {
  /// The learning rate, which may change from step to step.
  var learningRate: Double { get set }

  /// Changes the rows that a gradient touches.
  ///
  /// - Parameters:
  ///   - table: The table that the optimizer was made for.
  ///   - gradient: The gradient, coalesced or not.
  /// - Throws: `EmbeddingError` when the table is frozen, or the table or the gradient has not the
  ///   shape that the optimizer was made for.
  mutating func step(
    _ table: inout EmbeddingTable, with gradient: SparseGradient
  ) throws(EmbeddingError)
}

extension EmbeddingTable {
  /// Checks that an optimizer may change the table by a gradient.
  ///
  /// - Parameters:
  ///   - gradientShape: The shape of the gradient, were it dense.
  ///   - stateShape: The shape of the table that the optimizer was made for.
  /// - Throws: `EmbeddingError` when the table is frozen or a shape is another.
  func requireTrainable(gradientShape: [Int], stateShape: [Int]) throws(EmbeddingError) {
    if isFrozen { throw .frozenTable }
    let shape = [rowCount, dimensions]
    try EmbeddingError.require("table", shape, is: stateShape)
    try EmbeddingError.require("gradient", gradientShape, is: shape)
  }
}

extension SparseGradient {
  /// The shape that the gradient would have, were it dense.
  var denseShape: [Int] { [rowCount, dimensions] }

  /// The entries of all rows of a dense gradient.
  init(dense gradient: VectorArray) {
    self.init(
      unchecked: Array(0..<gradient.shape[0]), values: gradient, rowCount: gradient.shape[0],
      isCoalesced: true)
  }
}
