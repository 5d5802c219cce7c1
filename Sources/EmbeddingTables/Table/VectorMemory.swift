#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Memory for floats, on a boundary of 64 bytes, all zero at first.
///
/// Large memory comes from the system in pages that cost nothing until they are touched, in large
/// pages where the system has them: random rows of a large table are otherwise found only by way of
/// a table of addresses that no cache holds.
@safe final class VectorMemory: @unchecked Sendable {
  // `@unchecked Sendable`: the address never changes. Who writes is the owner's matter.

  /// The number of floats.
  let count: Int
  /// The first float.
  let base: UnsafeMutablePointer<Float>
  /// What was mapped, or nil where the memory was allocated.
  private let mapping: UnsafeMutableRawBufferPointer?

  /// The least number of bytes that is mapped.
  private static let mappedByteCount = 1 << 20
  private static let largePage = 2 << 20

  /// Takes memory, or fails where there is not enough of it.
  init?(count: Int) {
    self.count = count
    let (byteCount, overflows) = count.multipliedReportingOverflow(by: MemoryLayout<Float>.stride)
    guard !overflows, byteCount < Int.max - 2 * Self.largePage else { return nil }
    guard byteCount >= Self.mappedByteCount else {
      // SAFETY: at least a float is allocated, and all are initialised.
      unsafe base = UnsafeMutableRawPointer.allocate(byteCount: max(4, byteCount), alignment: 64)
        .bindMemory(to: Float.self, capacity: count)
      unsafe base.initialize(repeating: 0, count: count)
      unsafe mapping = nil
      return
    }
    let length = byteCount + Self.largePage
    // SAFETY: an anonymous mapping is zero; the first boundary of a large page in it leaves
    // `byteCount` bytes.
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
    unsafe base = address.bindMemory(to: Float.self, capacity: count)
  }

  /// Takes memory that the program cannot go on without.
  static func required(count: Int) -> VectorMemory {
    guard let memory = VectorMemory(count: count) else {
      fatalError("there is no memory for \(count) floats")
    }
    return memory
  }

  deinit {
    if let mapping = unsafe mapping {
      _ = unsafe munmap(mapping.baseAddress, mapping.count)
    } else {
      unsafe base.deallocate()
    }
  }

  /// All floats.
  var elements: Span<Float> {
    @_lifetime(borrow self) get {
      let span = unsafe Span(_unsafeStart: base, count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// Lets a body write the floats.
  ///
  /// No other thread may use them meanwhile.
  func write(_ body: (inout MutableSpan<Float>) -> Void) {
    var span = unsafe MutableSpan(_unsafeStart: base, count: count)
    body(&span)
  }
}
