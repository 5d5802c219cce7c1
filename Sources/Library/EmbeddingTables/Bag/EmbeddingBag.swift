/// A table whose rows are looked up in bags: each bag gives the sum, mean or maximum of its rows.
///
/// It behaves like PyTorch's `nn.EmbeddingBag`, including the table's padding row, `maxNorm` and
/// scaling by frequency. The padding row is skipped in every bag. An empty bag gives zeros in every
/// mode.
///
///     var bag = try EmbeddingBag(EmbeddingTable(rowCount: 10, dimensions: 3, seed: 1), mode: .sum)
///     let bags = try Bags([4, 1, 4, 2], offsets: [0, 3])
///     let vectors = try bag.lookUp(bags)          // shape [2, 3]
///     let gradient = try bag.sparseGradient(of: bags, from: gradientOfLoss(vectors))
///     try optimizer.step(&bag.table, with: gradient)
public struct EmbeddingBag: ~Copyable, Sendable {
  /// How the rows of a bag are combined.
  public enum Mode: String, Sendable, CaseIterable, CustomStringConvertible {
    /// The sum; each row is multiplied by its weight if there are weights.
    case sum
    /// The sum divided by the number of rows.
    case mean
    /// The maximum of each component.
    case max

    /// The name of the mode.
    public var description: String { rawValue }
  }

  /// The table, for optimizers to update.
  public var table: EmbeddingTable
  /// How the rows of a bag are combined.
  public let mode: Mode

  /// Creates a bag on a table.
  ///
  /// - Parameters:
  ///   - table: The table; create it with `init(fromPretrained:)` to share the numbers of another.
  ///   - mode: How to combine the rows of a bag.
  /// - Throws: `EmbeddingError.scaledMaximum` if the table scales gradients by frequency and the
  ///   mode is `max`.
  public init(_ table: consuming EmbeddingTable, mode: Mode = .mean) throws(EmbeddingError) {
    if mode == .max, table.scalesGradientByFrequency { throw .scaledMaximum }
    self.table = table
    self.mode = mode
  }
}
