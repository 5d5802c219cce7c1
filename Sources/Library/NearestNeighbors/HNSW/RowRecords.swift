internal import Algorithms
internal import CVectorKernels
internal import Errors
internal import Parallel

/// The code of each row and, directly after it in memory, the row's links on the lowest layer.
///
/// A search reads the codes of many rows scattered over memory and follows the links of the best;
/// these are then on a page whose address the processor has just translated.
@safe final class RowRecords: @unchecked Sendable {
  // `@unchecked Sendable`: codes are written once, by `RowCodes`, links by `LayeredLinks`, and no
  // thread reads meanwhile.

  /// The number of bytes of a code: a multiple of a cache line.
  let codeSize: Int
  /// The maximum number of links of a row.
  let linkCapacity: Int
  /// The number of bytes from the start of one record to the start of the next.
  let stride: Int
  private let memory: LargeMemory<Int8>

  /// Allocates records whose codes are zeros and whose links are `LayeredLinks.none`.
  ///
  /// - Throws: `MemoryError` if there is not enough memory, `CancellationError` if the current task
  ///   is canceled.
  init(rowCount: Int, dimensions: Int, linkCapacity: Int) throws {
    let line = Int(VK_CODES)
    codeSize = dimensions.roundedUp(toMultipleOf: line)
    self.linkCapacity = linkCapacity
    stride = codeSize + (4 * linkCapacity).roundedUp(toMultipleOf: line)
    let byteCount = Int.product(rowCount, stride)
    guard let memory = byteCount.flatMap({ LargeMemory<Int8>(count: $0) }) else {
      throw MemoryError(byteCount: byteCount, purpose: "an index of \(rowCount) rows")
    }
    self.memory = memory
    for row in 0..<UInt32(rowCount) {
      if row.isMultiple(of: 8192) { try Task.checkCancellation() }
      // SAFETY: these bytes of the record are links from here on.
      unsafe UnsafeMutableRawPointer(memory.base + linkOffset(of: row))
        .bindMemory(to: UInt32.self, capacity: linkCapacity)
        .initialize(repeating: LayeredLinks.none, count: linkCapacity)
    }
  }

  private func linkOffset(of row: UInt32) -> Int { Int(row) * stride + codeSize }

  /// The code of the first row; those of other rows follow, `stride` bytes apart.
  var codes: UnsafeMutablePointer<Int8> { unsafe memory.base }

  /// The links of a row.
  @inline(__always) func links(of row: UInt32) -> UnsafeMutableBufferPointer<UInt32> {
    // SAFETY: the record has room for them, bound to their type in `init`.
    unsafe UnsafeMutableBufferPointer(
      start: UnsafeMutableRawPointer(memory.base + linkOffset(of: row))
        .assumingMemoryBound(to: UInt32.self), count: linkCapacity)
  }
}
