/// Memory that several threads fill, each writing its own elements.
///
/// The elements are not initialized: none may be read before it has been written.
@safe struct ArcMemory<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  // `@unchecked Sendable`: the address never changes, and callers guarantee that no thread writes
  // an element while another uses it.

  private let elements: UnsafeMutableBufferPointer<Element>
  private let isOwned: Bool

  init(count: Int) {
    unsafe elements = .allocate(capacity: count)
    isOwned = true
  }

  private init(borrowing elements: UnsafeMutableBufferPointer<Element>) {
    unsafe self.elements = elements
    isOwned = false
  }

  deinit {
    if isOwned { unsafe elements.deallocate() }
  }

  /// Creates an array that several threads fill.
  ///
  /// - Parameters:
  ///   - count: The number of elements.
  ///   - fill: Writes every element of the memory.
  /// - Returns: The elements.
  static func array(count: Int, _ fill: (borrowing ArcMemory) -> Void) -> [Element] {
    unsafe [Element](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      // SAFETY: the memory does not outlive this call. `fill` writes all elements; they are
      // trivial, so that even a forgotten one would be a wrong number, not undefined behavior.
      unsafe fill(ArcMemory(borrowing: UnsafeMutableBufferPointer(rebasing: buffer[..<count])))
      initializedCount = count
    }
  }

  /// Stores one element, which no other thread may use meanwhile.
  borrowing func store(_ element: Element, at index: Int) {
    precondition(index >= 0 && index < (unsafe elements.count), "the element is out of range")
    // SAFETY: the index is checked above.
    unsafe elements[index] = element
  }

  /// Calls a body to change a range of elements, which no other thread may use meanwhile.
  borrowing func update<Result>(
    _ range: Range<Int>, _ body: (inout MutableSpan<Element>) -> Result
  ) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= (unsafe elements.count))
    // SAFETY: the range is checked above; the caller guarantees that it is not shared.
    var span = unsafe MutableSpan(
      _unsafeElements: UnsafeMutableBufferPointer(rebasing: elements[range]))
    return body(&span)
  }
}
