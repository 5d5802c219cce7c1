/// A picture as plain values: everything to draw, in drawing order.
///
/// A scene depends neither on the data that it shows nor on the program that draws it.
struct MapScene: Sendable {
  /// The page's width and height in points.
  var width: Double
  var height: Double
  var theme: Theme
  /// Lines and areas below everything else.
  var shapes: [Shape] = []
  /// Titles, captions and the legend.
  var captions: [Caption] = []
  /// The edges, bottom first.
  var edges: [EdgeCurve] = []
  /// The discs to draw, bottom first: nodes or crowds.
  var discs: [Disc] = []
  /// All nodes as single discs, bottom first.
  var nodes: [Disc] = []
  /// Texts on top of the nodes.
  var labels: [MapLabel] = []
  /// The groups of discs and edges, by their numbers.
  var groups: [SceneGroup] = []
  /// The title of the picture, for readers who cannot see it.
  var title = ""
  var summary = ""
  /// Remarks on nodes that are not drawn at their coordinates, one sentence each.
  var placeRemarks: [String] = []
}
