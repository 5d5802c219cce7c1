internal import Synchronization

/// Whether the task that requested some work was canceled, for all threads of the work.
///
/// Only the thread that the task runs on can ask the task; the others see what it has learned.
/// Loops ask every few milliseconds, and leave their results incomplete if the answer is yes; their
/// caller calls `check()` before using the results.
package final class Cancellation: Sendable {
  private let wasSeen = Atomic<Bool>(false)

  /// Creates the state of work that is about to begin.
  package init() {}

  /// Whether the task was canceled, as far as this thread can know.
  package var isRequested: Bool {
    if wasSeen.load(ordering: .relaxed) { return true }
    guard Task.isCancelled else { return false }
    wasSeen.store(true, ordering: .relaxed)
    return true
  }

  /// Throws if results may be incomplete.
  ///
  /// - Throws: `CancellationError` if the task was canceled.
  package func check() throws(CancellationError) {
    if isRequested { throw CancellationError() }
  }
}
