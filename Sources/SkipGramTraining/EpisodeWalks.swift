internal import ParallelLoops

/// The walks of an episode, in chunks that are made one by one, on any thread.
///
/// While an episode is trained, threads that find no bucket left in a step make the chunks of the next:
/// walking costs little, and the time in which threads wait for each other is there anyway.
struct EpisodeWalks: Sendable {
  private var chunks: [WalkChunk?]
  private let make: @Sendable (_ chunk: Int) -> WalkChunk

  /// Prepares the walks of an episode; none of them is made.
  ///
  /// - Parameters:
  ///   - chunkCount: The number of chunks.
  ///   - make: Makes a chunk.
  init(chunkCount: Int, make: @escaping @Sendable (_ chunk: Int) -> WalkChunk) {
    chunks = [WalkChunk?](repeating: nil, count: chunkCount)
    self.make = make
  }

  /// All chunks; those that no step has made are made now.
  func finished(threadCount: Int) -> [WalkChunk] {
    concurrentMap(chunks.count, threadCount: threadCount) { chunks[$0] ?? make($0) }
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
  mutating func make(
    after count: Int, threadCount: Int, step: Int, of stepCount: Int,
    _ body: @Sendable (_ index: Int) -> Void
  ) {
    let share = chunks.count * step / stepCount..<chunks.count * (step + 1) / stepCount
    let make = make
    let made = concurrentMap(count + share.count, threadCount: threadCount) { index in
      guard index < count else { return Optional(make(share.lowerBound + index - count)) }
      body(index)
      return nil
    }
    chunks.replaceSubrange(share, with: made[count...])
  }
}
