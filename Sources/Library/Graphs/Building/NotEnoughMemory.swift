internal import Parallel

/// There is no memory for a graph.
struct NotEnoughMemory: Error {
  /// The number of bytes that were asked for.
  let byteCount: Int

  /// Throws unless the system has so much memory to give.
  ///
  /// It is asked before arrays are made, since an array without memory ends the program. The
  /// answer is the system's estimate: what other processes take later is not foreseen.
  static func check(byteCount: Int) throws(NotEnoughMemory) {
    // Pages that nobody touches cost nothing.
    guard LargeMemory<UInt8>(count: byteCount) != nil else {
      throw NotEnoughMemory(byteCount: byteCount)
    }
  }
}
