internal import Text

/// A sparse matrix as arrays: for each row, or column, where its entries begin; and their other
/// index and value.
struct SparseArrays {
  let size: Int
  /// Where each row begins, and the last ends.
  let starts: [Int]
  /// The column of each entry.
  let indices: [Int]
  let values: [Double]
  /// Whether rows are columns and columns are rows.
  var isTransposed = false

  /// The entries as those of a matrix of a graph.
  ///
  /// - Throws: `LineFault` if the arrays do not fit each other.
  func matrix(_ options: EdgeListOptions) throws(LineFault) -> AdjacencyMatrix {
    guard size > 0, size < Int(Node.max), starts.count == size + 1, starts[0] == 0,
      starts[size] <= indices.count, indices.count == values.count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else {
      throw LineFault(reason: .invalidFormat("the arrays of the sparse matrix do not fit"))
    }
    var matrix = AdjacencyMatrix(size: size)
    for row in 0..<size {
      for entry in starts[row]..<starts[row + 1] {
        let column = indices[entry]
        guard (0..<size).contains(column) else {
          throw LineFault(
            reason: .invalidFormat("an entry of the matrix is in column \(column) of \(size)"))
        }
        try matrix.add(
          row: isTransposed ? column : row, column: isTransposed ? row : column, values[entry],
          options)
      }
    }
    return matrix
  }
}
