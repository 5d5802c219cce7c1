import Parallel
import Synchronization
import Testing

@testable import SkipGramTraining

@Suite struct EpisodeWalksTests {
  @Test(arguments: [0, 4, 10, 30], [1, 3])
  func `each chunk is made once and in its place, however many are made beforehand`(
    count: Int, threadCount: Int
  ) throws {
    let corpus = PairBucketsTests.corpus()
    let layout = BlockLayout(nodeCount: 300, blockCount: 4, seed: 1)
    let window = try PairBucketsTests.window(size: 3, isReduced: true, corpus: corpus)
    @Sendable func chunk(_ index: Int) -> WalkChunk {
      WalkChunk(
        index..<index + 1, of: corpus, layout: layout, window: window, forBuckets: false)
    }
    let made = Mutex([Int](repeating: 0, count: 10))
    let walks = EpisodeWalks(chunkCount: 10) { index in
      made.withLock { $0[index] += 1 }
      return chunk(index)
    }
    let answers = concurrentMap(count, threadCount: threadCount) { _ in walks.makeOne() }
    #expect(answers.count { $0 } == min(count, 10))
    let chunks = walks.finished(threadCount: threadCount, cancellation: Cancellation())
    #expect(chunks.map(\.addresses) == (0..<10).map { chunk($0).addresses })
    #expect(made.withLock(\.self) == [Int](repeating: 1, count: 10))
    let isLeft = walks.makeOne()
    #expect(!isLeft)
  }
}
