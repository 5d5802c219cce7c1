internal import Graphs
internal import RandomWalks

/// Assigns the vectors of each node to a block and a row within it.
///
/// Nodes are dealt to the blocks in an order shuffled by the seed, so that block sizes differ by at
/// most one row and hubs are spread. The number of blocks follows from the job (nodes and
/// dimensions) alone, never from the machine, since results depend on it.
struct BlockLayout: Sendable {
  /// The block in the high 16 bits, the row in the low 16.
  typealias Address = UInt32

  /// The number of blocks.
  let blockCount: Int
  /// The address of each node.
  let addresses: [Address]

  init(nodeCount: Int, dimensions: Int, seed: UInt64) {
    self.init(
      nodeCount: nodeCount,
      blockCount: Self.blockCount(nodeCount: nodeCount, dimensions: dimensions), seed: seed)
  }

  init(nodeCount: Int, blockCount: Int, seed: UInt64) {
    self.blockCount = blockCount
    var generator = SplitMix64(seed: seed, purpose: .layout)
    var order = (0..<nodeCount).map { Node($0) }
    generator.shuffle(&order)
    var addresses = [Address](repeating: 0, count: nodeCount)
    for (position, node) in order.enumerated() {
      let (row, block) = position.quotientAndRemainder(dividingBy: blockCount)
      addresses[Int(node)] = Address(block << 16 | row)
    }
    self.addresses = addresses
  }

  /// A power of two, large enough for a block to fit in a core's cache and for its rows to fit in
  /// 16 bits.
  ///
  /// No block has fewer than 512 rows, whose negative samples would be too much alike: on Cora, 16
  /// blocks of 169 rows cost 0.7 points of F1 compared with 4 blocks of 677. There are at most 32
  /// blocks, unless the rows require more, so that 32 threads work at once. If blocks do not fit in
  /// a cache, the rows of hubs stay in it while a bucket is trained; with 128 blocks, buckets are
  /// so small that a graph of 2²⁰ nodes takes 12 % longer.
  static func blockCount(nodeCount: Int, dimensions: Int) -> Int {
    let blockByteCount = 384 << 10
    let wanted = max(16, min(32, nodeCount * dimensions * 4 / blockByteCount))
    var count = 1
    while count < wanted && nodeCount / (2 * count) >= 512 || nodeCount > count << 16 { count *= 2 }
    return count
  }

  /// The number of nodes.
  var nodeCount: Int { addresses.count }

  /// The rows of a block, numbered through all blocks.
  func rows(of block: Int) -> Range<Int> {
    let (size, larger) = nodeCount.quotientAndRemainder(dividingBy: blockCount)
    let start = block * size + min(block, larger)
    return start..<start + size + (block < larger ? 1 : 0)
  }

  /// The row of a node, numbered through all blocks.
  func row(of node: Node) -> Int { Int(row(at: addresses[Int(node)])) }

  /// The row of an address, numbered through all blocks.
  func row(at address: Address) -> UInt32 {
    UInt32(rows(of: Int(address >> 16)).lowerBound) + address & 0xffff
  }
}

extension SplitMix64.Purpose {
  /// The order in which nodes are laid out in blocks.
  static let layout = Self(rawValue: 2)
}
