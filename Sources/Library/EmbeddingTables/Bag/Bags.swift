/// Bags of indices, whose rows are summed, averaged or maximized together.
///
/// A bag may be empty. Each index may have a weight.
public struct Bags: Sendable {
  /// The indices of all bags, one bag after the other.
  public let indices: Indices
  /// The weight of each index, or nil if all are 1.
  public let weights: [Float]?
  /// The start of each bag, and the end of the last.
  let bounds: [Int]

  /// Creates bags from a two-dimensional array, one bag per row.
  ///
  /// - Parameters:
  ///   - indices: The indices.
  ///   - perSampleWeights: One weight per index; only possible with sums.
  /// - Throws: `EmbeddingError` if the array is not two-dimensional, or the number of weights
  ///   differs from that of indices.
  public init(
    _ indices: Indices, perSampleWeights: [Float]? = nil
  ) throws(EmbeddingError) {
    guard indices.shape.count == 2 else {
      throw .wrongBagShape(rank: indices.shape.count, hasOffsets: false)
    }
    let (bagCount, size) = (indices.shape[0], indices.shape[1])
    try self.init(
      indices, bounds: (0...bagCount).map { $0 * size }, perSampleWeights: perSampleWeights)
  }

  /// Creates bags from a one-dimensional array.
  ///
  /// - Parameters:
  ///   - indices: The indices.
  ///   - offsets: The start of each bag, in ascending order; the first is 0, and none exceeds the
  ///     number of indices. A bag ends where the next one starts.
  ///   - includesLastOffset: Whether the offsets end with one more, the number of indices.
  ///   - perSampleWeights: One weight per index; only possible with sums.
  /// - Throws: `EmbeddingError` if the array is not one-dimensional, an offset is out of range, or
  ///   the number of weights differs from that of indices. Indices that belong to no bag are an
  ///   error, whereas PyTorch ignores them.
  public init(
    _ indices: Indices, offsets: [Int], includesLastOffset: Bool = false,
    perSampleWeights: [Float]? = nil
  ) throws(EmbeddingError) {
    guard indices.shape.count == 1 else {
      throw .wrongBagShape(rank: indices.shape.count, hasOffsets: true)
    }
    let count = indices.count
    guard let last = offsets.last else {
      if includesLastOffset { throw .missingLastOffset }
      guard count == 0 else {
        throw .wrongShape(of: "indices without offsets", shape: indices.shape, expected: [0])
      }
      try self.init(indices, bounds: [0], perSampleWeights: perSampleWeights)
      return
    }
    var least = 0
    for (position, offset) in offsets.enumerated() {
      if position == 0, offset != 0 {
        throw .invalidOffset(offset: offset, position: 0, accepted: "0")
      }
      guard (least...count).contains(offset) else {
        throw .invalidOffset(
          offset: offset, position: position, accepted: "from \(least) to \(count)")
      }
      least = offset
    }
    if includesLastOffset, last != count {
      throw .invalidOffset(
        offset: last, position: offsets.count - 1,
        accepted: "the number of indices, \(count)")
    }
    try self.init(
      indices, bounds: includesLastOffset ? offsets : offsets + [count],
      perSampleWeights: perSampleWeights)
  }

  private init(
    _ indices: Indices, bounds: [Int], perSampleWeights: [Float]?
  ) throws(EmbeddingError) {
    if let weights = perSampleWeights, weights.count != indices.count {
      throw .wrongCount(of: "weights", count: weights.count, shape: indices.shape)
    }
    self.indices = indices
    self.bounds = bounds
    weights = perSampleWeights
  }

  /// The number of bags.
  public var count: Int { bounds.count - 1 }

  /// The positions of the indices of a bag.
  ///
  /// - Precondition: `bag` is in 0..<`count`.
  public func positions(of bag: Int) -> Range<Int> { bounds[bag]..<bounds[bag + 1] }
}
