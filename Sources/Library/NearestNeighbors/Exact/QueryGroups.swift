internal import Algorithms
internal import CVectorKernels
internal import Errors
internal import Parallel

/// Queries laid out for the kernel that scores rows against them.
///
/// Each group holds sixteen queries, component by component; the last group is padded with zeros.
struct QueryGroups: ~Copyable, Sendable {
  /// The number of queries.
  let count: Int
  let dimensions: Int
  private let components: LargeMemory<Float>

  static let groupSize = Int(VK_QUERY_GROUP)

  /// Lays out queries.
  ///
  /// - Parameters:
  ///   - queries: Vectors of `dimensions` numbers, one after another.
  ///   - dimensions: The number of components of a vector.
  /// - Throws: `MemoryError` if there is not enough memory.
  init(_ queries: Span<Float>, dimensions: Int) throws(MemoryError) {
    let count = queries.count / dimensions
    let total = Int.product(count.roundedUp(toMultipleOf: Self.groupSize), dimensions)
    guard let total, let components = LargeMemory<Float>(count: total) else {
      throw MemoryError(
        byteCount: Int.product(total ?? .max, MemoryLayout<Float>.stride), purpose: "queries")
    }
    components.write { components in
      for query in 0..<count {
        let (group, lane) = query.quotientAndRemainder(dividingBy: Self.groupSize)
        for index in 0..<dimensions {
          components[(group * dimensions + index) * Self.groupSize + lane] =
            queries[query * dimensions + index]
        }
      }
    }
    self.count = count
    self.dimensions = dimensions
    self.components = components
  }

  /// The number of groups.
  var groupCount: Int { count.dividedRoundingUp(by: Self.groupSize) }

  /// Scores rows against a few groups and stores the scores above the queries' thresholds.
  ///
  /// - Parameters:
  ///   - groups: At most three groups.
  ///   - rows: Rows of `dimensions` numbers, row after row.
  ///   - scales: One factor per row for its scores, or nil.
  ///   - isDistance: Whether to score by the negative squared distance.
  ///   - buffer: Holds a threshold for each query of the groups, and receives the hits.
  /// - Returns: The number of hits.
  borrowing func score(
    _ groups: Range<Int>, rows: Span<Float>, scales: [Float], isDistance: Bool,
    into buffer: borrowing HitBuffer
  ) -> Int {
    let rowCount = rows.count / dimensions
    precondition(groups.lowerBound >= 0 && groups.upperBound <= groupCount, "groups in range")
    precondition(groups.count <= VK_MAX_QUERY_GROUPS, "not too many groups")
    precondition(rowCount <= buffer.rowCapacity, "the buffer has room for all hits")
    precondition(scales.isEmpty || scales.count >= rowCount, "a scale for each row")
    // SAFETY: the kernel reads `rowCount` rows, as many scales, the groups, and a threshold for
    // each of their queries, and writes at most one hit per row and query: all checked above.
    return unsafe rows.withUnsafeBufferPointer { rows in
      unsafe scales.withUnsafeBufferPointer { scales in
        unsafe vk_scores_above(
          vk_best_instruction_set(), isDistance, rows.baseAddress, rowCount, dimensions,
          scales.isEmpty ? nil : scales.baseAddress,
          components.base + groups.lowerBound * dimensions * Self.groupSize, groups.count,
          buffer.thresholds, buffer.hits)
      }
    }
  }
}
