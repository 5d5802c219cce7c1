internal import Algorithms
internal import EmbeddingTables

extension BlockTables {
  /// The number of bytes of all tables.
  var byteCount: Int {
    4 * (centers.rowCount * stride + contexts.rowCount * stride + squares.stride)
  }

  private static let rowsPerPart = 4096
  private var partsPerTable: Int {
    centers.rowCount.dividedRoundingUp(by: Self.rowsPerPart)
  }

  /// The number of parts in which the bytes of the tables are read.
  var partCount: Int { 2 * partsPerTable + 1 }

  /// The bytes of a part: rows of centers, then of contexts, then Adagrad's sums.
  func bytes(ofPart part: Int) -> [UInt8] {
    unsafe withPart(part) { unsafe Array($0) }
  }

  /// Replaces all tables by bytes, part after part.
  func restore(from bytes: Span<UInt8>, at start: Int) {
    var start = start
    for part in 0..<partCount {
      let count = unsafe withPart(part) { part in
        unsafe bytes.extracting(start..<start + part.count).withUnsafeBufferPointer {
          unsafe part.copyBytes(from: $0)
        }
        return part.count
      }
      start += count
    }
  }

  private func withPart<Result>(
    _ part: Int, _ body: (UnsafeMutableRawBufferPointer) -> Result
  ) -> Result {
    if part == 2 * partsPerTable {
      return unsafe squares.withUnsafeRows(0..<1) { row in
        unsafe body(UnsafeMutableRawBufferPointer(start: row, count: 4 * squares.stride))
      }
    }
    let (table, index) = part.quotientAndRemainder(dividingBy: partsPerTable)
    let first = index * Self.rowsPerPart
    let rows = first..<min(first + Self.rowsPerPart, centers.rowCount)
    // SAFETY: the rows are checked by the table; no thread trains between two steps.
    func bytes(_ row: UnsafeMutablePointer<Float>) -> UnsafeMutableRawBufferPointer {
      unsafe UnsafeMutableRawBufferPointer(start: row, count: 4 * rows.count * stride)
    }
    return table == 0
      ? unsafe centers.withUnsafeRows(rows) { unsafe body(bytes($0)) }
      : unsafe contexts.withUnsafeRows(rows) { unsafe body(bytes($0)) }
  }
}
