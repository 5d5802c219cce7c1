import Algorithms
import Testing

@Suite struct RangeTests {
  @Test(arguments: 0...9)
  func `the partitioning index is found at every position of ranges of any size`(count: Int) {
    for start in [-5, 0, 7] {
      let range = start..<start + count
      for expected in start...start + count {
        var asked: [Int] = []
        let index = range.partitioningIndex {
          asked.append($0)
          return $0 >= expected
        }
        #expect(index == expected)
        #expect(asked.allSatisfy(range.contains) && asked.count <= 4)
      }
    }
  }

  @Test func `the predicate's error is passed on`() {
    struct Failure: Error {}
    #expect(throws: Failure.self) {
      try (0..<3).partitioningIndex { _ throws(Failure) in throw Failure() }
    }
  }

  @Test(arguments: 0...9, 1...5)
  func `parts cover a range without gaps, in nearly equal sizes`(size: Int, count: Int) {
    let range = 3..<3 + size
    let parts = (0..<count).map { range.part($0, of: count) }
    #expect(parts.flatMap(\.self) == Array(range))
    #expect(parts.allSatisfy { $0.count == size / count || $0.count == size / count + 1 })
  }

  @Test(arguments: 0...9, 1...5)
  func `chunks cover a range without gaps, all but the last of one size`(size: Int, chunk: Int) {
    let range = -2..<size - 2
    let chunks = (0..<size.dividedRoundingUp(by: chunk)).map { range.chunk($0, ofSize: chunk) }
    #expect(chunks.flatMap(\.self) == Array(range))
    #expect(chunks.dropLast().allSatisfy { $0.count == chunk })
    #expect(chunks.last.map { (1...chunk).contains($0.count) } ?? (size == 0))
  }
}
