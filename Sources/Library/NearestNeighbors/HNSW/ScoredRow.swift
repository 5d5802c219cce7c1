/// A row and its score in eight bytes; larger scores are better, and of equal scores the lower row.
///
/// Both are packed into one number, so that comparing rows is comparing numbers.
struct ScoredRow {
  /// From high to low: the bits of the score, transformed so that larger scores have larger bits;
  /// 31 bits of the row, inverted; whether the row's links have been followed.
  private var bits: UInt64

  /// The number of rows that can be told apart.
  static let rowLimit = 1 << 31

  /// - Parameters:
  ///   - score: The score; a number.
  ///   - row: The row, less than `rowLimit`.
  @inline(__always) init(score: Float, row: UInt32) {
    // Adding 0 turns -0 into 0.
    let pattern = (score + 0).bitPattern
    let order = pattern ^ (pattern >> 31 == 0 ? 1 << 31 : .max)
    bits = UInt64(order) << 32 | UInt64(~row << 1)
  }

  var score: Float {
    let order = UInt32(truncatingIfNeeded: bits >> 32)
    return Float(bitPattern: order ^ (order >> 31 == 0 ? .max : 1 << 31))
  }

  var row: UInt32 { ~UInt32(truncatingIfNeeded: bits) >> 1 }

  /// Whether the row's links have been followed.
  var isExpanded: Bool {
    get { bits & 1 != 0 }
    set { bits = bits & ~1 | (newValue ? 1 : 0) }
  }

  /// Whether this row is better than another.
  @inline(__always) func isBetter(than other: ScoredRow) -> Bool { bits > other.bits }
}
