/// The line of an edge: 3k + 1 control points of Béziers.
struct EdgeCurve: Equatable, Sendable {
  /// The nodes at its ends.
  var source: Int
  var target: Int
  var points: [Point]
  var color: Color
  var width: Double
  /// The group of both ends, or nil where they differ.
  var group: Int?
}
