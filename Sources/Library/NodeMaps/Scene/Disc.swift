/// A node, or a crowd of nodes.
struct Disc: Equatable, Sendable {
  /// The node's number among all nodes of the map; a crowd's is that of its first member.
  var node: Int
  /// The nodes of a crowd; empty for a single node.
  var members: [Int] = []
  var center: Point
  var radius: Double
  var fill: Color
  var group: Int?
  /// Lines of text that appear when a pointer is over the node.
  var tooltip: String
  /// The target of a click.
  var link: String?
}
