internal import Algorithms
public import Graphs
internal import Parallel
internal import Synchronization

/// All walks of a run in a fixed order, none of them stored.
///
/// A walk is made when it is asked for. It depends only on the seed, its first node and its
/// repetition, so that the corpus is the same for every number of threads and every order in which
/// walks are made.
public struct WalkCorpus: Sendable {
  /// The graph that the walks are on.
  public var graph: Graph { walk.graph }
  /// The number of walks that start at each node.
  public let walksPerNode: Int
  /// The number of nodes of a walk that meets no dead end.
  public let walkLength: Int
  /// The seed of all walks.
  public let seed: UInt64

  /// How many walks each call makes when nodes are counted.
  private static let walksPerCall = 512

  private let walk: any RandomWalk
  /// The number of nodes; cached: reading `walk.graph` would retain it, and threads would contend
  /// for its count.
  package let nodeCount: Int
  private let nodeStride: Int

  /// Prepares walks on a graph without node types or edge times.
  ///
  /// - Parameters:
  ///   - graph: The graph to walk on.
  ///   - options: The number, length and kind of the walks.
  ///   - seed: The seed of all walks.
  ///   - threadCount: The maximum number of threads used to prepare a weighted graph.
  /// - Precondition: The options are valid, and their kind of walk needs neither types nor times.
  package init(
    of graph: Graph, options: WalkOptions, seed: UInt64, threadCount: Int = processorCount
  ) {
    do {
      self.init(
        try options.walk(on: graph, threadCount: threadCount),
        walksPerNode: options.budget(on: graph).walksPerNode, walkLength: options.walkLength,
        seed: seed)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Prepares the walks described by options.
  ///
  /// ```swift
  /// let corpus = try WalkCorpus(options.walk(on: graph), options: options, seed: 1)
  /// ```
  ///
  /// - Parameters:
  ///   - walk: The kind of walk.
  ///   - options: The number of walks and their length; all other options are ignored.
  ///   - seed: The seed of all walks.
  /// - Throws: `OptionError` if the number or the length is out of range.
  public init(_ walk: any RandomWalk, options: WalkOptions, seed: UInt64) throws(OptionError) {
    try options.validateSize()
    self.init(
      walk, walksPerNode: options.budget(on: walk.graph).walksPerNode,
      walkLength: options.walkLength, seed: seed)
  }

  /// Prepares walks of a given kind.
  ///
  /// - Parameters:
  ///   - walk: The kind of walk.
  ///   - walksPerNode: The number of walks that start at each node; at least 1.
  ///   - walkLength: The number of nodes of a walk; at least 1.
  ///   - seed: The seed of all walks.
  package init(_ walk: any RandomWalk, walksPerNode: Int, walkLength: Int, seed: UInt64) {
    precondition(walksPerNode >= 1, "at least one walk a node")
    precondition(walkLength >= 1, "a walk has at least one node")
    self.walk = walk
    nodeCount = walk.graph.nodeCount
    nodeStride = Self.nodeStride(nodeCount: nodeCount)
    self.walksPerNode = walksPerNode
    self.walkLength = walkLength
    self.seed = seed
  }

  /// The number of bytes of the tables that walks hold in addition to the graph.
  public var tableByteCount: Int { walk.tableByteCount }

  /// The number of walks.
  public var walkCount: Int { nodeCount * walksPerNode }

  /// Appends the nodes of one walk to a buffer.
  ///
  /// - Parameters:
  ///   - node: The first node.
  ///   - repetition: Which of the node's walks, in 0..<`walksPerNode`.
  ///   - nodes: The buffer to append to.
  /// - Precondition: The node and the repetition are in range.
  public func append(walkFrom node: Node, repetition: Int, to nodes: inout [Node]) {
    var ends: [Int] = []
    walk.append(1, length: walkLength, to: &nodes, ends: &ends) { _ in
      (node, generator(node: node, repetition: repetition))
    }
  }

  /// Appends the nodes of a walk of the corpus to a buffer.
  ///
  /// - Parameters:
  ///   - index: Which walk, in 0..<`walkCount`.
  ///   - nodes: The buffer to append to.
  /// - Precondition: The index is in range.
  public func append(walk index: Int, to nodes: inout [Node]) {
    let (node, repetition) = address(ofWalk: index)
    append(walkFrom: node, repetition: repetition, to: &nodes)
  }

  /// Appends the nodes of consecutive walks of the corpus to a buffer.
  ///
  /// The walks are those that `append(walk:to:)` makes one at a time, but making a few hundred
  /// walks per call is many times faster.
  ///
  /// Any run of consecutive walks starts at nodes spread over the whole graph, whatever the order
  /// of the nodes.
  ///
  /// - Parameters:
  ///   - walks: Which walks, within 0..<`walkCount`.
  ///   - nodes: The buffer to append to, one walk after another.
  ///   - ends: The buffer to which the end of each walk in `nodes` is appended.
  /// - Precondition: The range lies within 0..<`walkCount`.
  public func append(walks: Range<Int>, to nodes: inout [Node], ends: inout [Int]) {
    walk.append(walks.count, length: walkLength, to: &nodes, ends: &ends) { index in
      let (node, repetition) = address(ofWalk: walks.lowerBound + index)
      return (node, generator(node: node, repetition: repetition))
    }
  }

  /// The first node of a walk of the corpus, and the number of the walk among those from that node.
  ///
  /// - Parameter index: Which walk, in 0..<`walkCount`.
  /// - Returns: The node and the repetition.
  /// - Precondition: The index is in range.
  public func address(ofWalk index: Int) -> (node: Node, repetition: Int) {
    let (repetition, position) = index.quotientAndRemainder(dividingBy: nodeCount)
    return (Node(position * nodeStride % nodeCount), repetition)
  }

  private func generator(node: Node, repetition: Int) -> SplitMix64 {
    SplitMix64(seed: seed, purpose: .walk, UInt64(node), UInt64(repetition))
  }

  /// Counts how often each node occurs, by making all walks.
  ///
  /// - Parameter threadCount: The maximum number of threads.
  /// - Returns: One count per node.
  /// - Throws: `CancellationError` soon after the current task is canceled.
  /// - Complexity: O(`walkCount` · `walkLength`); memory O(`nodeCount` · `threadCount`).
  package func nodeFrequencies(
    threadCount: Int = processorCount
  ) throws(CancellationError) -> [Int] {
    let cancellation = Cancellation()
    let callCount = walkCount.dividedRoundingUp(by: Self.walksPerCall)
    let next = Atomic<Int>(0)
    // One array per thread: its memory is the only one here that grows with their number.
    let counts = concurrentMap(min(callCount, threadCount), threadCount: threadCount) { _ in
      var counts = [Int](repeating: 0, count: nodeCount)
      var nodes: [Node] = []
      var ends: [Int] = []
      while !cancellation.isRequested {
        let call = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard call < callCount else { break }
        nodes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        append(
          walks: (0..<walkCount).chunk(call, ofSize: Self.walksPerCall), to: &nodes, ends: &ends)
        for node in nodes { counts[Int(node)] += 1 }
      }
      return counts
    }
    try cancellation.check()
    return (0..<nodeCount).map { node in counts.reduce(0) { $0 + $1[node] } }
  }

  /// A number near the node count divided by the golden ratio, and coprime to the node count: its
  /// multiples visit every node once and leave no large gap for long.
  static func nodeStride(nodeCount: Int) -> Int {
    var stride = max(1, Int(Double(nodeCount) * 0.618_033_988_749_894_9))
    while greatestCommonDivisor(stride, nodeCount) > 1 { stride += 1 }
    return stride
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : greatestCommonDivisor(second, first % second)
  }
}

extension SplitMix64.Purpose {
  /// The steps of a walk; addressed by node and repetition.
  package static let walk = Self(rawValue: 1)
}
