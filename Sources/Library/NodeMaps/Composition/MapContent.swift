internal import Projections
internal import Text

/// The content of a map, before it is placed on a page.
struct MapContent: Sendable {
  /// The nodes' names.
  var names: [String]
  /// Two coordinates per node, in the units of the projection.
  var coordinates: [Point]
  /// The number of edges at each node; empty without a graph.
  var degrees: [Int]
  /// The edges to draw between nodes, with weights from 0 to 1.
  var edges: [MapEdge]
  /// All edges if nodes are gathered into crowds; otherwise empty.
  var allEdges: [MapEdge]
  /// The number of edges that could be drawn between nodes.
  var edgeCount: Int
  /// The maximum number of lines.
  var edgeLimit: Int
  /// How the nodes are colored.
  var coloring: Coloring
  var title: String
  var subtitle: String
  /// Remarks on what is not shown as it is, one sentence each.
  var remarks: [String]
  /// The captions of the axes; empty if the axes have no meaning.
  var axes: [String]
  /// The links of the nodes; empty for none.
  var links: [String?]
  /// How well neighbors are preserved; nil if it was not measured.
  var quality: ProjectionQuality?
  /// The nodes that share no neighbor between the map and the embedding.
  var doubtful: Set<Int> = []

  /// How many edges are drawn, if not all are.
  var edgeRemark: String? {
    guard edges.count < edgeCount else { return nil }
    return "\(edges.count.groupedText) of \(edgeCount.groupedText) edges are shown, "
      + "each node’s best before others"
  }
}
