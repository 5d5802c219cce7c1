import Parallel
import Synchronization
import Testing

@Suite struct ParallelLoopsTests {
  @Test(arguments: [1, 2, 7])
  func `every index runs once`(threadCount: Int) {
    let counts = Mutex([Int](repeating: 0, count: 100))
    concurrently(100, threadCount: threadCount) { index in counts.withLock { $0[index] += 1 } }
    #expect(counts.withLock { $0 } == [Int](repeating: 1, count: 100))
  }

  @Test(arguments: [1, 2, 7])
  func `values are in the order of their indices`(threadCount: Int) {
    #expect(concurrentMap(100, threadCount: threadCount) { $0 * $0 } == (0..<100).map { $0 * $0 })
    #expect(concurrentMap(0, threadCount: threadCount) { $0 }.isEmpty)
  }

  @Test(arguments: [1, 2, 7])
  func `every element is changed in its place, and copies keep what they had`(threadCount: Int) {
    let before = (0..<100).map { [$0] }
    var elements = before
    concurrentlyUpdate(&elements, threadCount: threadCount) { index, element in
      element.append(-index)
    }
    #expect(elements == (0..<100).map { [$0, -$0] })
    #expect(before == (0..<100).map { [$0] })
  }
}
