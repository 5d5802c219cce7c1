import EmbeddingTables
import Testing

@Suite struct EmbeddingTableTests {
  static func table(
    _ rows: [[Float]], freeze: Bool = false, paddingIndex: Int? = nil, maxNorm: Double? = nil,
    normType: Double = 2, scales: Bool = false
  ) throws -> EmbeddingTable {
    let numbers = rows.flatMap(\.self)
    return try EmbeddingTable(
      fromPretrained: numbers.span, dimensions: rows[0].count, freeze: freeze,
      paddingIndex: paddingIndex, maxNorm: maxNorm, normType: normType,
      scalesGradientByFrequency: scales)
  }

  static func ones(_ shape: [Int]) throws -> VectorArray {
    try VectorArray(shape: shape, elements: [Float](repeating: 1, count: shape.reduce(1, *)))
  }

  @Test func `a look-up has the indices' shape and the dimensions`() throws {
    let table = try Self.table([[1, 2], [3, 4], [5, 6]])
    let matrix = try table.lookUp(Indices([[2, 0], [1, 1]]))
    #expect(matrix.shape == [2, 2, 2])
    #expect(matrix.array() == [5, 6, 1, 2, 3, 4, 3, 4])
    #expect(try table.lookUp(Indices(1)).shape == [2])
    #expect(try table.lookUp(Indices(1)).array() == [3, 4])
    #expect(try table.lookUp([]).shape == [0, 2])
    #expect(try table.lookUp(Indices([Int32(2)])).array() == [5, 6])
  }

  @Test func `a look-up can use an earlier one's memory`() throws {
    let table = try Self.table([[1, 2], [3, 4]])
    var output = try table.lookUp([0, 1])
    let kept = output
    try table.lookUp(Indices([[1], [0]]), into: &output)
    #expect(output.shape == [2, 1, 2])
    #expect(output.array() == [3, 4, 1, 2])
    #expect(kept.array() == [1, 2, 3, 4])
    try table.lookUp([1], into: &output)
    #expect(output.array() == [3, 4])
  }

  @Test func `a row that is too long is shortened in the table, once`() throws {
    let table = try Self.table([[3, 4], [30, 40], [0.3, 0.4]], maxNorm: 1)
    let output = try table.lookUp([0, 2, 0])
    // 1 / (5 + 1e-7), where the 1e-7 is lost in a float.
    #expect(output.array() == [0.6, 0.8, 0.3, 0.4, 0.6, 0.8])
    #expect(table[0].numbers == [0.6, 0.8])
    #expect(table[1].numbers == [30, 40])
    // Of a short row it is not: 0.001 / (0.002 + 1e-7) is 0.499975.
    let short = try Self.table([[0.002]], maxNorm: 0.001)
    #expect(abs(try short.lookUp([0]).array()[0] - 0.000999950002) < 1e-10)
  }

  @Test func `a row of exactly the norm is left alone`() throws {
    let table = try Self.table([[0.375, 0.5], [-0.375, 0.5]], maxNorm: 0.625)
    #expect(try table.lookUp([0, 1]).array() == [0.375, 0.5, -0.375, 0.5])
  }

  @Test func `a maxNorm of zero makes rows zero`() throws {
    #expect(try Self.table([[3, 4]], maxNorm: 0).lookUp([0]).array() == [0, 0])
  }

  @Test(arguments: [
    (1.0, [1.5, -2] as [Float]), (2, [2.1, -2.8]), (.infinity, [2.625, -3.5]),
    (-.infinity, [3, -4]), (0, [3, -4]),
  ])
  func `maxNorm is about the p-norm`(normType: Double, expected: [Float]) throws {
    let table = try Self.table([[3, -4]], maxNorm: 3.5, normType: normType)
    let row = try table.lookUp([0]).array()
    #expect(abs(row[0] - expected[0]) < 1e-6 && abs(row[1] - expected[1]) < 1e-6)
  }

  @Test func `rows that are not numbers follow the formula`() throws {
    let table = try Self.table([[.nan, 9], [.infinity, 9]], maxNorm: 1)
    let rows = try table.lookUp([0, 1]).array()
    #expect(rows[0].isNaN && rows[1] == 9)
    #expect(rows[2].isNaN && rows[3] == 0)
  }

  @Test func `a frozen table and a padding row are shortened, too`() throws {
    let table = try Self.table([[3, 4], [6, 8]], freeze: true, paddingIndex: 1, maxNorm: 5)
    #expect(try table.lookUp([1]).array() == [3, 4])
  }

