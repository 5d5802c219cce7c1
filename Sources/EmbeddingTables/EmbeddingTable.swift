internal import CVectorKernels

/// A trainable matrix: a vector for each of a fixed number of rows.
///
/// The table owns its memory and cannot be copied; it can be borrowed by many threads at once.
/// Rows start at multiples of 64 bytes and are padded with zeros, which training keeps zero, so
/// that kernels need no special case for any number of dimensions.
///
/// Memory: `rowCount` × `dimensions` floats, `dimensions` rounded up to a multiple of 16.
@safe public struct EmbeddingTable: ~Copyable, @unchecked Sendable {
  // `@unchecked Sendable`: the pointers never change. Reading rows from many threads is safe;
  // writing goes through `update(row:_:)` and `withUnsafeRows(_:)`, whose callers promise that no
  // row is used by two threads at once.

  /// The number of rows.
  public let rowCount: Int
  /// The number of components of a row.
  public let dimensions: Int
  /// The number of floats from one row's start to the next's.
  package let stride: Int
  private let elements: UnsafeMutableBufferPointer<Float>

  /// Creates a table of zeros.
  ///
  /// - Parameters:
  ///   - rowCount: The number of rows.
  ///   - dimensions: The number of components of a row.
  /// - Precondition: `rowCount` is not negative and `dimensions` is positive.
  public init(rowCount: Int, dimensions: Int) {
    precondition(rowCount >= 0, "the number of rows is not negative")
    precondition(dimensions > 0, "a row has at least one component")
    self.rowCount = rowCount
    self.dimensions = dimensions
    let lanes = Int(VK_LANES)
    stride = (dimensions + lanes - 1) / lanes * lanes
    let count = rowCount * stride
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, count) * MemoryLayout<Float>.stride, alignment: 64)
    unsafe elements = UnsafeMutableBufferPointer(
      start: memory.bindMemory(to: Float.self, capacity: count), count: count)
    unsafe elements.initialize(repeating: 0)
  }

  deinit {
    unsafe elements.deallocate()
  }

  /// The components of a row.
  ///
  /// - Precondition: `row` is in 0..<`rowCount`.
  public subscript(row: Int) -> Span<Float> {
    @_lifetime(borrow self)
    borrowing get {
      let span = unsafe Span(
        _unsafeElements: UnsafeBufferPointer(rebasing: elements[range(of: row)]))
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// Lets a body change the components of a row.
  ///
  /// - Parameters:
  ///   - row: The row, in 0..<`rowCount`. No other thread may use it meanwhile.
  ///   - body: Changes the row's `dimensions` components.
  public borrowing func update(row: Int, _ body: (inout MutableSpan<Float>) -> Void) {
    // SAFETY: the range is checked; that the row is not shared is the caller's promise.
    var span = unsafe MutableSpan(
      _unsafeElements: UnsafeMutableBufferPointer(rebasing: elements[range(of: row)]))
    body(&span)
  }

  /// Lets a body work on a range of rows through their address.
  ///
  /// - Parameters:
  ///   - rows: The rows, within 0..<`rowCount`. No other thread may use them meanwhile.
  ///   - body: Gets the address of the first row; rows are `stride` floats apart. The address does
  ///     not outlive the call, and what lies behind a row's `dimensions` stays zero.
  /// - Returns: What the body returns.
  package borrowing func withUnsafeRows<Result>(
    _ rows: Range<Int>, _ body: (UnsafeMutablePointer<Float>) -> Result
  ) -> Result {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= rowCount, "rows are out of range")
    guard let base = unsafe elements.baseAddress else { preconditionFailure("no memory") }
    return unsafe body(base + rows.lowerBound * stride)
  }

  private func range(of row: Int) -> Range<Int> {
    precondition(row >= 0 && row < rowCount, "the row is out of range")
    return row * stride..<row * stride + dimensions
  }
}
