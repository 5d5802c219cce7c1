internal import Projections
internal import Text

/// What a map shows, before it has a place on a page.
struct MapContent: Sendable {
  /// The nodes' names.
  var names: [String]
  /// Two coordinates a node, in the units of the projection.
  var coordinates: [Point]
  /// The number of edges at each node; empty without a graph.
  var degrees: [Int]
  /// The edges that are drawn between nodes, with weights from 0 to 1.
  var edges: [MapEdge]
  /// All edges where nodes are gathered; else none.
  var allEdges: [MapEdge]
  /// How many edges could be drawn between nodes.
  var edgeCount: Int
  /// The largest number of lines.
  var edgeLimit: Int
  /// How the nodes are colored.
  var coloring: Coloring
  var title: String
  var subtitle: String
  /// Remarks on what is not shown as it is, one sentence each.
  var remarks: [String]
  /// The axes' captions; empty where axes mean nothing.
  var axes: [String]
  /// The nodes' links; empty for none.
  var links: [String?]
  /// How far neighbors are kept; nil when it was not measured.
  var quality: ProjectionQuality?
  /// The nodes whose neighbors on the map are others than in the embedding.
  var doubtful: Set<Int> = []

  /// How many edges are drawn, where it is not all.
  var edgeRemark: String? {
    guard edges.count < edgeCount else { return nil }
    return "\(edges.count.groupedText) of \(edgeCount.groupedText) edges are shown, "
      + "each node’s best before others"
  }
}
