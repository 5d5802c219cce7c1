/// Memory that several threads fill, each a part of its own.
@unsafe struct SharedElements: @unchecked Sendable {
  // `@unchecked Sendable`: whoever calls `update` promises that no two threads share a range.

  private let elements: UnsafeMutableBufferPointer<Float>

  /// Shares memory, which must outlive this value.
  init(_ elements: UnsafeMutableBufferPointer<Float>) {
    unsafe self.elements = unsafe elements
  }

  /// Lets a body write a range, which no other thread may use meanwhile.
  @inline(__always)
  func update<Failure: Error>(
    _ range: Range<Int>, _ body: (inout MutableSpan<Float>) throws(Failure) -> Void
  ) throws(Failure) {
    let count = unsafe elements.count
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    // SAFETY: the range is checked; that it is not shared is the caller's promise. A float has no
    // bits that mean nothing, so memory that was never written may be taken for floats.
    var span = unsafe MutableSpan(
      _unsafeElements: UnsafeMutableBufferPointer(rebasing: elements[range]))
    try body(&span)
  }
}
