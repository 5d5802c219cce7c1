internal import Parallel

/// A trainable matrix: a vector for each of a fixed number of rows.
///
/// It behaves like PyTorch's `nn.Embedding`: rows are looked up by index, in arrays of any shape; a
/// padding row gets no gradient; rows can be shortened to a maximum norm on look-up; gradients are
/// dense or sparse. A gradient is computed from the indices and the gradient of the look-up's
/// result, and passed to an optimizer:
///
///     var table = try EmbeddingTable(rowCount: 10, dimensions: 3, seed: 1)
///     var optimizer = try SparseAdam(for: table, learningRate: 0.01)
///     let indices: Indices = [4, 1, 4]
///     let vectors = try table.lookUp(indices)          // shape [3, 3]
///     let gradient = try table.sparseGradient(of: indices, from: gradientOfLoss(vectors))
///     try optimizer.step(&table, with: gradient)
///
/// A table cannot be copied. A table made from another with `init(fromPretrained:)` shares its
/// numbers: a change through one is visible through the other.
///
/// Look-ups may run on many threads at once. Look-ups in a table with a `maxNorm` change rows; they
/// take turns, but the numbers must not be used otherwise meanwhile. While an optimizer steps or
/// rows are updated, no other thread may use those rows.
///
/// Rows start at multiples of 64 bytes and are padded with zeros, which remain zero, so that
/// kernels need no special case for any number of dimensions. Memory: `rowCount` × `dimensions`
/// floats, with `dimensions` rounded up to a multiple of 16.
public struct EmbeddingTable: ~Copyable, Sendable {
  /// Whether the table has no gradient and is rejected by optimizers.
  public let isFrozen: Bool
  /// The maximum number of threads for an operation on the table, at least 1.
  ///
  /// It does not change results.
  public var threadCount = processorCount
  /// The numbers, which other tables may share.
  let storage: RowStorage
  let rules: LookUpRules

  /// Creates a table of random numbers.
  ///
  /// The numbers of a row depend only on the seed and the row, and are the same on every machine.
  /// The padding row is zero.
  ///
  /// - Parameters:
  ///   - rowCount: The number of rows; may be 0.
  ///   - dimensions: The number of components of a row; at least 1.
  ///   - paddingIndex: A row that gets no gradient; a negative index counts from the end.
  ///   - maxNorm: The norm to which longer rows are shortened, in the table, on look-up; at least
  ///     0.
  ///   - normType: The *p* of the *p*-norm for `maxNorm`.
  ///   - scalesGradientByFrequency: Whether a row's gradient is divided by the number of times that
  ///     the row occurs in the indices.
  ///   - initialization: The distribution of the numbers.
  ///   - seed: The seed of the random numbers.
  /// - Throws: `EmbeddingError` if an option is out of range or there is not enough memory.
  /// - Complexity: O(`rowCount` × `dimensions`), spread over all processors.
  public init(
    rowCount: Int, dimensions: Int, paddingIndex: Int? = nil, maxNorm: Double? = nil,
    normType: Double = 2, scalesGradientByFrequency: Bool = false,
    initialization: Initialization = .normal(), seed: UInt64
  ) throws(EmbeddingError) {
    try EmbeddingError.require(
      (0...RowStorage.largestRowCount).contains(rowCount), "rowCount", rowCount,
      "from 0 to \(RowStorage.largestRowCount)")
    try EmbeddingError.require(dimensions >= 1, "dimensions", dimensions, "at least 1")
    try initialization.validate()
    let rules = try LookUpRules(
      paddingIndex: paddingIndex, maxNorm: maxNorm, normType: normType,
      scalesGradientByFrequency: scalesGradientByFrequency, rowCount: rowCount)
    guard let storage = RowStorage(rowCount: rowCount, dimensions: dimensions) else {
      throw .noMemory(rowCount: rowCount, dimensions: dimensions)
    }
    self.storage = storage
    self.rules = rules
    isFrozen = false
    initialization.fill(
      storage, skipping: rules.paddingIndex, seed: seed, threadCount: processorCount)
  }

