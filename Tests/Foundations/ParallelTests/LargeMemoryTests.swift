import Testing

@testable import Parallel

@Suite struct LargeMemoryTests {
  @Test(arguments: [0, 1, 1000, 1 << 20, 3 << 20])
  func `memory is zero, on a boundary of a cache line, and holds what is written`(count: Int) throws
  {
    let memory = try #require(LargeMemory<Int8>(count: count))
    #expect(memory.elements.count == count)
    #expect(unsafe UInt(bitPattern: memory.base) % 64 == 0)
    #expect(memory.elements.indices.allSatisfy { memory.elements[$0] == 0 })
    memory.write { elements in
      for index in elements.indices { elements[index] = Int8(truncatingIfNeeded: index) }
    }
    #expect(
      memory.elements.indices.allSatisfy {
        memory.elements[$0] == Int8(truncatingIfNeeded: $0)
      })
  }

  @Test(arguments: [Int.max, Int.max / 4, Int.max / 4 - (1 << 20)])
  func `more than there is memory for is refused`(count: Int) {
    #expect(LargeMemory<Float>(count: count) == nil)
  }
}
