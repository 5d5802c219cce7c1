internal import Algorithms
internal import Graphs

/// The neighbors that two rows have in common, found by searching for the shorter row in the
/// longer.
struct CommonNeighbors {
  /// The arcs of the first row that lead to common neighbors, in ascending order.
  private(set) var arcs: [Int] = []
  /// The arcs of the second row that lead to the same neighbors.
  private(set) var otherArcs: [Int] = []
  /// The number of entries that were compared.
  private(set) var work = 0

  /// Intersects two rows.
  ///
  /// - Parameters:
  ///   - row: The row whose arcs are collected in `arcs`.
  ///   - other: The other row.
  ///   - graph: The graph.
  /// - Complexity: O(*m* log(*n* / *m*)) for rows of *m* ≤ *n* arcs.
  init(_ row: Range<Int>, _ other: Range<Int>, in graph: Graph) {
    let neighbors = graph.allNeighbors
    let (short, long) = row.count <= other.count ? (row, other) : (other, row)
    var cursor = long.lowerBound
    for arc in short {
      let node = neighbors[arc]
      // Exponential search: strides that double, then a binary search within the last of them.
      // Matches are close together if the rows are of similar length.
      var stride = 1
      var low = cursor
      while low + stride <= long.upperBound, neighbors[low + stride - 1] < node {
        low += stride
        stride *= 2
        work += 1
      }
      cursor = (low..<min(low + stride - 1, long.upperBound)).partitioningIndex {
        work += 1
        return neighbors[$0] >= node
      }
      work += 1
      if cursor == long.upperBound { break }
      if neighbors[cursor] == node {
        arcs.append(row.count <= other.count ? arc : cursor)
        otherArcs.append(row.count <= other.count ? cursor : arc)
      }
    }
  }
}
