internal import Parallel
internal import Synchronization

/// The walks of an episode, in chunks that any thread can make one by one.
///
/// While an episode is trained, threads that would otherwise wait for each other make the chunks of
/// the next.
struct EpisodeWalks: ~Copyable, Sendable {
  /// The slot of a chunk.
  ///
  /// `@unchecked Sendable`: only the thread that has taken its number writes it, and it is read
  /// after all threads have stopped making chunks.
  private final class Slot: @unchecked Sendable {
    var chunk: WalkChunk?
  }

  private let slots: [Slot]
  private let takenCount = Atomic<Int>(0)
  private let make: @Sendable (_ chunk: Int) -> WalkChunk

  /// Prepares the walks of an episode without making any.
  ///
  /// - Parameters:
  ///   - chunkCount: The number of chunks.
  ///   - make: Makes a chunk.
  init(chunkCount: Int, make: @escaping @Sendable (_ chunk: Int) -> WalkChunk) {
    self.make = make
    slots = (0..<chunkCount).map { _ in Slot() }
  }

  /// Makes one more chunk.
  ///
  /// - Returns: Whether a chunk was left to make.
  func makeOne() -> Bool {
    let index = takenCount.wrappingAdd(1, ordering: .relaxed).oldValue
    guard index < slots.count else { return false }
    slots[index].chunk = make(index)
    return true
  }

  /// Returns all chunks; those that are left are made now, unless the work is canceled.
  ///
  /// No other thread may be making chunks.
  func finished(threadCount: Int, cancellation: Cancellation) -> [WalkChunk] {
    concurrently(threadCount, threadCount: threadCount) { _ in
      while !cancellation.isRequested && makeOne() {}
    }
    return slots.compactMap(\.chunk)
  }
}
