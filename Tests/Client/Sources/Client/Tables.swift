import NodeEmbedding

/// Trains a table: every row is drawn toward a vector of its own.
func tryTable(_ expectations: inout Expectations) throws {
  let (rowCount, dimensions) = (10, 4)
  var table = try EmbeddingTable(rowCount: rowCount, dimensions: dimensions, seed: 1)
  var optimizer = try SparseAdam(for: table, learningRate: 0.05)
  let indices = Indices(Array(0..<rowCount))
  var losses: [Float] = []
  for _ in 0..<200 {
    let vectors = try table.lookUp(indices).array()
    // The loss is half the squared distance from (row, row, …) / 10.
    let differences = vectors.indices.map { vectors[$0] - Float($0 / dimensions) / 10 }
    losses.append(differences.reduce(0) { $0 + $1 * $1 / 2 })
    let gradient = try VectorArray(shape: [rowCount, dimensions], elements: differences)
    try optimizer.step(&table, with: try table.sparseGradient(of: indices, from: gradient))
  }
  expectations.expect(losses[199] < losses[0] / 100, "the loss falls")
  expectations.expect(abs(table[9][0] - 0.9) < 0.05, "the last row gets where it is drawn to")
  print("table: loss from \(losses[0]) to \(losses[199])")
}
