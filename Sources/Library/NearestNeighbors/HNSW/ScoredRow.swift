/// A row and its score in eight bytes; larger scores are better, and of equal ones the lower row.
///
/// They are one number, of which a larger one is better: to compare rows is to compare numbers.
struct ScoredRow {
  /// The score's bits, so changed that larger scores have larger bits; below them 31 bits of the
  /// row, all turned over; below them whether the row's links have been followed.
  private var bits: UInt64

  /// The largest number of rows that can be told apart.
  static let rowLimit = 1 << 31

  /// - Parameters:
  ///   - score: The score; a number.
  ///   - row: The row, less than `rowLimit`.
  @inline(__always) init(score: Float, row: UInt32) {
    // Zero has one sign here.
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

  /// Whether this is the better one of two rows.
  @inline(__always) func isBetter(than other: ScoredRow) -> Bool { bits > other.bits }
}
