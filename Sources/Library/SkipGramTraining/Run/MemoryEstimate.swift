internal import Graphs
public import RandomWalks

/// The memory that a run takes at its peak, in bytes, computed in advance.
public struct MemoryEstimate: Sendable, Equatable {
  /// The two tables of vectors, and Adagrad's sums.
  public let tables: Int
  /// The graph, and the tables that its walks draw from.
  public let graph: Int
  /// The pairs and nodes of one episode, and the walks of the next; if walks are trained in their
  /// order, the walks of both episodes.
  public let episode: Int
  /// The data kept for each node in addition to its vectors: addresses, frequencies, noise, and the
  /// tree of hierarchical softmax.
  public let nodes: Int
  /// What each thread works in, and the predictions for measuring the loss.
  public let threads: Int
  /// How often nodes occur, counted by each thread before there are vectors.
  public let counts: Int

  /// The memory at the peak: of all parts but the counts, or of counting, if that takes more.
  public var total: Int { graph + nodes + threads + max(tables + episode, counts) }
}

extension SkipGramTrainer {
  /// Computes the memory that training on a corpus takes.
  ///
  /// Memory that the process uses apart from the run, for its code and the names of nodes, is not
  /// counted. Afterward there are two tables again: the center vectors, and the same in the order
  /// of the nodes.
  ///
  /// - Parameter corpus: The walks.
  /// - Returns: The bytes at the peak, by use.
  /// - Throws: `OptionError` if the walks have more pairs than can be counted.
  /// - Complexity: O(1).
  public func memoryEstimate(for corpus: WalkCorpus) throws(OptionError) -> MemoryEstimate {
    try requireCountable(corpus)
    let graph = corpus.graph
    return memoryEstimate(
      nodeCount: graph.nodeCount, walkCount: corpus.walkCount,
      tokenCount: corpus.walkCount * corpus.walkLength,
      graph: 8 * (graph.nodeCount + 1) + graph.arcCount * (graph.isWeighted ? 8 : 4)
        + corpus.tableByteCount,
      counts: 8 * graph.nodeCount * threadCount)
  }

  /// Computes the memory that training on walks that were read takes; the walks themselves count
  /// as the graph.
  ///
  /// - Parameter walks: The walks.
  /// - Returns: The bytes at the peak, by use.
  /// - Throws: `OptionError` if the walks have more pairs than can be counted.
  /// - Complexity: O(1).
  public func memoryEstimate(for walks: RecordedWalks) throws(OptionError) -> MemoryEstimate {
    try requireCountable(walks)
    return memoryEstimate(
      nodeCount: walks.nodeCount, walkCount: walks.walkCount, tokenCount: walks.tokenCount,
      graph: walks.byteCount, counts: 0)
  }

  /// Computes the memory from counts.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - walkCount: The number of walks of an epoch.
  ///   - tokenCount: The number of nodes in them.
  ///   - graph: The bytes of what walks come from.
  ///   - counts: The bytes for counting nodes.
  /// - Returns: The bytes at the peak, by use.
  private func memoryEstimate(
    nodeCount: Int, walkCount: Int, tokenCount: Int, graph: Int, counts: Int
  ) -> MemoryEstimate {
    let stride = (options.dimensions + 15) / 16 * 16
    let pairsPerToken = Window(options: options, frequencies: []).pairsPerToken
    let walkLength = tokenCount / max(1, walkCount)
    let walkCount = walkCount * options.epochCount
    let tokenCount = tokenCount * options.epochCount
    let episodeCount = max(
      1, TrainingRun.episodeCount(walkCount: walkCount, pairCount: tokenCount * pairsPerToken))
    let episodeTokenCount = tokenCount / episodeCount
    let blockCount = BlockLayout.blockCount(nodeCount: nodeCount, dimensions: options.dimensions)
    let chunkCount = TrainingRun.chunkCount(
      of: walkCount / episodeCount, blockCount: blockCount, threadCount: threadCount)
    let center = MemoryLayout<WalkChunk.Center>.stride
    // A chunk grows by appending, and counts the pairs of every bucket.
    let walkBytes = episodeTokenCount * (4 + center) * 9 / 8
    let countBytes = chunkCount * blockCount * blockCount * 8
    // Pairs, nodes, and the sorted centers of the blocks in work.
    let pairBytes =
      episodeTokenCount * (4 + pairsPerToken * 4) * 9 / 8
      + episodeTokenCount * center * min(threadCount, blockCount) / blockCount
    // The way to a node in the tree: inner nodes, its end and its code; while the tree is made, its
    // leaves, parents, turns and weights.
    let depth = Int.bitWidth - nodeCount.leadingZeroBitCount
    let tree =
      options.outputLayer == .hierarchicalSoftmax ? nodeCount * (4 * depth + 8 + 8 + 34) : 0
    let kept = options.subsampling > 0 ? 8 * nodeCount : 0
    // A stack, walks being made, and the chunk that they go to.
    let chunkTokenCount = episodeTokenCount / max(1, chunkCount)
    let threadBytes = (1 << 18) + 512 * walkLength * 8 + chunkTokenCount * (4 + 2 * center)
    return MemoryEstimate(
      tables: 2 * nodeCount * stride * 4
        + (options.optimizer == .rowwiseAdagrad ? 8 * nodeCount : 0),
      graph: graph,
      episode: options.isGridTrained ? walkBytes + countBytes + pairBytes : 2 * walkBytes,
      nodes: nodeCount * (4 + 8 + 8 + 8 + 4) + kept + tree,
      threads: threadCount * threadBytes + (2 << 20),
      counts: counts)
  }
}
