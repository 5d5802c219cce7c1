import EmbeddingTables
import Testing

@testable import NearestNeighbors

@Suite struct RowCodesTests {
  /// The rows of a table, in the order of their codes and of exact scores.
  private func orders(
    _ table: Embedding, near vector: [Float], metric: VectorMetric
  ) throws -> (codes: [UInt32], exact: [UInt32]) {
    let vector = metric == .cosine ? unitVectors(vector.span, dimensions: vector.count) : vector
    let scorer = try RowScorer(table, metric: metric, linkCount: 2, threadCount: 2)
    let rows = (0..<UInt32(table.count)).map(\.self)
    var scores = [Float](repeating: 0, count: rows.count)
    scorer.codes.score(
      rows, count: rows.count, against: scorer.codes.query(vector), into: &scores)
    let byCodes = zip(scores, rows).map { ScoredRow(score: $0, row: $1) }
      .sorted { $0.isBetter(than: $1) }
    return (byCodes.map(\.row), scorer.measured(rows, against: vector).map(\.row))
  }

  @Test(arguments: VectorMetric.allCases, [Float(1e-20), 1, 1e15])
  func `codes order rows nearly as exact scores do, far from zero too`(
    metric: VectorMetric, size: Float
  ) throws {
    var random = RandomVectors(seed: 11)
    // All rows lie near one another and away from zero: only differences from the mean tell them
    // apart.
    let vectors = (0..<1000 * 70).map { (5 + Float($0 % 70) + random.number()) * size }
    let query = (0..<70).map { (5 + Float($0) + random.number()) * size }
    let (codes, exact) = try orders(embedding(vectors, dimensions: 70), near: query, metric: metric)
    #expect(Set(codes.prefix(30)).isSuperset(of: exact.prefix(10)))
  }

  @Test func `codes do not depend on the number of threads`() throws {
    let table = HNSWIndexTests.clusters(9000, dimensions: 5)
    let rows = (0..<UInt32(9000)).map(\.self)
    let scores = try [1, 3].map { threadCount in
      let codes = try RowCodes(
        table, metric: .dot, linkCapacity: 4, scales: [], threadCount: threadCount)
      var scores = [Float](repeating: 0, count: rows.count)
      codes.score(
        rows, count: rows.count, against: codes.query([1, -2, 3, 0.5, 0]), into: &scores)
      return scores
    }
    #expect(scores[0] == scores[1] && Set(scores[0]).count > 1000)
  }

  @Test func `under the cosine rows of zeros come last`() throws {
    var random = RandomVectors(seed: 12)
    var vectors = random.numbers(300 * 9)
    for row in 0..<100 { for place in 0..<9 { vectors[row * 27 + place] = 0 } }
    let (codes, _) = try orders(
      embedding(vectors, dimensions: 9), near: random.numbers(9), metric: .cosine)
    #expect(codes.suffix(100).allSatisfy { $0 % 3 == 0 })
  }

  @Test func `a far component is coded as far, not as the nearest`() throws {
    var vectors = (0..<1000).map { Float($0 % 10) }
    vectors[0] = 1e6
    let (codes, exact) = try orders(
      embedding(vectors, dimensions: 1), near: [1e6], metric: .euclidean)
    #expect(codes[0] == 0 && exact[0] == 0)
  }
}
