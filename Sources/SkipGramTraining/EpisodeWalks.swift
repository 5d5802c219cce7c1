internal import ParallelLoops
internal import Synchronization

/// The walks of an episode, in chunks that are made one by one, on any thread.
///
/// While an episode is trained, threads that find no bucket left in a step make the chunks of the next:
/// walking costs little, and the time in which threads wait for each other is there anyway.
final class EpisodeWalks: Sendable {
  private let chunks: Mutex<[WalkChunk?]>
  private let make: @Sendable (_ chunk: Int) -> WalkChunk

  /// Prepares the walks of an episode; none of them is made.
  ///
  /// - Parameters:
  ///   - chunkCount: The number of chunks.
  ///   - make: Makes a chunk.
  init(chunkCount: Int, make: @escaping @Sendable (_ chunk: Int) -> WalkChunk) {
    chunks = Mutex([WalkChunk?](repeating: nil, count: chunkCount))
    self.make = make
  }

  /// All chunks; those that no step has made are made now.
  func finished(threadCount: Int) -> [WalkChunk] {
    let missing = chunks.withLock { chunks in chunks.indices.filter { chunks[$0] == nil } }
    concurrently(missing.count, threadCount: threadCount) { fill(missing[$0]) }
    return chunks.withLock { $0.compactMap(\.self) }
  }

  /// Runs a body once for every index, and then makes the chunks that are a step's share, spread over
  /// threads.
  ///
  /// - Parameters:
  ///   - count: The number of indices of the body.
  ///   - threadCount: The largest number of threads.
  ///   - step: A step of the episode before.
  ///   - stepCount: The number of its steps.
  ///   - body: The work of the step.
  func make(
    after count: Int, threadCount: Int, step: Int, of stepCount: Int,
    _ body: @Sendable (_ index: Int) -> Void
  ) {
    let chunkCount = chunks.withLock(\.count)
    let share = chunkCount * step / stepCount..<chunkCount * (step + 1) / stepCount
    concurrently(count + share.count, threadCount: threadCount) { index in
      if index < count { body(index) } else { fill(share.lowerBound + index - count) }
    }
  }

  private func fill(_ chunk: Int) {
    let walks = make(chunk)
    chunks.withLock { $0[chunk] = walks }
  }
}
