internal import Dispatch

/// Runs long computations asynchronously, on a thread outside of Swift's own pool.
///
/// The work remains part of the task that awaits it: on the thread that it is called on, it sees
/// the task's cancellation through `Task.isCancelled` and `concurrentlyOrCancelled`.
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
    // A serial queue gets its own thread even if as many are busy as there are processors;
    // concurrent queues share their threads with Swift's own pool.
    DispatchQueue(label: "Amble work").async {
      unsafe job.runSynchronously(on: self.asUnownedTaskExecutor())
    }
  }
}
