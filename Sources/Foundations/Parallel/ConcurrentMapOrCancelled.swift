internal import Synchronization

/// Computes one value for every index on several threads, until the current task is canceled.
///
/// - Parameters:
///   - count: The number of indices; the body is called with `0..<count`.
///   - threadCount: The maximum number of threads, at least 1.
///   - body: The work for one index, a few milliseconds at most, as for `concurrentlyOrCancelled`.
///     It is called from several threads at once.
/// - Returns: The values in the order of their indices, whatever the number of threads.
/// - Throws: `CancellationError` if the task was canceled.
package func concurrentMapOrCancelled<Value: Sendable>(
  _ count: Int, threadCount: Int, _ body: @Sendable (_ index: Int) -> Value
) throws(CancellationError) -> [Value] {
  let values = Mutex([Value?](repeating: nil, count: count))
  try concurrentlyOrCancelled(count, threadCount: threadCount) { index in
    let value = body(index)
    values.withLock { $0[index] = value }
  }
  return values.withLock { $0.compactMap(\.self) }
}
