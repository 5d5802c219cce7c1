internal import Parallel

/// Memory for a graph cannot be allocated.
struct NotEnoughMemory: Error {
  /// The number of bytes requested.
  let byteCount: Int

  /// Throws unless the system can provide this much memory.
  ///
  /// Call it before creating arrays, since an array that cannot be allocated ends the program. The
  /// answer is the system's estimate; it does not foresee what other processes take later.
  static func check(byteCount: Int) throws(NotEnoughMemory) {
    // Pages that are never touched cost nothing.
    guard LargeMemory<UInt8>(count: byteCount) != nil else {
      throw NotEnoughMemory(byteCount: byteCount)
    }
  }
}
