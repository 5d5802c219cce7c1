internal import Algorithms
internal import CVectorKernels
internal import Parallel
internal import Synchronization

/// The numbers of a table, which tables can share.
///
/// Rows start at multiples of 64 bytes and are padded with zeros.
@safe final class RowStorage: Sendable {
  /// The number of rows.
  let rowCount: Int
  /// The number of components of a row.
  let dimensions: Int
  /// The number of floats from the start of one row to the start of the next.
  let stride: Int
  /// Locked while look-ups change rows, so that they take turns.
  let renormalization = Mutex(())
  private let memory: LargeMemory<Float>

  /// The maximum number of rows: the kernels number them in 32 bits.
  static let largestRowCount = Int(UInt32.max)

  /// Creates rows of zeros, or fails if there is not enough memory.
  init?(rowCount: Int, dimensions: Int) {
    let lanes = Int(VK_LANES)
    guard dimensions <= Int.max - lanes else { return nil }
    let stride = dimensions.roundedUp(toMultipleOf: lanes)
    let (count, overflows) = rowCount.multipliedReportingOverflow(by: stride)
    guard !overflows, let memory = LargeMemory<Float>(count: count) else { return nil }
    self.rowCount = rowCount
    self.dimensions = dimensions
    self.stride = stride
    self.memory = memory
  }

  /// The rows in the form that kernels take.
  var kernelRows: vk_rows {
    unsafe vk_rows(base: memory.base, stride: stride, width: dimensions)
  }

  /// The components of a row.
  subscript(row: Int) -> Span<Float> {
    @_lifetime(borrow self) get {
      precondition(row >= 0 && row < rowCount, "the row is out of range")
      // SAFETY: the row lies within the memory, which lives as long as the storage.
      let span = unsafe Span(_unsafeStart: memory.base + row * stride, count: dimensions)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// Calls a body to change a row.
  ///
  /// No other thread may use it meanwhile.
  func update(row: Int, _ body: (inout MutableSpan<Float>) -> Void) {
    precondition(row >= 0 && row < rowCount, "the row is out of range")
    // SAFETY: the row lies within the memory; the caller guarantees that it is not shared.
    var span = unsafe MutableSpan(_unsafeStart: memory.base + row * stride, count: dimensions)
    body(&span)
  }

  /// Calls a body with the address of a range of rows.
  ///
  /// No other thread may use them meanwhile.
  func withUnsafeRows<Result>(
    _ rows: Range<Int>, _ body: (UnsafeMutablePointer<Float>) -> Result
  ) -> Result {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= rowCount, "rows are out of range")
    return unsafe body(memory.base + rows.lowerBound * stride)
  }
}
