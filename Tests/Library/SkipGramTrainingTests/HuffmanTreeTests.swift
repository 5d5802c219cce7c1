import RandomNumbers
import Testing

@testable import SkipGramTraining

@Suite struct HuffmanTreeTests {
  @Test func `a small tree is the one worked out by hand`() {
    // 1 + 2 = 3, 3 + 4 = 7, 7 + 8 = 15: inner nodes 0, 1 and the root 2.
    let tree = HuffmanTree(frequencies: [8, 1, 4, 2])
    #expect(Array(tree.way(to: 0).innerNodes) == [2])
    #expect(Array(tree.way(to: 2).innerNodes) == [2, 1])
    #expect(Array(tree.way(to: 1).innerNodes) == [2, 1, 0])
    #expect(Array(tree.way(to: 3).innerNodes) == [2, 1, 0])
    // The heavier side of an inner node is a one.
    #expect((0..<4).map { tree.way(to: $0).code } == [0b1, 0b000, 0b10, 0b100])
  }

  @Test(arguments: [1, 2, 3, 50, 1000])
  func `codes are as short as they can be, and none begins another`(count: Int) {
    var generator = SplitMix64(seed: UInt64(count))
    let frequencies = (0..<count).map { _ in generator.next(below: 1000) }
    let tree = HuffmanTree(frequencies: frequencies)
    // The cost of the best tree: the sum of all sums, by repeatedly joining the two least.
    var weights = frequencies.map { max(1, $0) }
    var least = 0
    while weights.count > 1 {
      weights.sort(by: >)
      let sum = weights.removeLast() + weights.removeLast()
      least += sum
      weights.append(sum)
    }
    let ways = (0..<count).map { tree.way(to: $0) }
    let cost = zip(ways, frequencies).reduce(0) { $0 + $1.0.innerNodes.count * max(1, $1.1) }
    #expect(cost == least)
    // Ways end at different leaves when the last turns differ: no two (inner node, turn) are alike.
    let leaves = ways.compactMap { way in
      way.innerNodes.last.map {
        UInt64($0) << 1 | way.code >> UInt64(way.innerNodes.count - 1) & 1
      }
    }
    #expect(Set(leaves).count == leaves.count)
    #expect(Set(ways.flatMap { Array($0.innerNodes) }).count == max(0, count - 1))
  }
}
