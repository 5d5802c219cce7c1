/// Memory that several threads fill, each writing its own part.
@unsafe struct SharedElements: @unchecked Sendable {
  // `@unchecked Sendable`: callers of `update` guarantee that no two threads share a range.

  private let elements: UnsafeMutableBufferPointer<Float>

  /// Shares memory, which must outlive this value.
  init(_ elements: UnsafeMutableBufferPointer<Float>) {
    unsafe self.elements = unsafe elements
  }

  /// Calls a body to write a range, which no other thread may use meanwhile.
  @inline(__always)
  func update<Failure: Error>(
    _ range: Range<Int>, _ body: (inout MutableSpan<Float>) throws(Failure) -> Void
  ) throws(Failure) {
    let count = unsafe elements.count
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    // SAFETY: the range is checked; the caller guarantees that it is not shared. All bit patterns
    // are valid floats, so that memory that was never written may be treated as floats.
    var span = unsafe MutableSpan(
      _unsafeElements: UnsafeMutableBufferPointer(rebasing: elements[range]))
    try body(&span)
  }
}
