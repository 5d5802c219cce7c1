public import Graphs
internal import Parallel

/// A walk over nodes of given types in turn: user, item, user, item, ...
///
/// The types repeat forever. A walk begins at the first position of its first node's type in the
/// metapath, and steps to neighbors of the next type in proportion to the edges' weights. It ends
/// if there are none; a node whose type is not in the metapath is a walk of one node.
///
/// Y. Dong, N. V. Chawla, A. Swami: metapath2vec: Scalable Representation Learning for
/// Heterogeneous Networks, KDD 2017. The paper's metapaths end with the type they begin with
/// ("A-P-A"); here the last type is followed by the first, so that this is written `A,P`.
public struct MetapathWalk: RandomWalk {
  /// The graph that the walks are on.
  public let graph: Graph
  private let rows: TypedRows
  /// The types in turn.
  private let path: [Int32]
  /// The first position of each type in the path; -1 for a type that is not in the path.
  private let positions: [Int32]
  private let types: [Int32]

  /// Prepares walks on a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph to walk on.
  ///   - types: The types of its nodes.
  ///   - path: The names of the types in turn, at least two.
  ///   - threadCount: The maximum number of threads used to prepare a weighted graph.
  /// - Throws: `MetapathError` if the path is too short or names a type that no node has.
  /// - Precondition: `types` has an entry for every node of the graph.
  /// - Complexity: O(*n* log *d*) time for *n* arcs and a largest degree *d*. Memory: 4 bytes per
  ///   arc (12 if weighted) and at most 16 per node whose neighbors have one type.
  package init(
    on graph: Graph, types: NodeTypes, path: [String], threadCount: Int = processorCount
  ) throws(MetapathError) {
    precondition(types.nodeCount == graph.nodeCount, "one type a node")
    if path.count < 2 { throw .tooShort }
    var numbers: [Int32] = []
    for name in path {
      guard let number = types.names.firstIndex(of: name) else {
        throw .unknownType(name, known: types.names)
      }
      numbers.append(Int32(number))
    }
    self.graph = graph
    self.path = numbers
    self.types = types.numbers
    positions = types.names.indices.map { type in
      Int32(numbers.firstIndex(of: Int32(type)) ?? -1)
    }
    rows = TypedRows(graph, types: types.numbers, threadCount: threadCount)
  }

  /// The number of bytes of the tables that walks hold in addition to the graph.
  public var tableByteCount: Int { rows.byteCount + 4 * types.count }

  /// Appends walks to a buffer; see `RandomWalk.append`.
  ///
  /// - Complexity: O(`count` · `length` · *t*), where *t* types occur among a node's neighbors.
  public func append(
    _ count: Int, length: Int, to nodes: inout [Node], ends: inout [Int],
    from origin: (Int) -> (node: Node, generator: SplitMix64)
  ) {
    appendInFlight(count, length: length, to: &nodes, ends: &ends, from: origin)
  }
}

extension WalkStrategy {
  /// Walks over nodes of given types in turn: `MetapathWalk`.
  public static let metapath = WalkStrategy(
    "metapath", "over types of nodes in turn", parameters: [.metapath], impliedBy: .metapath,
    text: { "metapath \($0.metapath.joined(separator: ","))" },
    .onTypedNodes { (graph, types, options, threadCount) throws(MetapathError) in
      try MetapathWalk(
        on: graph, types: types, path: options.metapath, threadCount: threadCount)
    })
}

extension MetapathWalk: PhasedWalk {
  struct Walker {
    var generator: SplitMix64
    var node: Node
    /// The position of the node's type in the path; -1 if it is not in the path.
    var position: Int32
    /// The position of the next node; -1 if there is none.
    var place = -1
  }

  func walker(at node: Node, generator: SplitMix64) -> Walker {
    let type = types[Int(node)]
    return Walker(generator: generator, node: node, position: type < 0 ? -1 : positions[Int(type)])
  }

  @inline(__always) func node(of walker: borrowing Walker) -> Node { walker.node }

  @inline(__always) func propose(_ walker: inout Walker) {
    rows.segments.span.prefetch(rows.segmentOffsets[Int(walker.node)])
  }

  @inline(__always) var choosesArcs: Bool { true }

  @inline(__always) func choose(_ walker: inout Walker) {
    walker.place = -1
    if walker.position < 0 { return }
    walker.position += 1
    if Int(walker.position) == path.count { walker.position = 0 }
    let neighbors = rows.neighbors(
      ofType: path[Int(walker.position)], of: walker.node, row: graph.row(of: walker.node))
    if neighbors.isEmpty { return }
    if graph.isWeighted {
      walker.place =
        neighbors.lowerBound
        + rows.table.draw(
          start: neighbors.lowerBound, count: neighbors.count, using: &walker.generator)
    } else {
      walker.place = neighbors.lowerBound + walker.generator.next(below: neighbors.count)
    }
    rows.targets.span.prefetch(walker.place)
  }

  @inline(__always) func weigh(_ walker: inout Walker) {
    if walker.place < 0 { return }
    walker.node = rows.targets[walker.place]
    graph.rowOffsets.prefetch(Int(walker.node))
    rows.segmentOffsets.span.prefetch(Int(walker.node))
  }

  @inline(__always) func resolve(_ walker: inout Walker) -> StepOutcome {
    walker.place < 0 ? .ended : .stepped
  }
}
