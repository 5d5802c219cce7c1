/// Memory that several threads fill, each with elements of its own.
///
/// The elements are not initialized: what is read must have been written.
@safe struct ArcMemory<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  // `@unchecked Sendable`: the address never changes, and callers promise that no element is
  // written by one thread while another uses it.

  private let elements: UnsafeMutableBufferPointer<Element>

  init(count: Int) {
    unsafe elements = .allocate(capacity: count)
  }

  deinit {
    unsafe elements.deallocate()
  }

  /// Writes one element, which no other thread may use meanwhile.
  borrowing func store(_ element: Element, at index: Int) {
    precondition(index >= 0 && index < (unsafe elements.count), "the element is out of range")
    // SAFETY: the index is checked above.
    unsafe elements[index] = element
  }

  /// Lets a body change a range of elements, which no other thread may use meanwhile.
  borrowing func update<Result>(
    _ range: Range<Int>, _ body: (inout MutableSpan<Element>) -> Result
  ) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= (unsafe elements.count))
    // SAFETY: the range is checked above; that it is not shared is the caller's promise.
    var span = unsafe MutableSpan(
      _unsafeElements: UnsafeMutableBufferPointer(rebasing: elements[range]))
    return body(&span)
  }

  /// A copy of all elements, which must all have been written.
  borrowing func array() -> [Element] {
    // SAFETY: the memory is not written meanwhile; the copy does not keep its address.
    unsafe Array(elements)
  }
}
