internal import Errors
internal import Names
public import Parallel

extension Graph {
  /// Builds an unweighted graph from pairs of names.
  ///
  /// ```swift
  /// let graph = try Graph(edges: [("Valjean", "Javert"), ("Valjean", "Cosette")])
  /// ```
  ///
  /// Nodes are numbered like those of a file: in ascending order if all names are integers,
  /// otherwise in the order in which the names first appear. Reading a file with the same edges
  /// gives the same graph.
  ///
  /// - Parameters:
  ///   - edges: Source and target of each edge, by name.
  ///   - isDirected: Whether an edge leads only from its source to its target; otherwise it leads
  ///     both ways.
  ///   - parallelEdges: How to merge edges between the same nodes; with `sum`, each counts 1.
  ///   - selfLoops: What to do with edges from a node to itself.
  ///   - threadCount: The maximum number of threads, at least 1; it does not change the graph.
  /// - Throws: `GraphError` for the first invalid edge, or if there are no edges; `OptionError` if
  ///   `threadCount` is out of range.
  /// - Complexity: O(`edges.count`) expected, plus the length of the names.
  public init(
    edges: [(String, String)], isDirected: Bool = false,
    parallelEdges: EdgeListOptions.ParallelEdges = .sum,
    selfLoops: EdgeListOptions.SelfLoops = .keep, threadCount: Int = processorCount
  ) throws {
    let named = NamedEdges(count: edges.count, selfLoops: selfLoops) { index in
      (edges[index].0, edges[index].1, nil)
    }
    try self.init(
      named, isDirected: isDirected, parallelEdges: parallelEdges, threadCount: threadCount)
  }

  /// Builds a weighted graph from pairs of names.
  ///
  /// ```swift
  /// let graph = try Graph(edges: [("a", "b", 2.5), ("b", "c", 1)])
  /// ```
  ///
  /// - Parameters:
  ///   - edges: Source, target and weight of each edge; weights are positive and finite.
  ///   - isDirected: Whether an edge leads only from its source to its target; otherwise it leads
  ///     both ways.
  ///   - parallelEdges: How to merge edges between the same nodes.
  ///   - selfLoops: What to do with edges from a node to itself.
  ///   - threadCount: The maximum number of threads, at least 1; it does not change the graph.
  /// - Throws: `GraphError` for the first invalid edge, or if there are no edges; `OptionError` if
  ///   `threadCount` is out of range.
  /// - Complexity: O(`edges.count`) expected, plus the length of the names.
  public init(
    edges: [(String, String, Float)], isDirected: Bool = false,
    parallelEdges: EdgeListOptions.ParallelEdges = .sum,
    selfLoops: EdgeListOptions.SelfLoops = .keep, threadCount: Int = processorCount
  ) throws {
    let named = NamedEdges(count: edges.count, selfLoops: selfLoops) { index in
      (edges[index].0, edges[index].1, edges[index].2)
    }
    try self.init(
      named, isDirected: isDirected, parallelEdges: parallelEdges, threadCount: threadCount)
  }

  /// Builds a graph from arrays of node numbers; a node's name is its number.
  ///
  /// ```swift
  /// let graph = try Graph(sources: [0, 0, 1], targets: [1, 2, 2], weights: [1, 0.5, 2])
  /// ```
  ///
  /// - Parameters:
  ///   - sources: The node that each edge leads from, in 0..<`nodeCount`.
  ///   - targets: The node that each edge leads to, in 0..<`nodeCount`.
  ///   - weights: The weight of each edge, positive and finite; nil for edges without weights.
  ///   - nodeCount: The number of nodes, including nodes without edges; nil for one more than the
  ///     largest number that occurs.
  ///   - isDirected: Whether an edge leads only from its source to its target; otherwise it leads
  ///     both ways.
  ///   - parallelEdges: How to merge edges between the same nodes.
  ///   - selfLoops: What to do with edges from a node to itself.
  ///   - threadCount: The maximum number of threads, at least 1; it does not change the graph.
  /// - Throws: `GraphError` if the arrays differ in length, for the first invalid edge, or if there
  ///   are no nodes; `OptionError` if `threadCount` is out of range.
  /// - Complexity: O(`nodeCount` + `sources.count`).
  public init<Number: FixedWidthInteger & Sendable>(
    sources: [Number], targets: [Number], weights: [Float]? = nil, nodeCount: Int? = nil,
    isDirected: Bool = false, parallelEdges: EdgeListOptions.ParallelEdges = .sum,
    selfLoops: EdgeListOptions.SelfLoops = .keep, threadCount: Int = processorCount
  ) throws {
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    let edges = EdgeArrays(
      sources: sources, targets: targets, weights: weights, nodeCount: nodeCount,
      selfLoops: selfLoops)
    let (chunks, count) = try edges.chunks(threadCount: threadCount)
    try self.init(
      chunks, names: NameList(count: count), isDirected: isDirected, parallelEdges: parallelEdges,
      threadCount: threadCount)
  }

