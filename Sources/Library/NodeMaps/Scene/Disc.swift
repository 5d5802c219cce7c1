/// A node, or a crowd of nodes.
struct Disc: Equatable, Sendable {
  /// The node's number among all nodes of the map; a crowd's is that of its first member.
  var node: Int
  /// The nodes of a crowd; none for a node by itself.
  var members: [Int] = []
  var center: Point
  var radius: Double
  var fill: Color
  var group: Int?
  /// Lines of text that appear when a pointer rests on the node.
  var tooltip: String
  /// Where a click leads.
  var link: String?
}
