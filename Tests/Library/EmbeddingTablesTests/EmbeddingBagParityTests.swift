import EmbeddingTables
import Testing

@Suite struct EmbeddingBagParityTests {
  @Test(arguments: [1, 2])
  func `bags and their gradients are PyTorch's to 1e-6`(threadCount: Int) throws {
    let cases = try Fixture.read("bags.jsonl")
    #expect(cases.count >= 160)
    // The first case that differs ends the test: one fault is one issue.
    for (number, fixture) in cases.enumerated() {
      let mode = try #require(EmbeddingBag.Mode(rawValue: fixture.mode ?? ""))
      let bag = try EmbeddingBag(fixture.makeTable(threadCount: threadCount), mode: mode)
      let bags = try Self.bags(fixture)
      let output = try bag.lookUp(bags)
      try #require(output.shape == [bags.count, fixture.dimensions], "case \(number)")
      try #require(agree(output.array(), try #require(fixture.output)), "case \(number)")
      try #require(
        agree(bag.table.numbers(), fixture.tableAfter ?? fixture.table.numbers), "case \(number)")

      let outputGradient = try VectorArray(
        shape: output.shape, elements: try #require(fixture.outputGradient).numbers)
      let gradient = try bag.gradient(of: bags, from: outputGradient)
      try #require(gradient.shape == [fixture.rows, fixture.dimensions])
      try #require(agree(gradient.array(), try #require(fixture.gradient)), "case \(number)")
      if let expected = fixture.weightGradient {
        let weightGradient = try bag.weightGradient(of: bags, from: outputGradient)
        try #require(agree(weightGradient, expected), "case \(number)")
      }
      if let sparse = fixture.sparse {
        let gradient = try bag.sparseGradient(of: bags, from: outputGradient)
        try #require(gradient.indices == sparse.indices, "case \(number)")
        try #require(agree(gradient.values.array(), sparse.values), "case \(number)")
      }
    }
  }

  static func bags(_ fixture: Fixture) throws -> Bags {
    let indices = try Indices(try #require(fixture.indices), shape: try #require(fixture.shape))
    let weights = fixture.weights?.numbers
    guard let offsets = fixture.offsets else {
      return try Bags(indices, perSampleWeights: weights)
    }
    return try Bags(
      indices, offsets: offsets, includesLastOffset: fixture.includesLastOffset ?? false,
      perSampleWeights: weights)
  }
}
