internal import Parallel

/// Runs work asynchronously, and abandons it if the task is canceled.
///
/// Graphviz cannot be interrupted, nor can some steps of composing a map. The call then throws at
/// once, while the work continues in the background to the next point at which it notices the
/// cancellation; its result is dropped.
///
/// - Parameter work: The work; it may block its thread.
/// - Returns: The result of the work.
/// - Throws: What the work throws; `CancellationError` if the current task is canceled.
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
