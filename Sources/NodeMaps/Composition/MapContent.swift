/// What a map shows, before it has a place on a page.
struct MapContent: Sendable {
  /// The nodes' names.
  var names: [String]
  /// Two coordinates a node, in the units of the projection.
  var coordinates: [Point]
  /// The number of edges at each node; empty without a graph.
  var degrees: [Int]
  /// The edges that are drawn, with weights from 0 to 1.
  var edges: [MapEdge]
  /// The number of edges that there are.
  var edgeCount: Int
  /// How the nodes are colored.
  var coloring: Coloring
  var title: String
  var subtitle: String
  /// Remarks on what is not shown as it is, one sentence each.
  var remarks: [String]
  /// The axes' captions; empty where axes mean nothing.
  var axes: [String]
  /// The nodes' tooltips, and their links; empty for none.
  var tooltips: [String]
  var links: [String?]
  /// How far neighbors are kept; nil when it was not measured.
  var quality: ProjectionQuality?
  /// The nodes whose neighbors on the map are others than in the embedding.
  var doubtful: Set<Int> = []
}

/// An edge between two nodes of a map.
struct MapEdge: Equatable, Sendable {
  var source: Int
  var target: Int
  /// The weight as a share of the largest; 1 in an unweighted graph.
  var strength: Double
}

/// How nodes get their colors.
enum Coloring: Sendable {
  /// One color for all.
  case uniform
  /// A color for each group.
  case groups(NodeGroups)
  /// A color for each number.
  case numbers([Double], title: String)
}
