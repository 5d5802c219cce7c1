internal import CVectorKernels

extension Span {
  /// Asks the processor to load an element into its caches ahead of use.
  ///
  /// It changes no result and reads nothing, so that an index out of range does no harm.
  ///
  /// The corresponding C function is `prefetch_line`.
  @inline(__always) func prefetch(_ index: Int) {
    // SAFETY: the address is only computed and handed to the prefetch instruction, which never
    // faults; nothing is read through it.
    unsafe withUnsafeBufferPointer { elements in
      unsafe prefetch_line(elements.baseAddress.map { unsafe UnsafeRawPointer($0 + index) })
    }
  }
}
