import Graphs
import Testing

@testable import SkipGramTraining

@Suite struct BlockLayoutTests {
  @Test(arguments: [1, 2, 34, 127, 128, 1000, 10312, 70_000])
  func `every node has a row of its own, and blocks are even`(nodeCount: Int) {
    let layout = BlockLayout(nodeCount: nodeCount, dimensions: 128, seed: 7)
    let rows = (0..<nodeCount).map { layout.row(of: Node($0)) }
    #expect(rows.sorted() == Array(0..<nodeCount))
    let sizes = (0..<layout.blockCount).map { layout.rows(of: $0).count }
    #expect(sizes.reduce(0, +) == nodeCount)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    #expect(sizes.allSatisfy { $0 <= 0x10000 })
  }

  @Test func `a small graph is one block, and no block has fewer than 512 rows`() {
    #expect(BlockLayout(nodeCount: 34, dimensions: 128, seed: 1).blockCount == 1)
    #expect(BlockLayout(nodeCount: 1023, dimensions: 128, seed: 1).blockCount == 1)
    for nodeCount in [1024, 1500, 2708, 10312, 1 << 20] {
      let layout = BlockLayout(nodeCount: nodeCount, dimensions: 128, seed: 1)
      #expect(layout.rows(of: layout.blockCount - 1).count >= 512)
      #expect(layout.blockCount.nonzeroBitCount == 1)
    }
  }

  @Test func `blocks grow in number with the graph`() {
    let counts = [34, 500, 2708, 10312, 100_000, 1 << 20].map {
      BlockLayout(nodeCount: $0, dimensions: 128, seed: 1).blockCount
    }
    #expect(counts == counts.sorted())
    #expect(counts.suffix(3).allSatisfy { $0 >= 16 })
  }

  @Test func `the seed shuffles the nodes over the blocks`() {
    let first = BlockLayout(nodeCount: 1000, dimensions: 16, seed: 1)
    let second = BlockLayout(nodeCount: 1000, dimensions: 16, seed: 2)
    #expect(first.addresses != second.addresses)
    #expect(first.addresses == BlockLayout(nodeCount: 1000, dimensions: 16, seed: 1).addresses)
  }

  @Test func `seed 1 deals nodes to blocks as it always has`() {
    let layout = BlockLayout(nodeCount: 12, blockCount: 4, seed: 1)
    // Block and row, worked out by another program.
    let expected: [(UInt32, UInt32)] = [
      (2, 0), (3, 1), (0, 0), (1, 2), (1, 1), (1, 0), (2, 1), (0, 1), (2, 2), (3, 0), (0, 2),
      (3, 2),
    ]
    #expect(layout.addresses == expected.map { $0 << 16 | $1 })
  }
}
