internal import Dispatch
internal import Synchronization

/// Does work that cannot be interrupted, but does not wait for its end once the current task is
/// canceled.
///
/// Within a task the work runs on a thread of its own. When the task is canceled the work is left
/// to that thread: it runs to its end, unseen, and what it returns is dropped. Without a task it
/// runs on the calling thread.
///
/// - Parameter work: The work; it owns all that it uses.
/// - Returns: What the work returns.
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

/// What a thread leaves for another one.
private final class SharedResult<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
  let isThere = DispatchSemaphore(value: 0)
}
