internal import CVectorKernels
internal import Parallel

/// What a search needs of each row in one place of memory: its code, and behind it its links on the
/// lowest layer.
///
/// A search looks at the codes of many rows that lie anywhere in memory, and follows the links of
/// the best: these are then on a page that the processor has just had to find.
@safe final class RowRecords: @unchecked Sendable {
  // `@unchecked Sendable`: codes are written once, by `RowCodes`, links by `LayeredLinks`, and no
  // thread reads meanwhile.

  /// The number of bytes of a code: a multiple of a cache line.
  let codeSize: Int
  /// The number of links a row has place for.
  let linkCapacity: Int
  /// The number of bytes from one record's start to the next's.
  let stride: Int
  private let memory: LargeMemory<Int8>

  /// Takes memory for records whose codes are zeros and whose links are `LayeredLinks.none`.
  init(rowCount: Int, dimensions: Int, linkCapacity: Int) {
    let line = Int(VK_CODES)
    codeSize = (dimensions + line - 1) / line * line
    self.linkCapacity = linkCapacity
    stride = codeSize + (4 * linkCapacity + line - 1) / line * line
    memory = .required(count: rowCount * stride)
    for row in 0..<UInt32(rowCount) {
      // SAFETY: these bytes of the record are links from here on.
      unsafe UnsafeMutableRawPointer(memory.base + linkOffset(of: row))
        .bindMemory(to: UInt32.self, capacity: linkCapacity)
        .initialize(repeating: LayeredLinks.none, count: linkCapacity)
    }
  }

  private func linkOffset(of row: UInt32) -> Int { Int(row) * stride + codeSize }

  /// The code of the first row; that of another is `stride` bytes further for each row.
  var codes: UnsafeMutablePointer<Int8> { unsafe memory.base }

  /// The links of a row, which is one of the rows.
  @inline(__always) func links(of row: UInt32) -> UnsafeMutableBufferPointer<UInt32> {
    // SAFETY: the record has place for them, bound to their type in `init`.
    unsafe UnsafeMutableBufferPointer(
      start: UnsafeMutableRawPointer(memory.base + linkOffset(of: row))
        .assumingMemoryBound(to: UInt32.self), count: linkCapacity)
  }
}
