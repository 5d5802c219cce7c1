internal import CVectorKernels
internal import EmbeddingTables
internal import Graphs
internal import RandomWalks

/// The centre and the context vectors of all nodes, in blocks, in memory.
///
/// This is the *place* of the block schedule: training asks it for the two blocks of a bucket and
/// keeps no address beyond that.
struct BlockTables: ~Copyable {
  let layout: BlockLayout
  let centres: EmbeddingTable
  let contexts: EmbeddingTable

  /// Creates the tables as word2vec does: centre vectors uniform within ±1/(2 *d*), contexts zero.
  init(layout: BlockLayout, dimensions: Int, seed: UInt64) {
    self.layout = layout
    centres = EmbeddingTable(rowCount: layout.nodeCount, dimensions: dimensions)
    contexts = EmbeddingTable(rowCount: layout.nodeCount, dimensions: dimensions)
    for node in 0..<layout.nodeCount {
      var generator = SplitMix64(seed: seed, purpose: .initialization, UInt64(node))
      centres.update(row: layout.row(of: Node(node))) { row in
        for index in row.indices {
          row[index] = Float((generator.nextUnit() - 0.5) / Double(dimensions))
        }
      }
    }
  }

  /// The number of floats from one row's start to the next's.
  var stride: Int { centres.stride }

  /// Lets a body work on the vectors of a centre and a context block.
  ///
  /// No other thread may work on either meanwhile.
  borrowing func withBlocks<Result>(
    centre: Int, context: Int, _ body: (vk_blocks) -> Result
  ) -> Result {
    let centreRows = layout.rows(of: centre)
    let contextRows = layout.rows(of: context)
    // SAFETY: the rows of a block lie within the tables; sharing is excluded by the caller.
    return unsafe centres.withUnsafeRows(centreRows) { centres in
      unsafe contexts.withUnsafeRows(contextRows) { contexts in
        unsafe body(
          vk_blocks(
            centres: centres, contexts: contexts, stride: stride, centre_count: centreRows.count,
            context_count: contextRows.count, frozen: nil))
      }
    }
  }
}
