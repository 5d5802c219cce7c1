/// A text at a fixed place that is not part of the map itself.
struct Caption: Equatable, Sendable {
  enum Alignment: Sendable { case leading, center, trailing }

  var text: String
  /// The point of the baseline where the text begins, has its middle, or ends.
  var anchor: Point
  var alignment: Alignment
  var style: TextStyle
  var color: Color
  /// The measured width.
  var width: Double

  /// The box that the text occupies.
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
