internal import Synchronization

/// Whether the task that a piece of work is done for was canceled, for all threads of the work.
///
/// Only the thread that the task runs on can ask the task; what it learns, all others see. Loops ask
/// every few milliseconds, and leave their results incomplete where the answer is yes; whoever
/// started them calls `check()` before it uses the results.
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

  /// Throws when results may be incomplete.
  ///
  /// - Throws: `CancellationError` when the task was canceled.
  package func check() throws(CancellationError) {
    if isRequested { throw CancellationError() }
  }
}
