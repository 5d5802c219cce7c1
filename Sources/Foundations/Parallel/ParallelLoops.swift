import Dispatch
import Synchronization
import SystemLibrary

/// The number of processors that are online.
public var processorCount: Int {
  max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}

/// Runs a body once for every index, on several threads.
///
/// Indices are handed out one by one, so that uneven work is balanced; the order in which they run
/// is unspecified. The results of the bodies must therefore depend neither on it nor on
/// `threadCount`. The call returns when all bodies have returned.
///
/// - Parameters:
///   - count: The number of indices; the body is called with `0..<count`.
///   - threadCount: The maximum number of threads, at least 1. With 1, the indices run in order on
///     the calling thread.
///   - body: The work for one index. It is called from several threads at once.
public func concurrently(
  _ count: Int, threadCount: Int, _ body: @Sendable (_ index: Int) -> Void
) {
  precondition(threadCount >= 1, "at least one thread is needed")
  let workerCount = min(count, threadCount)
  guard workerCount > 1 else {
    for index in 0..<count { body(index) }
    return
  }
  let next = Atomic<Int>(0)
  @Sendable func work() {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      body(index)
    }
  }
  // Each helper has a serial queue, which gets a thread of its own. `concurrentPerform` would use
  // the threads of Swift's pool, so that a task meant to cancel the work would wait for it to end.
  withoutActuallyEscaping(work) { work in
    let helpers = DispatchGroup()
    for _ in 1..<workerCount { DispatchQueue(label: "Amble").async(group: helpers, execute: work) }
    work()
    helpers.wait()
  }
}

/// Runs a body once for every index, on several threads, until the current task is canceled.
///
/// Indices are handed out as by `concurrently`, but no more of them once the task is canceled; the
/// results of the bodies are then incomplete and must not be used.
///
/// - Parameters:
///   - count: The number of indices; the body is called with `0..<count`.
///   - threadCount: The maximum number of threads, at least 1.
///   - body: The work for one index: a few milliseconds at most, since cancellation is only checked
///     between indices. It is called from several threads at once.
/// - Throws: `CancellationError` if the task was canceled.
package func concurrentlyOrCancelled(
  _ count: Int, threadCount: Int, _ body: @Sendable (_ index: Int) -> Void
) throws(CancellationError) {
  let cancellation = Cancellation()
  concurrently(count, threadCount: threadCount) { index in
    if !cancellation.isRequested { body(index) }
  }
  try cancellation.check()
}

/// Computes one value for every index, on several threads.
///
/// - Parameters:
///   - count: The number of indices; the body is called with `0..<count`.
///   - threadCount: The maximum number of threads, at least 1.
///   - body: The work for one index. It is called from several threads at once.
/// - Returns: The values in the order of their indices, whatever the number of threads.
public func concurrentMap<Value: Sendable>(
  _ count: Int, threadCount: Int, _ body: @Sendable (_ index: Int) -> Value
) -> [Value] {
  let values = Mutex([Value?](repeating: nil, count: count))
  concurrently(count, threadCount: threadCount) { index in
    let value = body(index)
    values.withLock { $0[index] = value }
  }
  return values.withLock { $0.compactMap(\.self) }
}

/// Updates every element of an array in place, on several threads.
///
/// - Parameters:
///   - elements: The array.
///   - threadCount: The maximum number of threads, at least 1.
///   - body: Updates the element at one index. It is called from several threads at once.
public func concurrentlyUpdate<Element: Sendable>(
  _ elements: inout [Element], threadCount: Int,
  _ body: @Sendable (_ index: Int, _ element: inout Element) -> Void
) {
  let count = elements.count
  unsafe elements.withUnsafeMutableBufferPointer { buffer in
    // SAFETY: every index is handed out once, so that no two threads share an element.
    nonisolated(unsafe) let buffer = unsafe buffer
    concurrently(count, threadCount: threadCount) { index in
      unsafe body(index, &buffer[index])
    }
  }
}
