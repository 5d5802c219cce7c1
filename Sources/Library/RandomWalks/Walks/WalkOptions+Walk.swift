public import Graphs
public import Parallel

extension WalkOptions {
  /// Prepares walks of the kind described by these options.
  ///
  /// - Parameters:
  ///   - graph: The graph to walk on.
  ///   - nodeTypes: The types of its nodes, for kinds of walks that need them.
  ///   - threadCount: The maximum number of threads, at least 1.
  /// - Returns: The walks.
  /// - Throws: `OptionError` if an option is out of range, or the walks need something that is not
  ///   given; `MetapathError` if the metapath names a type that no node has.
  /// - Complexity: That of preparing this kind of walk.
  public func walk(
    on graph: Graph, nodeTypes: NodeTypes? = nil, threadCount: Int = processorCount
  ) throws -> any RandomWalk {
    try validate(threadCount: threadCount)
    switch impliedStrategy.maker {
    case .onGraph(let walk): return walk(graph, self, threadCount)
    case .onTypedNodes(let walk):
      guard let nodeTypes else { break }
      try OptionError.require(
        nodeTypes.nodeCount == graph.nodeCount, "nodeTypes", "those of \(nodeTypes.nodeCount)",
        "the types of the graph's \(graph.nodeCount) nodes")
      return try walk(graph, nodeTypes, self, threadCount)
    case .onTimes: break
    }
    throw OptionError(
      option: "strategy", value: impliedStrategy.rawValue,
      accepted: nodeTypes == nil
        ? "one that needs neither types of nodes nor times of edges"
        : "one that needs no times of edges")
  }

  /// Prepares walks that follow the times of edges.
  ///
  /// - Parameters:
  ///   - graph: The graph to walk on.
  ///   - threadCount: The maximum number of threads, at least 1.
  /// - Returns: The walks.
  /// - Throws: `OptionError` if an option is out of range, or this kind of walk does not follow
  ///   times.
  /// - Complexity: That of preparing this kind of walk.
  public func walk(
    on graph: TemporalGraph, threadCount: Int = processorCount
  ) throws(OptionError) -> any RandomWalk {
    try validate(threadCount: threadCount)
    guard case .onTimes(let walk) = impliedStrategy.maker else {
      throw OptionError(
        option: "strategy", value: impliedStrategy.rawValue,
        accepted: "one that follows the times of edges")
    }
    return walk(graph, self, threadCount)
  }

  private func validate(threadCount: Int) throws(OptionError) {
    try validate()
    try OptionError.require(threadCount >= 1, "threadCount", threadCount, "at least 1")
  }

  /// The kind of walk and its parameters, as text for messages.
  package var kindText: String { impliedStrategy.text(self) }

  /// The distribution of the steps; nil if they depend on more than the last two nodes.
  package var auditedSteps: AuditedSteps? { impliedStrategy.audit?(self) }
}

extension WalkStrategy {
  /// Whether an audit knows the distribution of the steps.
  package var isAudited: Bool { audit != nil }
}
