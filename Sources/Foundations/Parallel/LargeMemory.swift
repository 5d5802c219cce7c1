internal import SystemLibrary

/// Memory for numbers, aligned to 64 bytes, initially all zero.
///
/// Large memory is mapped in pages that cost nothing until they are touched. They are large pages
/// if the system has them; otherwise, access to random rows of a large table would need a table of
/// addresses that does not fit in any cache.
@safe package final class LargeMemory<Element>: @unchecked Sendable
where Element: BitwiseCopyable & ExpressibleByIntegerLiteral & Sendable {
  // `@unchecked Sendable`: the address never changes. The owner decides who writes.

  /// The number of elements.
  package let count: Int
  /// The first element.
  package let base: UnsafeMutablePointer<Element>
  /// The mapping, or nil if the memory was allocated.
  private let mapping: UnsafeMutableRawBufferPointer?

  /// The minimum number of bytes for which memory is mapped.
  private static var mappedByteCount: Int { 1 << 20 }
  private static var largePage: Int { 2 << 20 }

  /// Allocates memory, or fails if there is not enough.
  package init?(count: Int) {
    self.count = count
    let (byteCount, overflows) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !overflows, byteCount < Int.max - 2 * Self.largePage else { return nil }
    guard byteCount >= Self.mappedByteCount else {
      // SAFETY: at least one element is allocated, and all are initialized.
      unsafe base = UnsafeMutableRawPointer.allocate(byteCount: max(8, byteCount), alignment: 64)
        .bindMemory(to: Element.self, capacity: count)
      unsafe base.initialize(repeating: 0, count: count)
      unsafe mapping = nil
      return
    }
    let length = byteCount + Self.largePage
    // SAFETY: an anonymous mapping is zero, and `byteCount` bytes remain after the first boundary
    // of a large page in it.
    guard
      let start = unsafe mmap(
        nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    let address = unsafe start.alignedUp(toMultipleOf: Self.largePage)
    #if os(Linux)
      unsafe madvise(address, byteCount, MADV_HUGEPAGE)
    #endif
    unsafe mapping = UnsafeMutableRawBufferPointer(start: start, count: length)
    unsafe base = address.bindMemory(to: Element.self, capacity: count)
  }

  /// Memory for no elements.
  package init() {
    count = 0
    unsafe base = .allocate(capacity: 1)
    unsafe mapping = nil
  }

  deinit {
    if let mapping = unsafe mapping {
      _ = unsafe munmap(mapping.baseAddress, mapping.count)
    } else {
      unsafe base.deallocate()
    }
  }

  /// All elements.
  package var elements: Span<Element> {
    @_lifetime(borrow self) get {
      let span = unsafe Span(_unsafeStart: base, count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// Calls a body to write the elements.
  ///
  /// No other thread may use them meanwhile.
  package func write(_ body: (inout MutableSpan<Element>) -> Void) {
    var span = unsafe MutableSpan(_unsafeStart: base, count: count)
    body(&span)
  }
}
