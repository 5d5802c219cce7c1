internal import Dispatch
internal import Synchronization

/// Does work that cannot be interrupted, but does not wait for its end once the current task is
/// canceled.
///
/// Within a task, the work runs on a thread of its own. If the task is canceled, that thread
/// finishes the work in the background and the result is dropped. Outside of a task, the work runs
/// on the calling thread.
///
/// - Parameter work: The work; it must own everything that it uses.
/// - Returns: The result of the work.
/// - Throws: `CancellationError` within a few hundredths of a second of the task's cancellation.
func finishedUnlessCancelled<Value: Sendable>(
  _ work: @escaping @Sendable () -> Value
) throws(CancellationError) -> Value {
  guard unsafe withUnsafeCurrentTask(body: { unsafe $0 != nil }) else { return work() }
  guard !Task.isCancelled else { throw CancellationError() }
  let result = SharedResult<Value>()
  DispatchQueue.global().async {
    let value = work()
    result.value.withLock { $0 = value }
    result.isThere.signal()
  }
  while true {
    if result.isThere.wait(timeout: .now() + .milliseconds(20)) == .success,
      let value = result.value.withLock({ $0 })
    {
      return value
    }
    if Task.isCancelled { throw CancellationError() }
  }
}

/// A result that one thread leaves for another.
private final class SharedResult<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
  let isThere = DispatchSemaphore(value: 0)
}
