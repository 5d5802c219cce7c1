internal import ParallelLoops
internal import Synchronization

/// The walks of an episode, in chunks that are made one by one, on any thread.
///
/// While an episode is trained, threads that would have to wait for each other make the chunks of the
/// next.
struct EpisodeWalks: ~Copyable, Sendable {
  private let chunks: Mutex<[WalkChunk?]>
  private let startedCount = Atomic<Int>(0)
  private let chunkCount: Int
  private let make: @Sendable (_ chunk: Int) -> WalkChunk

  /// Prepares the walks of an episode; none of them is made.
  ///
  /// - Parameters:
  ///   - chunkCount: The number of chunks.
  ///   - make: Makes a chunk.
  init(chunkCount: Int, make: @escaping @Sendable (_ chunk: Int) -> WalkChunk) {
    self.chunkCount = chunkCount
    self.make = make
    chunks = Mutex([WalkChunk?](repeating: nil, count: chunkCount))
  }

  /// Makes one more chunk.
  ///
  /// - Returns: Whether there was one left to make.
  func makeOne() -> Bool {
    guard startedCount.load(ordering: .relaxed) < chunkCount else { return false }
    let index = startedCount.wrappingAdd(1, ordering: .relaxed).oldValue
    guard index < chunkCount else { return false }
    let chunk = make(index)
    chunks.withLock { $0[index] = chunk }
    return true
  }

  /// All chunks; those that are left are made now.
  func finished(threadCount: Int) -> [WalkChunk] {
    concurrently(threadCount, threadCount: threadCount) { _ in while makeOne() {} }
    return chunks.withLock { $0.compactMap(\.self) }
  }
}
