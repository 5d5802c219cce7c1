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
}

/// A group of nodes, as a viewer of the picture may address it.
struct SceneGroup: Equatable, Sendable {
  var name: String
  var color: Color
}

/// A line or an area.
enum Shape: Equatable, Sendable {
  /// A straight line.
  case line(Point, Point, color: Color, width: Double)
  /// A closed smooth outline: 3k + 1 control points of Béziers.
  case area([Point], fill: Color, rim: Color, rimWidth: Double)
  /// A filled polygon without a rim.
  case polygon([Point], fill: Color)
  /// A disc with a rim.
  case disc(center: Point, radius: Double, fill: Color, rim: Color)
}

/// A text at a fixed place that is not part of the map itself.
struct Caption: Equatable, Sendable {
  enum Alignment: Sendable { case leading, center, trailing }

  var text: String
  /// Where the text's baseline begins, has its middle or ends.
  var anchor: Point
  var alignment: Alignment
  var style: TextStyle
  var color: Color
  /// The measured width.
  var width: Double

  /// The room that the text takes.
  var box: Box {
    let left =
      switch alignment {
      case .leading: anchor.x
      case .center: anchor.x - width / 2
      case .trailing: anchor.x - width
      }
    return Box(
      x: left, y: anchor.y - style.ascent, width: width, height: style.ascent + style.descent)
  }
}

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

/// A text on the map.
struct MapLabel: Equatable, Sendable {
  var text: String
  var box: Box
  var style: TextStyle
  var color: Color
  /// The color around the letters; nil where they stand on a disc.
  var halo: Color?
  /// How far the halo reaches around a letter.
  var haloWidth = 1.3
  /// A line from the label to its node, where the two are apart.
  var leader: [Point] = []
}
