/// The line of an edge: 3k + 1 control points of Bézier curves.
struct EdgeCurve: Equatable, Sendable {
  /// The nodes at its ends.
  var source: Int
  var target: Int
  var points: [Point]
  var color: Color
  var width: Double
  /// The group of both ends, or nil if they differ.
  var group: Int?
}
