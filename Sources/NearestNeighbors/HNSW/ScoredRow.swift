/// A row and its score in eight bytes; larger scores are better.
struct ScoredRow {
  let score: Float
  private var bits: UInt32

  /// The largest number of rows that can be told apart.
  static let rowLimit = 1 << 31

  init(score: Float, row: UInt32) {
    self.score = score
    bits = row << 1
  }

  var row: UInt32 { bits >> 1 }

  /// Whether the row's links have been followed.
  var isExpanded: Bool {
    get { bits & 1 != 0 }
    set { bits = bits & ~1 | (newValue ? 1 : 0) }
  }

  /// Of equal scores the lower row is better.
  func isBetter(than other: ScoredRow) -> Bool {
    score > other.score || score == other.score && row < other.row
  }
}
