internal import Parallel

/// Runs work for whoever awaits it, and leaves it alone when the task is canceled.
///
/// Graphviz cannot be interrupted, nor can some steps of a map's composition: the call then throws
/// at once, while the work goes on up to the next place where it sees the cancellation, and what it
/// returns is dropped.
///
/// - Parameter work: The work; it may block its thread.
/// - Returns: What the work returns.
/// - Throws: What the work throws; `CancellationError` when the current task is canceled.
func awaitedOrAbandoned<Result: Sendable>(
  _ work: @escaping @Sendable () throws -> Result
) async throws -> Result {
  let (results, continuation) = AsyncThrowingStream<Result, any Error>.makeStream()
  let task = Task {
    do {
      continuation.yield(try await awaited(work))
      continuation.finish()
    } catch {
      continuation.finish(throwing: error)
    }
  }
  return try await withTaskCancellationHandler {
    // A canceled task receives no result.
    for try await result in results { return result }
    throw CancellationError()
  } onCancel: {
    task.cancel()
  }
}
