internal import Parallel

/// A trainable matrix: a vector for each of a fixed number of rows.
///
/// It behaves as PyTorch's `nn.Embedding` does: rows are looked up by index, in arrays of any shape;
/// a padding row gets no gradient; rows that are too long can be shortened when they are looked up;
/// gradients are dense or sparse. A gradient is asked for with the indices and the gradient of what
/// was looked up, and handed to an optimizer:
///
///     var table = try EmbeddingTable(rowCount: 10, dimensions: 3, seed: 1)
///     var optimizer = try SparseAdam(for: table, learningRate: 0.01)
///     let indices: Indices = [4, 1, 4]
///     let vectors = try table.lookUp(indices)          // shape [3, 3]
///     let gradient = try table.sparseGradient(of: indices, from: gradientOfLoss(vectors))
///     try optimizer.step(&table, with: gradient)
///
/// A table cannot be copied. Tables made with `init(fromPretrained:)` from another table share its
/// numbers: a change through one is seen through the other.
///
/// Look-ups can run on many threads at once. Those of a table with a `maxNorm` change rows; they take
/// turns with each other, but no other use of the numbers may go on meanwhile. While an optimizer
/// steps or rows are updated, no other thread may use those rows.
///
/// Rows start at multiples of 64 bytes and are padded with zeros, which stay zero, so that kernels
/// need no special case for any number of dimensions. Memory: `rowCount` × `dimensions` floats,
/// `dimensions` rounded up to a multiple of 16.
public struct EmbeddingTable: ~Copyable, Sendable {
  /// Whether the table has no gradient and optimizers refuse it.
  public let isFrozen: Bool
  /// The largest number of threads that an operation on the table uses, at least 1.
  ///
  /// Results do not depend on it.
  public var threadCount = processorCount
  /// The numbers, which other tables may share.
  let storage: RowStorage
  let rules: LookUpRules

  /// Creates a table of random numbers.
  ///
  /// The numbers of a row depend on the seed and the row alone, and are the same on every machine.
  /// The padding row is zero.
  ///
  /// - Parameters:
  ///   - rowCount: The number of rows; may be 0.
  ///   - dimensions: The number of components of a row; at least 1.
  ///   - paddingIndex: A row that gets no gradient. A negative one counts from the end.
  ///   - maxNorm: On look-up, rows whose norm is greater are shortened to it, in the table; 0 or more.
  ///   - normType: The p of the p-norm that `maxNorm` is about.
  ///   - scalesGradientByFrequency: Whether a row's gradient is divided by the number of times that
  ///     the row occurs in the indices.
  ///   - initialization: Where the numbers come from.
  ///   - seed: Where the random numbers start.
  /// - Throws: `EmbeddingError` when an option is out of its range, or memory does not suffice.
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

  /// Creates a table from numbers, which are copied.
  ///
  /// Nothing is zeroed: the padding row keeps what it is given.
  ///
  /// - Parameters:
  ///   - vectors: The numbers, row after row.
  ///   - dimensions: The number of components of a row; at least 1.
  ///   - freeze: Whether the table cannot be trained.
  ///   - paddingIndex: A row that gets no gradient. A negative one counts from the end.
  ///   - maxNorm: On look-up, rows whose norm is greater are shortened to it, in the table; 0 or more.
  ///   - normType: The p of the p-norm that `maxNorm` is about.
  ///   - scalesGradientByFrequency: Whether a row's gradient is divided by the number of times that
  ///     the row occurs in the indices.
  /// - Throws: `EmbeddingError` when the numbers are not a multiple of `dimensions`, an option is out
  ///   of its range, or memory does not suffice.
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
  ///   - paddingIndex: A row that gets no gradient. A negative one counts from the end.
  ///   - maxNorm: On look-up, rows whose norm is greater are shortened to it, in both tables; 0 or
  ///     more.
  ///   - normType: The p of the p-norm that `maxNorm` is about.
  ///   - scalesGradientByFrequency: Whether a row's gradient is divided by the number of times that
  ///     the row occurs in the indices.
  /// - Throws: `EmbeddingError` when an option is out of its range.
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

  /// Creates a table of zeros without any rules, for a trainer that fills it.
  ///
  /// - Precondition: `rowCount` is not negative, `dimensions` is positive, and memory suffices.
  package init(rowCount: Int, dimensions: Int) {
    precondition(rowCount >= 0, "the number of rows is not negative")
    precondition(dimensions > 0, "a row has at least one component")
    guard let storage = RowStorage(rowCount: rowCount, dimensions: dimensions) else {
      fatalError("there is no memory for \(rowCount) rows of \(dimensions) floats")
    }
    self.storage = storage
    rules = .none
    isFrozen = false
  }
}
