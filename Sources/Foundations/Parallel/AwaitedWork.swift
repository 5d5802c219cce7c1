internal import Dispatch

/// Runs long work of the processor for whoever awaits it, on a thread outside Swift's own pool.
///
/// The work stays part of the task that awaits it: it sees the task's cancellation by
/// `Task.isCancelled` and `concurrentlyOrCancelled`, on the thread that it is called on.
///
/// - Parameter work: The work; it may block its thread.
/// - Returns: What the work returns.
/// - Throws: What the work throws.
package func awaited<Result: Sendable>(
  _ work: @escaping @Sendable () throws -> Result
) async throws -> Result {
  try await withTaskExecutorPreference(WorkQueue.shared) { try work() }
}

/// An executor whose threads may be busy, or blocked, for hours.
private final class WorkQueue: TaskExecutor {
  static let shared = WorkQueue()

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    // A serial queue gets a thread even when as many are busy as there are processors; concurrent
    // queues share theirs with Swift's own pool.
    DispatchQueue(label: "Amble work").async {
      unsafe job.runSynchronously(on: self.asUnownedTaskExecutor())
    }
  }
}
