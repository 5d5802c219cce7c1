internal import Algorithms
internal import Graphs
internal import Parallel

/// Draws an index of a row with probability proportional to its weight, in constant time.
///
/// A table holds any number of rows, one after another: a single distribution has one row, a graph
/// one for each node. A column stores the share that its own index keeps, and the one other index
/// that gets the rest. Shares are rounded to single precision, with a relative error of 6·10⁻⁸;
/// indices that are left over when a row is built keep their whole column, so that rounding favors
/// none.
///
/// Memory: 8 bytes per entry.
///
/// A. J. Walker: New fast method for generating discrete random numbers with arbitrary frequency
/// distributions, Electronics Letters 1974. M. D. Vose: A linear algorithm for generating random
/// numbers with a given distribution, IEEE TSE 1991.
package struct AliasTable: Sendable {
  @usableFromInline struct Column: Sendable {
    /// The share of the column that belongs to its own index.
    @usableFromInline var share: Float
    /// The index, within the row, that gets the rest.
    @usableFromInline var alias: UInt32

    init(share: Float, alias: UInt32) {
      self.share = share
      self.alias = alias
    }
  }

  @usableFromInline let columns: [Column]

  /// Builds the table of one distribution.
  ///
  /// - Parameter weights: Finite, nonnegative numbers, at least one of them positive.
  /// - Complexity: O(*n*) for *n* weights.
  package init(weights: [Double]) {
    columns = Self.columns(count: weights.count) { weights[$0] }
  }

  /// Builds a table with one row for each node of a weighted graph: its edges by weight.
  ///
  /// - Parameters:
  ///   - graph: A weighted graph.
  ///   - threadCount: The maximum number of threads; it does not change the table.
  /// - Complexity: O(*n*) for *n* arcs.
  init(arcsOf graph: Graph, threadCount: Int) {
    self.init(rowCount: graph.nodeCount, threadCount: threadCount) { node in
      let weights = graph.weights(of: Node(node))
      return Self.columns(count: weights.count) { Double(weights[$0]) }
    }
  }

  /// Builds a table with one row for each of several lists of weights.
  ///
  /// - Parameters:
  ///   - rows: The start of each row in `weights`, and the end of the last row.
  ///   - weights: Positive, finite numbers, row after row.
  ///   - threadCount: The maximum number of threads; it does not change the table.
  /// - Complexity: O(*n*) for *n* weights.
  init(rows: [Int], weights: [Float], threadCount: Int) {
    self.init(rowCount: rows.count - 1, threadCount: threadCount) { row in
      Self.columns(count: rows[row + 1] - rows[row]) { Double(weights[rows[row] + $0]) }
    }
  }

  private init(
    rowCount: Int, threadCount: Int, columns: @Sendable (_ row: Int) -> [Column]
  ) {
    let rowsPerChunk = 4096
    let chunks = concurrentMap(
      rowCount.dividedRoundingUp(by: rowsPerChunk), threadCount: threadCount
    ) { chunk in
      (0..<rowCount).chunk(chunk, ofSize: rowsPerChunk).flatMap(columns)
    }
    self.columns = Array(chunks.joined())
  }

  /// Draws an index of a row, by default of the first.
  ///
  /// - Parameters:
  ///   - start: Where the row starts in the table.
  ///   - count: The number of entries of the row.
  ///   - generator: The source of randomness.
  /// - Returns: An index in 0..<`count`.
  /// - Precondition: The row lies in the table and is not empty.
  /// - Complexity: O(1); uses one random number.
  @inlinable package func draw(
    start: Int = 0, count: Int, using generator: inout SplitMix64
  ) -> Int {
    // The high half of the product is the column, the low half the position within it.
    let product = generator.next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: count))
    let column = Int(truncatingIfNeeded: product.high)
    return draw(start: start, column: column, place: Double(product.low >> 11) * 0x1p-53)
  }

  /// Replaces the first entries of an array by indices drawn from the only row.
  ///
  /// The indices are those of `count` calls of ``draw(start:count:using:)``, in a third of the
  /// time, since there is no branch; a processor would mispredict every third.
  ///
  /// - Parameters:
  ///   - samples: The array to fill.
  ///   - count: The number of indices, at most `samples.count`.
  ///   - generator: The source of randomness.
  /// - Precondition: The table has one row, which is not empty and has fewer than 2³² entries.
  /// - Complexity: O(`count`); uses one random number per index.
  package func fill(_ samples: inout [UInt32], count: Int, using generator: inout SplitMix64) {
    let columns = columns.span
    var samples = samples.mutableSpan
    let columnCount = UInt64(truncatingIfNeeded: columns.count)
    for index in 0..<count {
      let product = generator.next().multipliedFullWidth(by: columnCount)
      let column = UInt32(truncatingIfNeeded: product.high)
      let entry = columns[Int(column)]
      let isOwn = Double(product.low >> 11) * 0x1p-53 < Double(entry.share)
      samples[index] = select(isOwn, column, entry.alias)
    }
  }

  /// The index that a position in a column stands for.
  ///
  /// - Parameters:
  ///   - start: Where the row starts in the table.
  ///   - column: A column of the row.
  ///   - place: A number in 0..<1.
  /// - Returns: An index within the row.
  /// - Precondition: The column lies in the table.
  @inlinable func draw(start: Int, column: Int, place: Double) -> Int {
    let entry = columns[start + column]
    return place < Double(entry.share) ? column : Int(entry.alias)
  }

  /// The number of bytes of the table.
  var byteCount: Int { columns.count * MemoryLayout<Column>.stride }

  /// Prefetches a column that will be drawn from.
  @inline(__always) func prefetch(_ column: Int) { columns.span.prefetch(column) }

  /// Vose's algorithm on one row.
  private static func columns(count: Int, weight: (Int) -> Double) -> [Column] {
    precondition(count <= Int(UInt32.max), "a row has less than 2³² entries")
    var total = 0.0
    for index in 0..<count { total += weight(index) }
    precondition(count == 0 || (total > 0 && total.isFinite), "weights have a positive sum")
    let scale = Double(count) / total
    var columns = (0..<count).map { Column(share: 1, alias: UInt32($0)) }
    var shares = (0..<count).map { weight($0) * scale }
    var small: [Int] = []
    var large: [Int] = []
    for index in 0..<count {
      if shares[index] < 1 { small.append(index) } else { large.append(index) }
    }
    while let poor = small.popLast() {
      guard let rich = large.last else { break }
      columns[poor] = Column(share: Float(shares[poor]), alias: UInt32(rich))
      shares[rich] -= 1 - shares[poor]
      if shares[rich] < 1 {
        large.removeLast()
        small.append(rich)
      }
    }
    return columns
  }
}