  private init(
    _ edges: NamedEdges, isDirected: Bool, parallelEdges: EdgeListOptions.ParallelEdges,
    threadCount: Int
  ) throws {
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
    let (chunks, names) = try edges.chunks(threadCount: threadCount)
    try self.init(
      chunks, names: names, isDirected: isDirected, parallelEdges: parallelEdges,
      threadCount: threadCount)
  }

  /// Builds a graph from edges that have been checked.
  private init(
    _ chunks: [EdgeChunk], names: NameList, isDirected: Bool,
    parallelEdges: EdgeListOptions.ParallelEdges, threadCount: Int
  ) throws(GraphError) {
    let rows: ArcRows
    do {
      let buckets = try ArcBuckets(
        chunks: chunks, nodeCount: names.count, isMirrored: !isDirected, threadCount: threadCount)
      rows = ArcRows(
        buckets, isDirected: isDirected, parallelEdges: parallelEdges, threadCount: threadCount)
    } catch {
      throw .notEnoughMemory(byteCount: error.byteCount)
    }
    if let (source, target) = rows.overflow {
      throw .weightSum(source: names[Int(source)], target: names[Int(target)])
    }
    let edgeCount = chunks.reduce(0) { $0 + $1.edgeCount }
    if parallelEdges == .error, rows.edgeCount < edgeCount,
      let place = EdgeChunk.firstParallelEdge(of: chunks, isMirrored: !isDirected)
    {
      let nodes = chunks[place.chunk].nodes
      let edge = chunks[..<place.chunk].reduce(place.edge) { $0 + $1.edgeCount }
      throw .parallelEdge(
        edge: edge, source: names[Int(nodes[2 * place.edge])],
        target: names[Int(nodes[2 * place.edge + 1])])
    }
    self.init(rows, isDirected: isDirected, names: names)
  }
}

extension Graph {
  /// Builds an unweighted graph from pairs of nodes that are known to be valid.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - edges: The pairs. Repeats are merged; an undirected edge may be given either way.
  ///   - isDirected: Whether a pair leads only from its first node to its second.
  /// - Precondition: Every node of `edges` is less than `nodeCount`.
  /// - Complexity: O(`nodeCount` + `edges.count`).
  package init(nodeCount: Int, edges: [(Node, Node)], isDirected: Bool = false) {
    var chunk = EdgeChunk()
    chunk.nodes.reserveCapacity(2 * edges.count)
    for (source, target) in edges { chunk.append(source, target, weight: nil, time: nil) }
    self.init(chunk, nodeCount: nodeCount, isDirected: isDirected, parallelEdges: .first)
  }

  /// Builds a graph from weighted pairs of nodes that are known to be valid.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - weightedEdges: Source, target, weight. The weights of repeated edges are added up.
  ///   - isDirected: Whether a pair leads only from its first node to its second.
  /// - Precondition: Every node is less than `nodeCount`. Weights are positive and finite, and so
  ///   are the sums of those of repeated edges.
  /// - Complexity: O(`nodeCount` + `weightedEdges.count`).
  package init(
    nodeCount: Int, weightedEdges: [(Node, Node, Float)], isDirected: Bool = false
  ) {
    var chunk = EdgeChunk()
    chunk.nodes.reserveCapacity(2 * weightedEdges.count)
    chunk.weights.reserveCapacity(weightedEdges.count)
    for (source, target, weight) in weightedEdges {
      precondition(weight > 0 && weight.isFinite, "weights are finite and positive")
      chunk.append(source, target, weight: weight, time: nil)
    }
    self.init(chunk, nodeCount: nodeCount, isDirected: isDirected, parallelEdges: .sum)
  }

  private init(
    _ chunk: EdgeChunk, nodeCount: Int, isDirected: Bool,
    parallelEdges: EdgeListOptions.ParallelEdges
  ) {
    precondition(chunk.nodes.allSatisfy { $0 < nodeCount }, "nodes are less than nodeCount")
    do throws(GraphError) {
      try self.init(
        [chunk], names: NameList(count: nodeCount), isDirected: isDirected,
        parallelEdges: parallelEdges, threadCount: 1)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
