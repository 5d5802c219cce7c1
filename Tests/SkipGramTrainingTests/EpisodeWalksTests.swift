import Synchronization
import Testing

@testable import SkipGramTraining

@Suite struct EpisodeWalksTests {
  /// How often each of ten chunks was made, and each index of seven was run, in each of some steps.
  static func counts(steps: Range<Int>, threadCount: Int) -> (chunks: [Int], indices: [Int]) {
    let corpus = PairBucketsTests.corpus()
    let layout = BlockLayout(nodeCount: 300, blockCount: 4, seed: 1)
    let window = PairBucketsTests.window(size: 3, isReduced: true, corpus: corpus)
    let chunks = Mutex([Int](repeating: 0, count: 10))
    let indices = Mutex([Int](repeating: 0, count: 7))
    var walks = EpisodeWalks(chunkCount: 10) { chunk in
      chunks.withLock { $0[chunk] += 1 }
      return WalkChunk(chunk..<chunk + 1, of: corpus, layout: layout, window: window)
    }
    for step in steps {
      walks.make(after: 7, threadCount: threadCount, step: step, of: 4) { index in
        indices.withLock { $0[index] += 1 }
      }
    }
    #expect(walks.finished(threadCount: threadCount).count == 10)
    return (chunks.withLock(\.self), indices.withLock(\.self))
  }

  @Test(arguments: [0..<4, 1..<4, 3..<4, 0..<0], [1, 3])
  func `each chunk is made once, whichever steps there were`(steps: Range<Int>, threadCount: Int) {
    let counts = Self.counts(steps: steps, threadCount: threadCount)
    #expect(counts.chunks == [Int](repeating: 1, count: 10))
    #expect(counts.indices == [Int](repeating: steps.count, count: 7))
  }
}
