import EmbeddingTables
import NearestNeighbors
import Testing

@Suite struct ExactSearchTests {
  /// All rows scored in double precision by the formula, sorted.
  func reference(
    _ queries: [Float], _ vectors: [Float], dimensions: Int, metric: VectorMetric
  ) -> [[(row: Int, score: Double)]] {
    stride(from: 0, to: queries.count, by: dimensions).map { query in
      let q = queries[query..<query + dimensions].map(Double.init)
      let scored = stride(from: 0, to: vectors.count, by: dimensions).map { row in
        let x = vectors[row..<row + dimensions].map(Double.init)
        let dot = zip(q, x).map(*).reduce(0, +)
        let lengths = (zip(q, q).map(*).reduce(0, +) * zip(x, x).map(*).reduce(0, +)).squareRoot()
        let score =
          switch metric {
          case .cosine: lengths == 0 ? 0 : dot / lengths
          case .dot: dot
          case .euclidean: zip(q, x).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
          }
        return (row: row / dimensions, score: score)
      }
      let sign: Double = metric.isDistance ? 1 : -1
      return scored.sorted { (sign * $0.score, $0.row) < (sign * $1.score, $1.row) }
    }
  }

  /// Rows that fill no tile, one tile, and several; queries that fill no group and several blocks.
  static let shapes: [(rows: Int, dimensions: Int, queries: Int)] = [
    (1, 1, 1), (7, 3, 2), (256, 16, 16), (259, 17, 17), (1000, 40, 33), (300, 130, 50),
    (5, 2, 2000),
  ]

  @Test(arguments: shapes, VectorMetric.allCases)
  func `exact numbers give exactly the reference's answers`(
    shape: (rows: Int, dimensions: Int, queries: Int), metric: VectorMetric
  ) throws {
    // Dots and squared distances of small integers are exact. Cosines are not: there the vectors
    // have components of 1 and -1, so that all lengths are equal and equal dots make equal cosines.
    var random = RandomVectors(seed: UInt64(shape.rows))
    var vectors = random.integers(shape.rows * shape.dimensions)
    var queries = random.integers(shape.queries * shape.dimensions)
    if metric == .cosine {
      vectors = vectors.map { $0 > 0 ? 1 : -1 }
      queries = queries.map { $0 > 0 ? 1 : -1 }
    }
    let search = try ExactSearch(embedding(vectors, dimensions: shape.dimensions), metric: metric)
    let answers = try search.neighbors(of: queries, count: 10)
    let expected = reference(queries, vectors, dimensions: shape.dimensions, metric: metric)
    #expect(answers.count == shape.queries)
    #expect(answers.allSatisfy { $0.count == min(10, shape.rows) })
    if metric != .cosine {
      let hasAllRows = zip(answers, expected).allSatisfy { answer, expected in
        answer.map(\.row) == expected.prefix(10).map(\.row)
      }
      #expect(hasAllRows)
    }
    // Single precision, over up to 130 components.
    let differences = zip(answers, expected).flatMap { answer, expected in
      zip(answer, expected).map { abs(Double($0.score) - $1.score) / max(1, abs($1.score)) }
    }
    #expect(differences.allSatisfy { $0 <= 2e-6 }, "\(differences.max() ?? 0)")
  }

  @Test(arguments: VectorMetric.allCases)
  func `the answers are the same bits for every number of threads and any company`(
    metric: VectorMetric
  ) throws {
    var random = RandomVectors(seed: 3)
    let table = embedding(random.numbers(5000 * 37), dimensions: 37)
    let queries = random.numbers(100 * 37)
    let expected = try ExactSearch(table, metric: metric, threadCount: 1)
      .neighbors(of: queries, count: 7)
    for threadCount in [2, 3, 8] {
      let search = try ExactSearch(table, metric: metric, threadCount: threadCount)
      #expect(try search.neighbors(of: queries, count: 7) == expected)
    }
    let search = try ExactSearch(table, metric: metric)
    for query in [0, 15, 16, 47, 48, 99] {
      let alone = try search.neighbors(of: Array(queries[query * 37..<query * 37 + 37]), count: 7)
      #expect(alone == [expected[query]])
    }
  }

  @Test(arguments: VectorMetric.allCases)
  func `of equally near rows the lower comes first`(metric: VectorMetric) throws {
    let table = embedding([Float](repeating: 1, count: 2000 * 4), dimensions: 4)
    for threadCount in 1...3 {
      let search = try ExactSearch(table, metric: metric, threadCount: threadCount)
      let answer = try search.neighbors(of: [1, 1, 1, 1], count: 300)[0]
      #expect(answer.map(\.row) == Array(0..<300))
    }
  }

  @Test func `the cosine with a vector of zeros is 0`() throws {
    let table = embedding([0, 0, -1, 0, 1, 1, 0, 0], dimensions: 2)
    let search = try ExactSearch(table)
    let answer = try search.neighbors(of: [2, 0], count: 4)[0]
    #expect(answer.map(\.row) == [2, 0, 3, 1])
    #expect(answer.map(\.score) == [Float(0.5).squareRoot(), 0, 0, -1])
    #expect(try search.neighbors(of: [0, 0], count: 4)[0].map(\.row) == [0, 1, 2, 3])
  }

  @Test(arguments: VectorMetric.allCases)
  func `rows that are no finite numbers are never answers`(metric: VectorMetric) throws {
    let table = embedding(
      [.nan, 1, 1, 1, .infinity, 1, 1, 2, -.infinity, 1, 1, .greatestFiniteMagnitude],
      dimensions: 2)
    let search = try ExactSearch(table, metric: metric)
    let rows = try search.neighbors(of: [1, 1], count: 6)[0].map(\.row)
    #expect(Set(rows).isSubset(of: [1, 3, 5]) && Set(rows).isSuperset(of: [1, 3]))
  }

  @Test func `small distances keep their digits`() throws {
    let table = embedding([1000, 1000, 1000.0625, 1000], dimensions: 2)
    let answer = try ExactSearch(table, metric: .euclidean).neighbors(of: [1000, 1000], count: 2)[0]
    #expect(answer.map(\.score) == [0, 0.0625])
  }

  @Test func `a cosine is at most 1`() throws {
    var random = RandomVectors(seed: 9)
    let vectors = random.numbers(400 * 11)
    let answers = try ExactSearch(embedding(vectors, dimensions: 11)).neighbors(
      of: vectors, count: 1)
    for (row, answer) in answers.enumerated() {
      #expect(answer[0].row == row && answer[0].score <= 1 && answer[0].score > 0.999999)
    }
  }

  @Test func `an empty table and an empty list of queries have no answers`() throws {
    #expect(
      try ExactSearch(embedding([], dimensions: 3)).neighbors(of: [1, 2, 3], count: 2) == [[]])
    #expect(try ExactSearch(embedding([1], dimensions: 1)).neighbors(of: [], count: 2) == [])
  }
}