  @Test func `tables share the numbers they are made from`() throws {
    let original = try EmbeddingTable(rowCount: 2, dimensions: 2, initialization: .zeros, seed: 0)
    original.update(row: 1) { row in
      row[0] = 3
      row[1] = 4
    }
    let shared = try EmbeddingTable(fromPretrained: original, paddingIndex: 1, maxNorm: 1)
    #expect(shared.isFrozen && shared.paddingIndex == 1)
    #expect(shared[1].numbers == [3, 4])
    _ = try shared.lookUp([1])
    #expect(original[1].numbers == [0.6, 0.8])
    #expect(original.maxNorm == nil && !original.isFrozen)
  }

  @Test func `a table made from an array has numbers of its own`() throws {
    let numbers: [Float] = [1, 2, 3, 4]
    let table = try EmbeddingTable(
      fromPretrained: numbers.span, dimensions: 2, freeze: false, paddingIndex: 0)
    #expect(table[0].numbers == [1, 2])
    table.update(row: 0) { $0[0] = 9 }
    #expect(numbers[0] == 1)
    #expect(try table.gradient(of: [0, 1], from: Self.ones([2, 2])).array() == [0, 0, 1, 1])
  }

  @Test func `a row's gradient is the sum over its occurrences, but for padding`() throws {
    let table = try Self.table([[0, 0], [0, 0], [0, 0]], paddingIndex: -1)
    #expect(table.paddingIndex == 2)
    let gradient = try VectorArray(shape: [4, 2], elements: [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(
      try table.gradient(of: [1, 2, 1, 0], from: gradient).array() == [7, 8, 6, 8, 0, 0])
    let sparse = try table.sparseGradient(of: [1, 2, 1, 0], from: gradient)
    #expect(sparse.indices == [1, 1, 0] && !sparse.isCoalesced)
    #expect(sparse.values.array() == [1, 2, 5, 6, 7, 8])
    let coalesced = try sparse.coalesced()
    #expect(coalesced.indices == [0, 1] && coalesced.isCoalesced)
    #expect(coalesced.values.array() == [7, 8, 6, 8])
    let padding = try table.sparseGradient(of: [2, 2], from: Self.ones([2, 2]))
    #expect(try padding.indices.isEmpty && padding.coalesced().indices.isEmpty)
  }

  @Test func `scaling by frequency divides by the occurrences in all indices`() throws {
    let table = try Self.table([[0], [0], [0]], scales: true)
    let gradient = try table.gradient(of: [1, 1, 1, 2], from: Self.ones([4, 1]))
    #expect(gradient.array() == [0, 1, 1])
  }

  @Test func `a table can have no rows`() throws {
    let table = try EmbeddingTable(rowCount: 0, dimensions: 3, seed: 0)
    #expect(try table.lookUp([]).shape == [0, 3])
    #expect(throws: EmbeddingError.indexOutOfRange(index: 0, position: [0], rowCount: 0)) {
      try table.lookUp([0])
    }
  }

  @Test(arguments: [1, 2, 3])
  func `large look-ups and gradients do not depend on the number of threads`(
    threadCount: Int
  ) throws {
    let (rowCount, dimensions, count) = (5_000, 40, 30_000)
    var table = try EmbeddingTable(
      rowCount: rowCount, dimensions: dimensions, paddingIndex: 7, maxNorm: 6, seed: 3)
    table.threadCount = threadCount
    var state: UInt64 = 1
    let indices = Indices(
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % rowCount
      })
    let output = try table.lookUp(indices)
    for place in stride(from: 0, to: count, by: 501) {
      #expect(output[place].numbers == table[indices.elements[place]].numbers)
    }
    // The plain loops.
    var expected = [Float](repeating: 0, count: rowCount * dimensions)
    for (place, row) in indices.elements.enumerated() where row != 7 {
      for index in 0..<dimensions { expected[row * dimensions + index] += output[place][index] }
    }
    #expect(areSame(try table.gradient(of: indices, from: output).array(), expected))
    let sparse = try table.sparseGradient(of: indices, from: output)
    #expect(try areSame(sparse.dense(threadCount: threadCount).array(), expected))
    let coalesced = try sparse.coalesced(threadCount: threadCount)
    #expect(coalesced.indices == Set(indices.elements).subtracting([7]).sorted())
    #expect(try areSame(coalesced.dense().array(), expected))
  }
}
