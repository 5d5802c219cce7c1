import Testing

@testable import NearestNeighbors

@Suite struct ScoredRowTests {
  @Test func `larger scores are better, and of equal ones the lower row`() {
    let ordered: [(Float, UInt32)] = [
      (.infinity, 9), (2, 7), (1, 0), (1, 3), (1, UInt32(ScoredRow.rowLimit - 1)), (0, 1),
      (-0.0, 2), (-1, 0), (-1, 1), (-2, 0), (-.infinity, 0),
    ]
    let rows = ordered.map { ScoredRow(score: $0.0, row: $0.1) }
    #expect(rows.map(\.score) == ordered.map(\.0))
    #expect(rows.map(\.row) == ordered.map(\.1))
    let sorted = rows.reversed().sorted { $0.isBetter(than: $1) }
    #expect(sorted.map(\.row) == rows.map(\.row))
  }

  @Test func `following a row's links changes neither its row nor its score`() {
    var row = ScoredRow(score: -0.5, row: 6)
    #expect(!row.isExpanded)
    row.isExpanded = true
    #expect(row.isExpanded && row.row == 6 && row.score == -0.5)
    row.isExpanded = false
    #expect(!row.isExpanded && row.row == 6 && row.score == -0.5)
  }
}
