/// A line or an area.
enum Shape: Equatable, Sendable {
  /// A straight line.
  case line(Point, Point, color: Color, width: Double)
  /// A closed, smooth outline: 3k + 1 control points of Bézier curves.
  case area([Point], fill: Color, rim: Color, rimWidth: Double)
  /// A filled polygon without a rim.
  case polygon([Point], fill: Color)
  /// A disc with a rim.
  case disc(center: Point, radius: Double, fill: Color, rim: Color)
}
