import EmbeddingTables
import Testing

@Suite struct InitializationTests {
  static func numbers(
    _ initialization: Initialization, rowCount: Int = 2_000, dimensions: Int = 50, seed: UInt64 = 1
  ) throws -> [Double] {
    try EmbeddingTable(
      rowCount: rowCount, dimensions: dimensions, initialization: initialization, seed: seed
    ).numbers().map { Double($0) }
  }

  static func moments(_ numbers: [Double]) -> (mean: Double, deviation: Double) {
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count)
    return (mean, variance.squareRoot())
  }

  /// 100,000 numbers; bounds are five standard errors.
  @Test(arguments: [
    (Initialization.normal(), 0.0, 1.0),
    (.normal(mean: 3, standardDeviation: 0.5), 3, 0.5),
    (.uniform(low: -1, high: 2), 0.5, 3 / 3.4641016),
    (.xavierUniform(), 0, 0.0312347),
    (.xavierNormal(gain: 2), 0, 0.0624695),
    (.zeros, 0, 0),
  ])
  func `numbers have the distribution's mean and deviation`(
    initialization: Initialization, mean: Double, deviation: Double
  ) throws {
    let moments = Self.moments(try Self.numbers(initialization))
    #expect(abs(moments.mean - mean) <= 5 * deviation / 316)
    #expect(abs(moments.deviation - deviation) <= 5 * deviation / 447)
  }

  /// Shares of a normal distribution beyond 1, 2, 3 and 4 standard deviations; five standard
  /// errors.
  @Test(arguments: [(1, 0.3173105), (2, 0.0455003), (3, 0.0026998), (4, 0.0000633)])
  func `the tails are a normal distribution's`(bound: Double, share: Double) throws {
    let numbers = try Self.numbers(.normal(), rowCount: 20_000)
    let count = Double(numbers.count { abs($0) > bound })
    let expected = share * 1e6
    #expect(abs(count - expected) < 5 * expected.squareRoot())
  }

  @Test func `uniform numbers fill their interval and stay in it`() throws {
    let numbers = try Self.numbers(.uniform(low: -0.25, high: 0.5))
    #expect(numbers.allSatisfy { -0.25 <= $0 && $0 <= 0.5 })
    #expect((numbers.min() ?? 0) < -0.2499 && (numbers.max() ?? 0) > 0.4999)
  }

  @Test func `rows depend on the seed and their number alone`() throws {
    let small = try Self.numbers(.normal(), rowCount: 3)
    let large = try Self.numbers(.normal(), rowCount: 3_000)
    #expect(small == Array(large.prefix(small.count)))
    #expect(small.prefix(50) != small.dropFirst(50).prefix(50))
    #expect(try Self.numbers(.normal(), rowCount: 3, seed: 2) != small)
  }

  /// Worked out with Python's integers and its `statistics.NormalDist`.
  @Test func `the first numbers are these on every machine`() throws {
    let table = try EmbeddingTable(rowCount: 2, dimensions: 3, seed: 42)
    #expect(
      table.numbers() == [0.54530561, 1.39698648, -1.63086641, 0.83929503, 1.4569273, -0.685882449])
  }

  @Test func `the padding row is zero, all others are random`() throws {
    let table = try EmbeddingTable(rowCount: 4, dimensions: 3, paddingIndex: -2, seed: 1)
    #expect(table.paddingIndex == 2)
    for row in 0..<4 { #expect((table[row].numbers == [0, 0, 0]) == (row == 2)) }
  }
}
