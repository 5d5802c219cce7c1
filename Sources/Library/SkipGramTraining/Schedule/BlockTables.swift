internal import Algorithms
internal import CVectorKernels
internal import EmbeddingTables
internal import Graphs
internal import Parallel
internal import RandomWalks

/// The center and context vectors of all nodes, in blocks, in memory.
///
/// Training asks for the two blocks of a bucket and keeps no address after that.
struct BlockTables: ~Copyable {
  let layout: BlockLayout
  let centers: EmbeddingTable
  let contexts: EmbeddingTable
  /// Adagrad's sums, of all center rows and then of all context rows; empty without Adagrad.
  let squares: EmbeddingTable
  let hasSquares: Bool
  /// 1 for each center row that does not move; empty if all rows move.
  private let frozen: [UInt8]

  /// Creates the tables: center vectors uniform within ±4/*d*, context vectors zero.
  ///
  /// word2vec.c starts within ±1/(2 *d*) and gensim within ±1/*d*, so close to zero that much of a
  /// short training is spent on leaving it: ±4/*d* gains 0.004 to 0.007 of micro-F1 on Cora and
  /// 0.013 of macro-F1 on BlogCatalog; a wider start gains nothing more.
  ///
  /// - Parameters:
  ///   - plan: The run. If it is canceled, the remaining rows stay zero.
  ///   - start: Initial vectors of known nodes, and which of them are frozen.
  /// - Throws: `EmbeddingError.noMemory` if there is not enough memory.
  init(_ plan: TrainingPlan, start: WarmStart? = nil) throws(EmbeddingError) {
    let layout = plan.layout
    let dimensions = plan.options.dimensions
    let centers = try EmbeddingTable(zeroRows: layout.nodeCount, dimensions: dimensions)
    let contexts = try EmbeddingTable(zeroRows: layout.nodeCount, dimensions: dimensions)
    let hasSquares = plan.options.optimizer == .rowwiseAdagrad
    let squares = try EmbeddingTable(
      zeroRows: 1, dimensions: hasSquares ? max(1, 2 * layout.nodeCount) : 1)
    var frozen: [UInt8] = []
    if let start, start.isFrozen.contains(true) {
      frozen = [UInt8](repeating: 0, count: layout.nodeCount)
      for (node, isFrozen) in start.isFrozen.enumerated() where isFrozen {
        frozen[layout.row(of: Node(node))] = 1
      }
    }
    // Touching this much memory for the first time takes longer than computing the numbers written
    // to it.
    let rangeCount = min(layout.nodeCount, 16 * plan.threadCount)
    concurrently(rangeCount, threadCount: plan.threadCount) { range in
      for node in (0..<layout.nodeCount).part(range, of: rangeCount) {
        if node % 1024 == 0, plan.cancellation.isRequested { return }
        var generator = SplitMix64(seed: plan.seed, purpose: .initialization, UInt64(node))
        let known = start?.vector(of: node)
        centers.update(row: layout.row(of: Node(node))) { row in
          for index in row.indices {
            row[index] =
              known.map { $0[$0.startIndex + index] }
              ?? Float((generator.nextUnit() - 0.5) * 8 / Double(dimensions))
          }
        }
      }
    }
    self.layout = layout
    self.centers = centers
    self.contexts = contexts
    self.squares = squares
    self.hasSquares = hasSquares
    self.frozen = frozen
  }

  /// The number of floats from the start of one row to the start of the next.
  var stride: Int { centers.stride }

  /// Calls a body with the vectors of a center block and a context block.
  ///
  /// No other thread may work on either meanwhile.
  borrowing func withBlocks<Result>(
    center: Int, context: Int, _ body: (vk_blocks) -> Result
  ) -> Result {
    let centerRows = layout.rows(of: center)
    let contextRows = layout.rows(of: context)
    // SAFETY: the rows of a block lie within the tables; the caller excludes sharing.
    return unsafe centers.withUnsafeRows(centerRows) { centers in
      unsafe contexts.withUnsafeRows(contextRows) { contexts in
        unsafe frozen.withUnsafeBufferPointer { frozen in
          unsafe body(
            vk_blocks(
              centers: centers, contexts: contexts, stride: stride,
              frozen: frozen.isEmpty
                ? nil : frozen.baseAddress.map { unsafe $0 + centerRows.lowerBound }))
        }
      }
    }
  }

  /// Calls a body with the vectors and sums of two ranges of rows, for `vk_example`.
  ///
  /// No other thread may work on any of the rows meanwhile.
  borrowing func withTables<Result>(
    centers centerRows: Range<Int>, contexts contextRows: Range<Int>, _ body: (vk_tables) -> Result
  ) -> Result {
    // SAFETY: the tables check the ranges; the caller excludes sharing.
    unsafe centers.withUnsafeRows(centerRows) { centers in
      unsafe contexts.withUnsafeRows(contextRows) { contexts in
        unsafe squares.withUnsafeRows(0..<1) { squares in
          unsafe frozen.withUnsafeBufferPointer { frozen in
            unsafe withUnsafeTemporaryAllocation(
              byteCount: 2 * stride * MemoryLayout<Float>.stride, alignment: 64
            ) { scratch in
              let scratch = unsafe scratch.bindMemory(to: Float.self)
              return unsafe body(
                vk_tables(
                  inputs: centers, outputs: contexts,
                  input_squares: hasSquares ? squares + centerRows.lowerBound : nil,
                  output_squares: hasSquares
                    ? squares + layout.nodeCount + contextRows.lowerBound : nil,
                  stride: stride, dimensions: self.centers.dimensions,
                  frozen: frozen.isEmpty
                    ? nil : frozen.baseAddress.map { unsafe $0 + centerRows.lowerBound },
                  scratch: scratch.baseAddress))
            }
          }
        }
      }
    }
  }
}
