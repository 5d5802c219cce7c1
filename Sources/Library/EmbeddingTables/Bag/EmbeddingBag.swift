/// A table that is looked up in bags: each bag of rows gives one vector, their sum, mean or maximum.
///
/// It behaves as PyTorch's `nn.EmbeddingBag` does, with a table's padding row, `maxNorm` and scaling
/// by frequency. The padding row is in no bag. An empty bag gives zeros in every mode.
///
///     var bag = try EmbeddingBag(EmbeddingTable(rowCount: 10, dimensions: 3, seed: 1), mode: .sum)
///     let bags = try Bags([4, 1, 4, 2], offsets: [0, 3])
///     let vectors = try bag.lookUp(bags)          // shape [2, 3]
///     let gradient = try bag.sparseGradient(of: bags, from: gradientOfLoss(vectors))
///     try optimizer.step(&bag.table, with: gradient)
public struct EmbeddingBag: ~Copyable, Sendable {
  /// What becomes of the rows of a bag.
  public enum Mode: String, Sendable, CaseIterable, CustomStringConvertible {
    /// Their sum, each row multiplied by its weight where there are weights.
    case sum
    /// Their sum divided by their number.
    case mean
    /// The largest value of each component.
    case max

    /// The name of the mode.
    public var description: String { rawValue }
  }

  /// The table, for optimizers to step.
  public var table: EmbeddingTable
  /// What becomes of the rows of a bag.
  public let mode: Mode

  /// Creates a bag on a table.
  ///
  /// - Parameters:
  ///   - table: The table; make it with `init(fromPretrained:)` to share another's numbers.
  ///   - mode: What becomes of the rows of a bag.
  /// - Throws: `EmbeddingError.scaledMaximum` when the table scales gradients by frequency and the
  ///   mode is `max`.
  public init(_ table: consuming EmbeddingTable, mode: Mode = .mean) throws(EmbeddingError) {
    if mode == .max, table.scalesGradientByFrequency { throw .scaledMaximum }
    self.table = table
    self.mode = mode
  }
}
