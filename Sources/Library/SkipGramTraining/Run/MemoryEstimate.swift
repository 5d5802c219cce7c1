internal import Graphs
public import RandomWalks

/// The memory that a run takes at its peak, in bytes, computed in advance.
public struct MemoryEstimate: Sendable, Equatable {
  /// The two tables of vectors, and Adagrad's sums.
  public let tables: Int
  /// The graph and, if it is weighted, the tables that its walks draw from.
  public let graph: Int
  /// The pairs and nodes of one episode, and the walks of the next; if walks are trained in their
  /// order, the walks of both episodes.
  public let episode: Int
  /// The data kept for each node in addition to its vectors: addresses, frequencies, noise.
  public let nodes: Int

  /// The sum of all parts.
  public var total: Int { tables + graph + episode + nodes }
}

extension SkipGramTrainer {
  /// Computes the memory that training on a corpus takes.
  ///
  /// Memory that the process uses apart from the run, for its code and the names of nodes, is not
  /// counted.
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
      graph: 8 * (graph.nodeCount + 1) + graph.arcCount * (graph.isWeighted ? 16 : 4))
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
      graph: walks.byteCount)
  }

  private func memoryEstimate(
    nodeCount: Int, walkCount: Int, tokenCount: Int, graph: Int
  ) -> MemoryEstimate {
    let stride = (options.dimensions + 15) / 16 * 16
    let pairsPerToken = Window(options: options, frequencies: []).pairsPerToken
    let walkCount = walkCount * options.epochCount
    let tokenCount = tokenCount * options.epochCount
    let episodeCount = max(
      1, TrainingRun.episodeCount(walkCount: walkCount, pairCount: tokenCount * pairsPerToken))
    let episodeTokenCount = tokenCount / episodeCount
    let walkBytes = episodeTokenCount * (4 + MemoryLayout<WalkChunk.Center>.stride)
    let pairBytes = episodeTokenCount * (4 + pairsPerToken * 4) * 9 / 8
    return MemoryEstimate(
      tables: 2 * nodeCount * stride * 4
        + (options.optimizer == .rowwiseAdagrad ? 8 * nodeCount : 0),
      graph: graph,
      episode: walkBytes + (options.isGridTrained ? pairBytes : walkBytes),
      nodes: nodeCount * (4 + 8 * (1 + 2 * threadCount) + 8 + 8))
  }
}
