import EmbeddingTables
import Testing

@Suite struct EmbeddingBagTests {
  static func bag(
    _ rows: [[Float]] = [[0, 0], [1, 2], [3, -4], [5, 6]], mode: EmbeddingBag.Mode,
    paddingIndex: Int? = nil, maxNorm: Double? = nil, scales: Bool = false
  ) throws -> EmbeddingBag {
    try EmbeddingBag(
      EmbeddingTableTests.table(
        rows, paddingIndex: paddingIndex, maxNorm: maxNorm, scales: scales), mode: mode)
  }

  @Test(arguments: [
    (EmbeddingBag.Mode.sum, [4, -2, 0, 0, 5, 6, 0, 0] as [Float]),
    (.mean, [2, -1, 0, 0, 5, 6, 0, 0]),
    (.max, [3, 2, 0, 0, 5, 6, 0, 0]),
  ])
  func `bags end where the next starts, and empty ones give zeros`(
    mode: EmbeddingBag.Mode, expected: [Float]
  ) throws {
    let bag = try Self.bag(mode: mode)
    let output = try bag.lookUp(Bags([1, 2, 3], offsets: [0, 2, 2, 3]))
    #expect(output.shape == [4, 2])
    #expect(output.array() == expected)
    let closed = try Bags([1, 2, 3], offsets: [0, 2, 2, 3, 3], includesLastOffset: true)
    #expect(try bag.lookUp(closed) == output)
  }

  @Test func `bags can be the rows of an array`() throws {
    let output = try Self.bag(mode: .sum).lookUp(Bags(Indices([[1, 2], [3, 3]])))
    #expect(output.array() == [4, -2, 10, 12])
  }

  @Test func `without bags there are no vectors`() throws {
    let bag = try Self.bag(mode: .sum)
    #expect(try bag.lookUp(Bags([], offsets: [])).shape == [0, 2])
    #expect(
      try bag.lookUp(Bags([], offsets: [0], includesLastOffset: true)).shape == [0, 2])
    let empty = try bag.lookUp(Bags([], offsets: [0]))
    #expect(empty.array() == [0, 0])
  }

  @Test(arguments: EmbeddingBag.Mode.allCases)
  func `padding is in no bag`(mode: EmbeddingBag.Mode) throws {
    let bag = try Self.bag([[9, 9], [1, 2]], mode: mode, paddingIndex: 0)
    let output = try bag.lookUp(Bags([0, 1, 0, 0], offsets: [0, 3]))
    #expect(output.array() == [1, 2, 0, 0])
  }

  @Test(
    arguments: [
      (false, [0, 2.0 / 3, 1.0 / 3, 0]), (true, [0, 1.0 / 3, 1.0 / 3, 0]),
    ] as [(Bool, [Float])])
  func `a mean's gradient is divided by the bag's size and, scaled, by the frequency`(
    scales: Bool, expected: [Float]
  ) throws {
    let bag = try Self.bag(mode: .mean, scales: scales)
    let gradient = try bag.gradient(
      of: Bags([1, 1, 2], offsets: [0]), from: EmbeddingTableTests.ones([1, 2]))
    for row in 0..<4 { #expect(abs(gradient[row][0] - expected[row]) < 1e-7) }
  }

  @Test func `a sum's gradient is scaled by the frequency in all bags together`() throws {
    let bag = try Self.bag(mode: .sum, scales: true)
    let gradient = try bag.gradient(
      of: Bags([1, 2, 1, 1], offsets: [0, 2]), from: EmbeddingTableTests.ones([2, 2]))
    #expect(gradient.array() == [0, 0, 1, 1, 1, 1, 0, 0])
  }

  @Test func `the first row that attains a maximum gets its gradient`() throws {
    let bag = try Self.bag([[1, 5], [1, 7], [0, 7]], mode: .max)
    let gradient = try bag.gradient(
      of: Bags([2, 1, 0], offsets: [0]),
      from: VectorArray(shape: [1, 2], elements: [10, 20]))
    #expect(gradient.array() == [0, 0, 10, 0, 0, 20])
  }

  @Test func `weights multiply rows, and have a gradient`() throws {
    let bag = try Self.bag(mode: .sum, paddingIndex: 3)
    let bags = try Bags([1, 2, 3], offsets: [0], perSampleWeights: [2, 0.5, 100])
    #expect(try bag.lookUp(bags).array() == [3.5, 2])
    let gradient = try VectorArray(shape: [1, 2], elements: [1, 10])
    #expect(try bag.weightGradient(of: bags, from: gradient) == [21, -37, 0])
    #expect(try bag.gradient(of: bags, from: gradient).array() == [0, 0, 2, 20, 0.5, 5, 0, 0])
    let sparse = try bag.sparseGradient(of: bags, from: gradient)
    #expect(sparse.indices == [1, 2])
    #expect(sparse.values.array() == [2, 20, 0.5, 5])
  }

  @Test func `rows are shortened in the table that bags share`() throws {
    let table = try EmbeddingTableTests.table([[3, 4], [30, 40]])
    let bag = try EmbeddingBag(EmbeddingTable(fromPretrained: table, maxNorm: 1), mode: .sum)
    #expect(try bag.lookUp(Bags([0, 0], offsets: [0])).array() == [1.2, 1.6])
    #expect(table[0].numbers == [0.6, 0.8])
    #expect(table[1].numbers == [30, 40])
  }

  @Test func `a bag's table is trained in place`() throws {
    var bag = try Self.bag(mode: .max)
    let bags = try Bags([1, 2], offsets: [0])
    let optimizer = try StochasticGradientDescent(learningRate: 0.5)
    try optimizer.step(
      &bag.table, withDense: bag.gradient(of: bags, from: EmbeddingTableTests.ones([1, 2])))
    #expect(try bag.lookUp(bags).array() == [2.5, 1.5])
  }

  @Test(arguments: [1, 3])
  func `many bags do not depend on the number of threads`(threadCount: Int) throws {
    var table = try EmbeddingTable(rowCount: 700, dimensions: 150, seed: 5)
    table.threadCount = threadCount
    let indices = Indices((0..<9_000).map { ($0 * 7919 + $0 / 13) % 700 })
    let offsets = (0..<1_000).map { $0 * 9 - ($0 % 4 == 1 ? 9 : 0) }
    let bags = try Bags(indices, offsets: offsets)
    let bag = try EmbeddingBag(table, mode: .sum)
    let output = try bag.lookUp(bags)
    for number in stride(from: 0, to: 1_000, by: 37) {
      var sum = [Float](repeating: 0, count: 150)
      for position in bags.positions(of: number) {
        let row = bag.table[indices.elements[position]]
        for index in sum.indices { sum[index] += row[index] }
      }
      #expect(areSame(output[number].numbers, sum), "bag \(number)")
    }
  }
}
