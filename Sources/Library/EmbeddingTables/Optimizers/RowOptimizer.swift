/// A gradient method that updates only the rows that a gradient touches.
///
/// An optimizer is created for a table and keeps the state of that table's rows. The entries of a
/// row are added in their order before the row is updated; the result does not depend on the number
/// of threads. The formulas and their order of operations are those of PyTorch, in 32-bit floats.
public protocol RowOptimizer: ~Copyable {
  /// The learning rate, which may change between steps.
  var learningRate: Double { get set }

  /// Updates the rows that a gradient touches.
  ///
  /// - Parameters:
  ///   - table: The table that the optimizer was created for.
  ///   - gradient: The gradient, coalesced or not.
  /// - Throws: `EmbeddingError` if the table is frozen, or the table or the gradient does not have
  ///   the shape that the optimizer was created for.
  mutating func step(
    _ table: inout EmbeddingTable, with gradient: SparseGradient
  ) throws(EmbeddingError)
}

extension EmbeddingTable {
  /// Checks that an optimizer may update the table with a gradient.
  ///
  /// - Parameters:
  ///   - gradientShape: The shape of the gradient as a dense array.
  ///   - stateShape: The shape of the table that the optimizer was created for.
  /// - Throws: `EmbeddingError` if the table is frozen or a shape differs.
  func requireTrainable(gradientShape: [Int], stateShape: [Int]) throws(EmbeddingError) {
    if isFrozen { throw .frozenTable }
    let shape = [rowCount, dimensions]
    try EmbeddingError.require("table", shape, is: stateShape)
    try EmbeddingError.require("gradient", gradientShape, is: shape)
  }
}

extension SparseGradient {
  /// The shape of the gradient as a dense array.
  var denseShape: [Int] { [rowCount, dimensions] }

  /// The entries of all rows of a dense gradient.
  init(dense gradient: VectorArray) {
    self.init(
      unchecked: Array(0..<gradient.shape[0]), values: gradient, rowCount: gradient.shape[0],
      isCoalesced: true)
  }
}
