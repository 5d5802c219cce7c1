import EmbeddingTables
import Testing

@Suite struct EmbeddingErrorTests {
  /// Expects an error with a text.
  static func expect(_ text: String, _ body: () throws -> Void) {
    let error = #expect(throws: EmbeddingError.self) { try body() }
    #expect(error?.description == text)
  }

  static func table(
    freeze: Bool = false, maxNorm: Double? = nil, scales: Bool = false
  ) throws -> EmbeddingTable {
    let numbers: [Float] = [3, 4, 6, 8, 9, 12]
    return try EmbeddingTable(
      fromPretrained: numbers.span, dimensions: 2, freeze: freeze, maxNorm: maxNorm,
      scalesGradientByFrequency: scales)
  }

  @Test func `results that do not fit in memory are errors, and change nothing`() throws {
    // 2²¹ vectors of 2²⁴ components: more bytes than a processor can address.
    let table = try EmbeddingTable(zeroRows: 1, dimensions: 1 << 24)
    let indices = Indices([Int](repeating: 0, count: 1 << 21))
    let error = EmbeddingError.noMemory(rowCount: 1 << 21, dimensions: 1 << 24)
    #expect(throws: error) { try table.lookUp(indices) }
    var output = try VectorArray(shape: [1, 2], elements: [1, 2])
    #expect(throws: error) { try table.lookUp(indices, into: &output) }
    #expect(output.array() == [1, 2])
    let sparse = try SparseGradient(
      indices: [0], values: VectorArray(shape: [1, 2], elements: [1, 2]), rowCount: 1 << 62)
    #expect(throws: EmbeddingError.noMemory(rowCount: 1 << 62, dimensions: 2)) {
      try sparse.dense()
    }
  }

  @Test(arguments: [
    ([2, 3], [2], "index 3 at position 1 is out of range: the rows are 0 to 2"),
    ([-1], [1], "index -1 at position 0 is out of range: the rows are 0 to 2"),
    ([0, 1, 2, 0, 9, 0], [2, 3], "index 9 at position 1, 1 is out of range: the rows are 0 to 2"),
    ([7], [], "index 7 is out of range: the rows are 0 to 2"),
  ])
  func `an index out of range is named with its position`(
    indices: [Int], shape: [Int], text: String
  ) throws {
    let table = try Self.table()
    Self.expect(text) { _ = try table.lookUp(Indices(indices, shape: shape)) }
  }

  @Test func `a failed look-up changes nothing`() throws {
    let table = try Self.table(maxNorm: 1)
    #expect(throws: EmbeddingError.self) { try table.lookUp([0, 5]) }
    #expect(table[0].numbers == [3, 4])
    let bag = try EmbeddingBag(EmbeddingTable(fromPretrained: table, maxNorm: 1), mode: .sum)
    #expect(throws: EmbeddingError.self) { try bag.lookUp(Bags([0, 5], offsets: [0])) }
    #expect(bag.table[0].numbers == [3, 4])
  }

  @Test func `options are checked`() {
    Self.expect("paddingIndex must be from -3 to 2, not 3") {
      _ = try EmbeddingTable(rowCount: 3, dimensions: 2, paddingIndex: 3, seed: 0)
    }
    Self.expect("paddingIndex must be from -3 to 2, not -4") {
      _ = try EmbeddingTable(rowCount: 3, dimensions: 2, paddingIndex: -4, seed: 0)
    }
    Self.expect("paddingIndex must be nil for a table without rows, not 0") {
      _ = try EmbeddingTable(rowCount: 0, dimensions: 2, paddingIndex: 0, seed: 0)
    }
    Self.expect("maxNorm must be 0 or more, not -1.0") { _ = try Self.table(maxNorm: -1) }
    Self.expect("maxNorm must be 0 or more, not nan") { _ = try Self.table(maxNorm: .nan) }
    Self.expect("normType must be a number or an infinity, not nan") {
      _ = try EmbeddingTable(rowCount: 3, dimensions: 2, normType: .nan, seed: 0)
    }
    Self.expect("dimensions must be at least 1, not 0") {
      _ = try EmbeddingTable(rowCount: 3, dimensions: 0, seed: 0)
    }
    Self.expect("rowCount must be from 0 to 4294967295, not -1") {
      _ = try EmbeddingTable(rowCount: -1, dimensions: 2, seed: 0)
    }
    Self.expect("standardDeviation must be finite and 0 or more, not -2.0") {
      _ = try EmbeddingTable(
        rowCount: 3, dimensions: 2, initialization: .normal(standardDeviation: -2), seed: 0)
    }
    Self.expect("high must be finite and not less than low, 1.0, not 0.0") {
      _ = try EmbeddingTable(
        rowCount: 3, dimensions: 2, initialization: .uniform(low: 1, high: 0), seed: 0)
    }
    Self.expect(
      "there is no memory for a table of 4294967295 rows of 9223372036854775807 components"
    ) {
      _ = try EmbeddingTable(rowCount: 4_294_967_295, dimensions: .max, seed: 0)
    }
    Self.expect("the numbers must be as many as the shape [1, 2] holds, not 3") {
      _ = try EmbeddingTable(fromPretrained: ([1, 2, 3] as [Float]).span, dimensions: 2)
    }
  }

  @Test func `shapes are checked`() throws {
    let table = try Self.table()
    Self.expect("the indices must be as many as the shape [2, 2] holds, not 3") {
      _ = try Indices([0, 1, 2], shape: [2, 2])
    }
    Self.expect("row 1 has 1 indices, row 0 has 2") { _ = try Indices([[0, 1], [2]]) }
    Self.expect("the components must be as many as the shape [2, 2] holds, not 1") {
      _ = try VectorArray(shape: [2, 2], elements: [1])
    }
    let vectors = try VectorArray(shape: [1, 2], elements: [1, 2])
    Self.expect("the shape of the output gradient must be [2, 2], not [1, 2]") {
      _ = try table.gradient(of: [0, 1], from: vectors)
    }
    Self.expect("the shape of the values must be [2, 2], not [1, 2]") {
      _ = try SparseGradient(indices: [0, 1], values: vectors, rowCount: 2)
    }
    Self.expect("index 5 at position 0 is out of range: the rows are 0 to 2") {
      _ = try SparseGradient(indices: [5], values: vectors, rowCount: 3)
    }
  }

  @Test func `bags are checked`() throws {
    func expect(_ text: String, _ offsets: [Int], includesLastOffset: Bool = false) {
      Self.expect(text) {
        _ = try Bags([0, 1, 2], offsets: offsets, includesLastOffset: includesLastOffset)
      }
    }
    expect("offset 1 at position 0 must be 0", [1, 2])
    expect("offset 1 at position 2 must be from 2 to 3", [0, 2, 1])
    expect("offset 4 at position 1 must be from 0 to 3", [0, 4])
    expect(
      "offset 2 at position 1 must be the number of indices, 3", [0, 2], includesLastOffset: true)
    expect(
      "with includesLastOffset there is at least one offset, the number of indices", [],
      includesLastOffset: true)
    expect("the shape of the indices without offsets must be [0], not [3]", [])
    Self.expect(
      "bags are the rows of an array of two dimensions, or an array of one dimension with offsets; "
        + "this array has 3 dimensions and no offsets"
    ) { _ = try Bags(Indices([0], shape: [1, 1, 1])) }
    Self.expect(
      "bags are the rows of an array of two dimensions, or an array of one dimension with offsets; "
        + "this array has 2 dimensions and offsets"
    ) { _ = try Bags(Indices([[0]]), offsets: [0]) }
    Self.expect("the weights must be as many as the shape [2] holds, not 1") {
      _ = try Bags([0, 1], offsets: [0], perSampleWeights: [1])
    }
  }

  @Test func `what modes do not have is refused`() throws {
    let output = try VectorArray(shape: [1, 2], elements: [1, 2])
    let bags = try Bags([0], offsets: [0])
    let weighted = try Bags([0], offsets: [0], perSampleWeights: [1])
    let mean = try EmbeddingBag(Self.table())
    Self.expect("per-sample weights go with the mode sum, not mean") {
      _ = try mean.lookUp(weighted)
    }
    Self.expect("per-sample weights go with the mode sum, not mean") {
      _ = try mean.weightGradient(of: bags, from: output)
    }
    let max = try EmbeddingBag(Self.table(), mode: .max)
    Self.expect("bags of the mode max have a dense gradient only") {
      _ = try max.sparseGradient(of: bags, from: output)
    }
    Self.expect("bags of the mode max do not go with a table that scales gradients by frequency") {
      _ = try EmbeddingBag(Self.table(scales: true), mode: .max)
    }
    let scaled = try EmbeddingBag(Self.table(scales: true), mode: .sum)
    for body in [0, 1] {
      Self.expect("a table that scales gradients by frequency has a dense gradient only") {
        if body == 0 {
          _ = try scaled.sparseGradient(of: bags, from: output)
        } else {
          _ = try scaled.table.sparseGradient(of: [0], from: output)
        }
      }
    }
  }

  @Test func `a frozen table has no gradient and is not stepped`() throws {
    let text = "the table is frozen: it is trainable when made with freeze: false"
    var table = try Self.table(freeze: true)
    let output = try VectorArray(shape: [1, 2], elements: [1, 2])
    Self.expect(text) { _ = try table.gradient(of: [0], from: output) }
    Self.expect(text) { _ = try table.sparseGradient(of: [0], from: output) }
    let gradient = try SparseGradient(indices: [0], values: output, rowCount: 3)
    let optimizer = try StochasticGradientDescent(learningRate: 1)
    Self.expect(text) { try optimizer.step(&table, with: gradient) }
    let bag = try EmbeddingBag(Self.table(freeze: true))
    Self.expect(text) { _ = try bag.gradient(of: Bags([0], offsets: [0]), from: output) }
  }

  @Test func `optimizers check their options and the table`() throws {
    var table = try Self.table()
    let other = try EmbeddingTable(rowCount: 2, dimensions: 2, seed: 0)
    let gradient = try SparseGradient(
      indices: [0], values: VectorArray(shape: [1, 2], elements: [1, 2]), rowCount: 3)
    var adam = try SparseAdam(for: other)
    Self.expect("the shape of the table must be [2, 2], not [3, 2]") {
      try adam.step(&table, with: gradient)
    }
    #expect(adam.stepCount == 0)
    var adagrad = try Adagrad(for: table)
    Self.expect("the shape of the gradient must be [3, 2], not [2, 2]") {
      try adagrad.step(
        &table, with: SparseGradient(indices: [], values: gradient.values.empty(), rowCount: 2))
    }
    Self.expect("the shape of the gradient must be [3, 2], not [1, 2]") {
      try adagrad.step(&table, withDense: gradient.values)
    }
    Self.expect("learningRate must be finite and more than 0, not 0.0") {
      _ = try SparseAdam(for: table, learningRate: 0)
    }
    Self.expect("beta2 must be 0 or more and less than 1, not 1.0") {
      _ = try SparseAdam(for: table, beta2: 1)
    }
    Self.expect("learningRateDecay must be finite and 0 or more, not -1.0") {
      _ = try Adagrad(for: table, learningRateDecay: -1)
    }
    Self.expect("epsilon must be finite and 0 or more, not inf") {
      _ = try RowWiseAdagrad(for: table, epsilon: .infinity)
    }
    Self.expect("learningRate must be finite and 0 or more, not nan") {
      _ = try StochasticGradientDescent(learningRate: .nan)
    }
  }
}

extension VectorArray {
  /// No vectors of the same number of components.
  fileprivate func empty() throws -> VectorArray {
    try VectorArray(shape: [0, dimensions], elements: [])
  }
}
