import EmbeddingTables
import Testing

@Suite struct EmbeddingTableParityTests {
  @Test(arguments: [1, 2])
  func `look-ups and gradients are PyTorch's to 1e-6`(threadCount: Int) throws {
    let cases = try Fixture.read("tables.jsonl")
    #expect(cases.count >= 120)
    // The first case that differs ends the test: one fault is one issue.
    for (number, fixture) in cases.enumerated() {
      let table = try fixture.makeTable(threadCount: threadCount)
      let shape = try #require(fixture.shape)
      let indices = try Indices(try #require(fixture.indices), shape: shape)
      let outputShape = shape + [fixture.dimensions]
      let output = try table.lookUp(indices)
      try #require(output.shape == outputShape, "case \(number)")
      try #require(agree(output.array(), try #require(fixture.output)), "case \(number)")
      try #require(
        agree(table.numbers(), fixture.tableAfter ?? fixture.table.numbers), "case \(number)")

      let outputGradient = try VectorArray(
        shape: outputShape, elements: try #require(fixture.outputGradient).numbers)
      let gradient = try table.gradient(of: indices, from: outputGradient)
      try #require(gradient.shape == [fixture.rows, fixture.dimensions])
      try #require(agree(gradient.array(), try #require(fixture.gradient)), "case \(number)")
      if let sparse = fixture.sparse {
        let gradient = try table.sparseGradient(of: indices, from: outputGradient)
        try #require(gradient.indices == sparse.indices, "case \(number)")
        try #require(agree(gradient.values.array(), sparse.values), "case \(number)")
        try #require(agree(try gradient.dense().array(), fixture.gradient ?? []), "case \(number)")
      }
    }
  }
}
