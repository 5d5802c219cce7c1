/// Why a table, a bag or an optimizer rejects its arguments.
public enum EmbeddingError: Error, Equatable {
  /// An option is out of range.
  case invalidOption(name: String, value: String, accepted: String)
  /// An index is not the number of a row; `position` has one number for each dimension of the index
  /// array.
  case indexOutOfRange(index: Int, position: [Int], rowCount: Int)
  /// An array does not have the expected shape.
  case wrongShape(of: String, shape: [Int], expected: [Int])
  /// The number of elements of an array does not match its shape.
  case wrongCount(of: String, count: Int, shape: [Int])
  /// A row of an array of indices differs from the first in length.
  case unevenRows(row: Int, count: Int, expected: Int)
  /// The indices of bags neither have two dimensions nor have one and come with offsets.
  case wrongBagShape(rank: Int, hasOffsets: Bool)
  /// An offset is out of range.
  case invalidOffset(offset: Int, position: Int, accepted: String)
  /// The offsets are empty, although they must include the last one.
  case missingLastOffset
  /// Weights per sample are only possible with sums.
  case weightsOfSamples(EmbeddingBag.Mode)
  /// A gradient that is scaled by frequency cannot be sparse.
  case scaledSparseGradient
  /// The gradient of a maximum cannot be sparse.
  case sparseMaximum
  /// The gradient of a maximum cannot be scaled by frequency.
  case scaledMaximum
  /// A frozen table has no gradient and is not changed by optimizers.
  case frozenTable
  /// There is not enough memory for a table.
  case noMemory(rowCount: Int, dimensions: Int)

  /// Throws unless an option is in range.
  ///
  /// - Throws: `EmbeddingError.invalidOption`.
  static func require(
    _ isAccepted: Bool, _ name: String, _ value: some CustomStringConvertible, _ accepted: String
  ) throws(EmbeddingError) {
    if !isAccepted {
      throw .invalidOption(name: name, value: value.description, accepted: accepted)
    }
  }

  /// Throws unless an array has the expected shape.
  ///
  /// - Throws: `EmbeddingError.wrongShape`.
  static func require(
    _ what: String, _ shape: [Int], is expected: [Int]
  ) throws(EmbeddingError) {
    if shape != expected { throw .wrongShape(of: what, shape: shape, expected: expected) }
  }
}

extension EmbeddingError: CustomStringConvertible {
  /// What was given and what would be accepted.
  public var description: String {
    switch self {
    case .invalidOption(let name, let value, let accepted):
      "\(name) must be \(accepted), not \(value)"
    case .indexOutOfRange(let index, let position, let rowCount):
      "index \(index)\(Self.place(position)) is out of range: "
        + (rowCount == 0 ? "the table has no rows" : "the rows are 0 to \(rowCount - 1)")
    case .wrongShape(let what, let shape, let expected):
      "the shape of the \(what) must be \(expected), not \(shape)"
    case .wrongCount(let what, let count, let shape):
      "the \(what) must be as many as the shape \(shape) holds, not \(count)"
    case .unevenRows(let row, let count, let expected):
      "row \(row) has \(count) indices, row 0 has \(expected)"
    case .wrongBagShape(let rank, let hasOffsets):
      "bags are the rows of an array of two dimensions, or an array of one dimension with "
        + "offsets; this array has \(rank) dimensions and \(hasOffsets ? "" : "no ")offsets"
    case .invalidOffset(let offset, let position, let accepted):
      "offset \(offset) at position \(position) must be \(accepted)"
    case .missingLastOffset:
      "with includesLastOffset there is at least one offset, the number of indices"
    case .weightsOfSamples(let mode):
      "per-sample weights go with the mode sum, not \(mode)"
    case .scaledSparseGradient:
      "a table that scales gradients by frequency has a dense gradient only"
    case .sparseMaximum:
      "bags of the mode max have a dense gradient only"
    case .scaledMaximum:
      "bags of the mode max do not go with a table that scales gradients by frequency"
    case .frozenTable:
      "the table is frozen: it is trainable when made with freeze: false"
    case .noMemory(let rowCount, let dimensions):
      "there is no memory for a table of \(rowCount) rows of \(dimensions) components"
    }
  }

  private static func place(_ position: [Int]) -> String {
    position.isEmpty
      ? "" : " at position " + position.map(\.description).joined(separator: ", ")
  }
}
