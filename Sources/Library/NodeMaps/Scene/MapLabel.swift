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
