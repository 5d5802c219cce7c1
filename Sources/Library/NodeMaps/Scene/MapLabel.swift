/// A text on the map.
struct MapLabel: Equatable, Sendable {
  var text: String
  var box: Box
  var style: TextStyle
  var color: Color
  /// The color around the letters; nil for text on a disc.
  var halo: Color?
  /// The width of the halo around a letter.
  var haloWidth = 1.3
  /// A line from the label to its node, if they are apart.
  var leader: [Point] = []
}
