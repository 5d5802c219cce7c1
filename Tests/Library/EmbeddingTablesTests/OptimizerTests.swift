import EmbeddingTables
import Testing

@Suite struct OptimizerTests {
  /// The gradient of 2 Σ w over some indices, for a table of three rows of one component.
  static func gradient(_ indices: Indices, of table: borrowing EmbeddingTable) throws
    -> SparseGradient
  {
    try table.sparseGradient(
      of: indices,
      from: VectorArray(
        shape: [indices.count, 1], elements: [Float](repeating: 2, count: indices.count)))
  }

  static let steps: [Indices] = [[0, 0, 1], [1], [0, 0, 1]]

  static func expect(_ table: borrowing EmbeddingTable, is expected: [Float], _ tolerance: Float) {
    for row in 0..<3 { #expect(abs(table[row][0] - expected[row]) < tolerance) }
  }

  @Test func `sparse Adam counts steps for the table and moves touched rows only`() throws {
    var table = try EmbeddingTable(rowCount: 3, dimensions: 1, initialization: .zeros, seed: 0)
    var optimizer = try SparseAdam(for: table, learningRate: 0.1)
    let expected: [[Float]] = [
      [-0.09999998, -0.09999998, 0], [-0.09999998, -0.19999996, 0],
      [-0.18584622, -0.29999995, 0],
    ]
    for (indices, expected) in zip(Self.steps, expected) {
      try optimizer.step(&table, with: Self.gradient(indices, of: table))
      Self.expect(table, is: expected, 3e-8)
    }
    #expect(optimizer.stepCount == 3)
    for (row, (first, second)) in [(0.76, 0.031984), (0.542, 0.011988), (0, 0)].enumerated() {
      #expect(abs(Double(optimizer.firstMoment(ofRow: row)[0]) - first) < 1e-7)
      #expect(abs(Double(optimizer.secondMoment(ofRow: row)[0]) - second) < 1e-8)
    }
  }

  @Test func `Adagrad adds up squares`() throws {
    var table = try EmbeddingTable(rowCount: 3, dimensions: 1, initialization: .zeros, seed: 0)
    var optimizer = try Adagrad(for: table, learningRate: 0.1)
    let expected: [[Float]] = [
      [-0.1, -0.1, 0], [-0.1, -0.17071068, 0], [-0.17071068, -0.22844571, 0],
    ]
    for (indices, expected) in zip(Self.steps, expected) {
      try optimizer.step(&table, with: Self.gradient(indices, of: table))
      Self.expect(table, is: expected, 2e-8)
    }
    #expect((0..<3).map { optimizer[$0][0] } == [32, 12, 0])
  }

  @Test func `Adagrad's learning rate falls with the steps of the table`() throws {
    var table = try EmbeddingTable(rowCount: 3, dimensions: 1, initialization: .zeros, seed: 0)
    var optimizer = try Adagrad(for: table, learningRate: 1, learningRateDecay: 1)
    let unit = try VectorArray(shape: [1, 1], elements: [1])
    for (row, expected) in [
      (0, [-1, 0, 0]), (0, [-1.3535534, 0, 0]), (1, [-1.3535534, -1.0 / 3, 0]),
    ]
      as [(Int, [Float])]
    {
      try optimizer.step(&table, with: table.sparseGradient(of: [row], from: unit))
      Self.expect(table, is: expected, 1e-7)
    }
  }

  @Test func `row-wise Adagrad keeps one number a row`() throws {
    var table = try EmbeddingTable(rowCount: 2, dimensions: 2, initialization: .zeros, seed: 0)
    var optimizer = try RowWiseAdagrad(for: table, learningRate: 1, initialAccumulator: 3.5)
    let gradient = try VectorArray(shape: [1, 2], elements: [3, 4])
    try optimizer.step(&table, with: table.sparseGradient(of: [1], from: gradient))
    // The mean of 9 and 16 is 12.5; with 3.5 it is 16, whose root is 4.
    #expect(optimizer[0] == 3.5 && optimizer[1] == 16)
    #expect(table[0].numbers == [0, 0])
    #expect(abs(table[1][0] + 0.75) < 1e-7 && abs(table[1][1] + 1) < 1e-7)
  }

  @Test func `a step that changes nothing still counts`() throws {
    var table = try EmbeddingTable(rowCount: 3, dimensions: 1, seed: 0)
    var optimizer = try SparseAdam(for: table)
    let before = table.numbers()
    try optimizer.step(&table, with: Self.gradient([], of: table))
    #expect(optimizer.stepCount == 1 && table.numbers() == before)
  }

  @Test(arguments: [2, 3])
  func `steps do not depend on the number of threads`(threadCount: Int) throws {
    let one = try Self.trained(threadCount: 1)
    #expect(areSame(try Self.trained(threadCount: threadCount), one))
  }

  /// A table after four steps on indices of which many occur often.
  static func trained(threadCount: Int) throws -> [Float] {
    var table = try EmbeddingTable(rowCount: 3_000, dimensions: 20, seed: 2)
    table.threadCount = threadCount
    let indices = Indices((0..<20_000).map { $0 * $0 % 2_999 })
    var adam = try SparseAdam(for: table)
    var adagrad = try Adagrad(for: table)
    var rowWise = try RowWiseAdagrad(for: table)
    let descent = try StochasticGradientDescent(learningRate: 0.01)
    func gradient(_ table: borrowing EmbeddingTable) throws -> SparseGradient {
      try table.sparseGradient(of: indices, from: table.lookUp(indices))
    }
    try adam.step(&table, with: gradient(table))
    try adagrad.step(&table, with: gradient(table))
    try rowWise.step(&table, with: gradient(table))
    try descent.step(&table, with: gradient(table))
    return table.numbers()
  }
}
