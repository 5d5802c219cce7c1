public import Graphs
public import Names

/// Walks that were made elsewhere, as numbers of nodes.
///
/// Memory: 4 bytes for each node of each walk, 8 bytes for each walk, and the names.
public struct RecordedWalks: Sendable {
  /// The names of the nodes, in the order of their numbers.
  public let names: NameList
  /// The nodes of all walks, one walk after another.
  private let nodes: [Node]
  /// The end of each walk in `nodes`.
  private let ends: [Int]

  /// - Precondition: Nodes are less than the number of names; the last end is that of the nodes.
  init(names: NameList, nodes: [Node], ends: [Int]) {
    precondition(ends.last ?? 0 == nodes.count, "the last walk ends where the nodes end")
    self.names = names
    self.nodes = nodes
    self.ends = ends
  }

  /// The number of walks.
  public var walkCount: Int { ends.count }
  /// The number of nodes, including those in no walk.
  public var nodeCount: Int { names.count }
  /// The number of nodes in the walks, counted as often as they occur.
  public var tokenCount: Int { nodes.count }
  /// The number of bytes that the walks take, without the names.
  package var byteCount: Int { 4 * nodes.count + 8 * ends.count }

  /// The nodes of a walk.
  ///
  /// - Parameter index: Which walk, in 0..<`walkCount`.
  /// - Returns: The numbers of its nodes.
  /// - Precondition: The index is in range.
  public func walk(_ index: Int) -> ArraySlice<Node> { nodes[range(of: index..<index + 1)] }

  /// Appends the nodes of consecutive walks to a buffer.
  package func append(walks: Range<Int>, to nodes: inout [Node], ends: inout [Int]) {
    guard !walks.isEmpty else { return }
    let range = range(of: walks)
    let shift = nodes.count - range.lowerBound
    nodes.append(contentsOf: self.nodes[range])
    for walk in walks { ends.append(self.ends[walk] + shift) }
  }

  /// How often each node occurs in the walks; one count per node.
  package var nodeFrequencies: [Int] {
    var counts = [Int](repeating: 0, count: nodeCount)
    for node in nodes { counts[Int(node)] += 1 }
    return counts
  }

  /// The number of nodes that are in no walk, whose vectors are not trained.
  public var unvisitedNodeCount: Int { nodeFrequencies.count { $0 == 0 } }

  private func range(of walks: Range<Int>) -> Range<Int> {
    (walks.lowerBound == 0 ? 0 : ends[walks.lowerBound - 1])..<ends[walks.upperBound - 1]
  }
}
