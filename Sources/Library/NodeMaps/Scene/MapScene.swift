/// A picture as plain values: what is drawn where, in the order in which it is drawn.
///
/// A scene knows neither the data that it shows nor the program that draws it.
struct MapScene: Sendable {
  /// The page's width and height in points.
  var width: Double
  var height: Double
  var theme: Theme
  /// Lines and areas under everything.
  var shapes: [Shape] = []
  /// Titles, captions and the legend.
  var captions: [Caption] = []
  /// The edges, from the bottom up.
  var edges: [EdgeCurve] = []
  /// The discs that are drawn, from the bottom up: nodes, or crowds of them.
  var discs: [Disc] = []
  /// All nodes by themselves, from the bottom up.
  var nodes: [Disc] = []
  /// Texts over the nodes.
  var labels: [MapLabel] = []
  /// The groups of discs and edges, by their numbers.
  var groups: [SceneGroup] = []
  /// What the picture is called, for readers that do not see it.
  var title = ""
  var summary = ""
  /// What is not where its coordinates are, one sentence each.
  var placeRemarks: [String] = []
}
