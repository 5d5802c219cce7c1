/// An edge between two nodes of a map.
struct MapEdge: Equatable, Sendable {
  var source: Int
  var target: Int
  /// The weight as a share of the largest; 1 in an unweighted graph.
  var strength: Double
}
