internal import Algorithms
public import Names

/// A node's number, in `0..<nodeCount`; names are in the same order.
public typealias Node = UInt32

/// A graph whose nodes are numbers, stored as rows of sorted neighbors.
///
/// The rows are stored one after another (compressed sparse rows), with an offset for each node. An
/// undirected edge is stored both ways, a self-loop once. A graph is an immutable value: build it
/// once and share it between threads.
///
/// Memory: 8 bytes per node, 4 bytes per arc, 4 more per arc if the graph is weighted, and the
/// names.
public struct Graph: Sendable {
  /// The start of each node's row in `targets`; one entry more than there are nodes.
  @usableFromInline let offsets: [Int]
  /// The neighbors of all nodes, row after row, each row in ascending order without repeats.
  @usableFromInline let targets: [Node]
  /// The weight of each entry of `targets`; empty if every weight is 1.
  @usableFromInline let arcWeights: [Float]

  /// Whether an edge leads only from its source to its target.
  public let isDirected: Bool
  /// The number of edges: of arcs if the graph is directed, otherwise of unordered pairs.
  public let edgeCount: Int
  /// The names of the nodes, as spelled in the input.
  public let names: NameList

  init(
    offsets: [Int], targets: [Node], arcWeights: [Float], isDirected: Bool, edgeCount: Int,
    names: NameList
  ) {
    precondition(offsets.count == names.count + 1, "one offset a node and one more")
    precondition(arcWeights.isEmpty || arcWeights.count == targets.count, "one weight an arc")
    self.offsets = offsets
    self.targets = targets
    self.arcWeights = arcWeights
    self.isDirected = isDirected
    self.edgeCount = edgeCount
    self.names = names
  }

  init(_ rows: ArcRows, isDirected: Bool, names: NameList) {
    self.init(
      offsets: rows.offsets, targets: rows.targets, arcWeights: rows.weights,
      isDirected: isDirected, edgeCount: rows.edgeCount, names: names)
  }
}

extension Graph {
  /// The number of nodes.
  @inlinable public var nodeCount: Int { offsets.count - 1 }

  /// The number of arcs: an undirected edge counts twice, a self-loop once.
  @inlinable public var arcCount: Int { targets.count }

  /// Whether edges have weights other than 1.
  @inlinable public var isWeighted: Bool { !arcWeights.isEmpty }

  /// The number of a node's neighbors; in a directed graph, its out-degree.
  ///
  /// - Precondition: `node` is less than `nodeCount`.
  @inlinable public func degree(of node: Node) -> Int {
    offsets[Int(node) + 1] - offsets[Int(node)]
  }

  /// The number of edges that lead to each node; in an undirected graph, its degree.
  ///
  /// - Complexity: O(*n*) for *n* nodes, and O(*m*) for *m* arcs of a directed graph.
  package var incomingDegrees: [Int] {
    guard isDirected else { return (0..<Node(nodeCount)).map { degree(of: $0) } }
    var degrees = [Int](repeating: 0, count: nodeCount)
    for target in targets { degrees[Int(target)] += 1 }
    return degrees
  }

  /// The neighbors of a node: those that its edges lead to, in ascending order and without repeats.
  ///
  /// - Precondition: `node` is less than `nodeCount`.
  /// - Complexity: O(1).
  @inlinable @_lifetime(borrow self)
  public func neighbors(of node: Node) -> Span<Node> {
    targets.span.extracting(row(of: node))
  }

  /// The weights of the edges to a node's neighbors, in the order of `neighbors(of:)`.
  ///
  /// The span is empty if the graph is unweighted; every weight is then 1.
  ///
  /// - Precondition: `node` is less than `nodeCount`.
  /// - Complexity: O(1).
  @inlinable @_lifetime(borrow self)
  public func weights(of node: Node) -> Span<Float> {
    isWeighted ? arcWeights.span.extracting(row(of: node)) : arcWeights.span
  }

  /// The range of a node's neighbors in `allNeighbors`.
  ///
  /// - Precondition: `node` is less than `nodeCount`.
  @inlinable public func row(of node: Node) -> Range<Int> {
    offsets[Int(node)]..<offsets[Int(node) + 1]
  }

  /// The start of every row, and the end of the last: the table behind `row(of:)`.
  @inlinable public var rowOffsets: Span<Int> {
    @_lifetime(borrow self) get { offsets.span }
  }

  /// The neighbors of all nodes, row after row: the table behind `neighbors(of:)`.
  @inlinable public var allNeighbors: Span<Node> {
    @_lifetime(borrow self) get { targets.span }
  }

  /// The weights of all arcs, in the order of `allNeighbors`; empty if every weight is 1.
  @inlinable public var allWeights: Span<Float> {
    @_lifetime(borrow self) get { arcWeights.span }
  }

  /// Whether an edge leads from one node to another.
  ///
  /// - Precondition: Both nodes are less than `nodeCount`.
  /// - Complexity: O(log *d*), where *d* is the degree of `source`.
  public func hasEdge(from source: Node, to target: Node) -> Bool {
    index(ofEdgeFrom: source, to: target) != nil
  }

  /// The weight of an edge, or nil if there is no such edge.
  ///
  /// - Precondition: Both nodes are less than `nodeCount`.
  /// - Complexity: O(log *d*), where *d* is the degree of `source`.
  public func weight(from source: Node, to target: Node) -> Float? {
    guard let index = index(ofEdgeFrom: source, to: target) else { return nil }
    return isWeighted ? arcWeights[index] : 1
  }

  /// The index of an arc in `allNeighbors`, or nil if there is no such edge.
  ///
  /// - Precondition: Both nodes are less than `nodeCount`.
  /// - Complexity: O(log *d*), where *d* is the degree of `source`.
  public func index(ofEdgeFrom source: Node, to target: Node) -> Int? {
    let row = row(of: source)
    let index = row.partitioningIndex { targets[$0] >= target }
    return index < row.upperBound && targets[index] == target ? index : nil
  }
}
