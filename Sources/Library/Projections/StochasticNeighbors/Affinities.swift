internal import Parallel
internal import Algorithms
internal import SystemLibrary

/// How strongly points attract each other: the symmetric probabilities *p* of t-SNE, as sparse
/// rows.
struct Affinities: Sendable {
  /// The start of each row, and the end of the last.
  let offsets: [Int]
  let columns: [Int32]
  /// The probabilities; they sum to 1.
  let values: [Float]

  /// Computes the affinities of points from their neighbors.
  ///
  /// The width of each point's kernel is chosen so that the distribution over its neighbors has the
  /// given perplexity.
  ///
  /// - Parameters:
  ///   - table: The neighbors of each point, at least as many as the perplexity.
  ///   - perplexity: The effective number of neighbors.
  ///   - threadCount: The maximum number of threads.
  /// - Throws: `CancellationError` if the current task is canceled.
  init(
    of table: NeighborTable, perplexity: Double, threadCount: Int
  ) throws(CancellationError) {
    let rowCount = table.neighbors.count / table.count
    let blockSize = 1024
    let conditional = try concurrentMapOrCancelled(
      rowCount.dividedRoundingUp(by: blockSize), threadCount: threadCount
    ) { block in
      (0..<rowCount).chunk(block, ofSize: blockSize).flatMap { row in
        Self.distribution(
          of: table.squaredDistances[row * table.count..<(row + 1) * table.count],
          perplexity: perplexity)
      }
    }.flatMap(\.self)

    // (P + Pᵀ) / 2n: each entry goes into its row and, transposed, into the row of its column.
    var counts = [Int](repeating: table.count, count: rowCount)
    for neighbor in table.neighbors { counts[Int(neighbor)] += 1 }
    var starts = [0]
    for count in counts { starts.append((starts.last ?? 0) + count) }
    var next = starts
    var entries = [(column: Int32, value: Float)](
      repeating: (0, 0), count: starts.last ?? 0)
    for row in 0..<rowCount {
      for index in row * table.count..<(row + 1) * table.count {
        let column = Int(table.neighbors[index])
        entries[next[row]] = (Int32(column), conditional[index])
        entries[next[column]] = (Int32(row), conditional[index])
        next[row] += 1
        next[column] += 1
      }
    }
    var offsets = [0]
    var columns: [Int32] = []
    var values: [Float] = []
    columns.reserveCapacity(entries.count)
    values.reserveCapacity(entries.count)
    let scale = 1 / Float(2 * rowCount)
    for row in 0..<rowCount {
      if row.isMultiple(of: blockSize), Task.isCancelled { throw CancellationError() }
      for entry in entries[starts[row]..<starts[row + 1]].sorted(by: { $0.column < $1.column }) {
        if columns.count > offsets[row], columns.last == entry.column {
          values[values.count - 1] += entry.value * scale
        } else {
          columns.append(entry.column)
          values.append(entry.value * scale)
        }
      }
      offsets.append(columns.count)
    }
    self.offsets = offsets
    self.columns = columns
    self.values = values
  }

  /// The distribution over neighbors that has a given perplexity, found by bisection.
  private static func distribution(
    of squaredDistances: ArraySlice<Float>, perplexity: Double
  ) -> [Float] {
    let nearest = Double(squaredDistances.first ?? 0)
    let distances = squaredDistances.map { Double($0) - nearest }
    let wanted = log(perplexity)
    var low = 0.0
    var high = Double.infinity
    var precision = 1 / max(1e-12, distances.reduce(0, +) / Double(distances.count))
    var weights = [Double](repeating: 0, count: distances.count)
    for _ in 0..<64 {
      var sum = 0.0
      var weighted = 0.0
      for (index, distance) in distances.enumerated() {
        let weight = exp(-distance * precision)
        weights[index] = weight
        sum += weight
        weighted += weight * distance
      }
      let entropy = log(sum) + precision * weighted / sum
      for index in weights.indices { weights[index] /= sum }
      if abs(entropy - wanted) < 1e-5 { break }
      if entropy > wanted {
        low = precision
        precision = high.isFinite ? (low + high) / 2 : precision * 2
      } else {
        high = precision
        precision = (low + high) / 2
      }
    }
    return weights.map { Float($0) }
  }
}