  /// Creates a table by copying numbers.
  ///
  /// The padding row is not zeroed; it keeps the given numbers.
  ///
  /// - Parameters:
  ///   - vectors: The numbers, row after row.
  ///   - dimensions: The number of components of a row; at least 1.
  ///   - freeze: Whether the table cannot be trained.
  ///   - paddingIndex: A row that gets no gradient; a negative index counts from the end.
  ///   - maxNorm: The norm to which longer rows are shortened, in the table, on look-up; at least
  ///     0.
  ///   - normType: The *p* of the *p*-norm for `maxNorm`.
  ///   - scalesGradientByFrequency: Whether a row's gradient is divided by the number of times that
  ///     the row occurs in the indices.
  /// - Throws: `EmbeddingError` if the number of floats is not a multiple of `dimensions`, an
  ///   option is out of range, or there is not enough memory.
  public init(
    fromPretrained vectors: Span<Float>, dimensions: Int, freeze: Bool = true,
    paddingIndex: Int? = nil, maxNorm: Double? = nil, normType: Double = 2,
    scalesGradientByFrequency: Bool = false
  ) throws(EmbeddingError) {
    try EmbeddingError.require(dimensions >= 1, "dimensions", dimensions, "at least 1")
    let (rowCount, rest) = vectors.count.quotientAndRemainder(dividingBy: dimensions)
    guard rest == 0 else {
      throw .wrongCount(
        of: "numbers", count: vectors.count, shape: [rowCount, dimensions])
    }
    let rules = try LookUpRules(
      paddingIndex: paddingIndex, maxNorm: maxNorm, normType: normType,
      scalesGradientByFrequency: scalesGradientByFrequency, rowCount: rowCount)
    guard rowCount <= RowStorage.largestRowCount,
      let storage = RowStorage(rowCount: rowCount, dimensions: dimensions)
    else { throw .noMemory(rowCount: rowCount, dimensions: dimensions) }
    for row in 0..<rowCount {
      storage.update(row: row) { components in
        for index in components.indices { components[index] = vectors[row * dimensions + index] }
      }
    }
    self.storage = storage
    self.rules = rules
    isFrozen = freeze
  }

  /// Creates a table that shares the numbers of another.
  ///
  /// - Parameters:
  ///   - table: The other table.
  ///   - freeze: Whether the new table cannot be trained.
  ///   - paddingIndex: A row that gets no gradient; a negative index counts from the end.
  ///   - maxNorm: The norm to which longer rows are shortened, in both tables, on look-up; at least
  ///     0.
  ///   - normType: The *p* of the *p*-norm for `maxNorm`.
  ///   - scalesGradientByFrequency: Whether a row's gradient is divided by the number of times that
  ///     the row occurs in the indices.
  /// - Throws: `EmbeddingError` if an option is out of range.
  public init(
    fromPretrained table: borrowing EmbeddingTable, freeze: Bool = true, paddingIndex: Int? = nil,
    maxNorm: Double? = nil, normType: Double = 2, scalesGradientByFrequency: Bool = false
  ) throws(EmbeddingError) {
    rules = try LookUpRules(
      paddingIndex: paddingIndex, maxNorm: maxNorm, normType: normType,
      scalesGradientByFrequency: scalesGradientByFrequency, rowCount: table.rowCount)
    storage = table.storage
    threadCount = table.threadCount
    isFrozen = freeze
  }

  /// Creates a table of zeros without padding row or maximum norm, for a trainer that fills it.
  ///
  /// - Throws: `EmbeddingError.noMemory` if there is not enough memory.
  /// - Precondition: `rowCount` is not negative, and `dimensions` is positive.
  package init(zeroRows rowCount: Int, dimensions: Int) throws(EmbeddingError) {
    precondition(rowCount >= 0, "the number of rows is not negative")
    precondition(dimensions > 0, "a row has at least one component")
    guard let storage = RowStorage(rowCount: rowCount, dimensions: dimensions) else {
      throw .noMemory(rowCount: rowCount, dimensions: dimensions)
    }
    self.storage = storage
    rules = .none
    isFrozen = false
  }
}
