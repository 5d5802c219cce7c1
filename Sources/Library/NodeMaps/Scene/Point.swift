/// A place on the page, in points of 1/72 inch: x to the right, y down from the top.
struct Point: Equatable, Sendable {
  var x: Double
  var y: Double

  static func + (left: Point, right: Point) -> Point {
    Point(x: left.x + right.x, y: left.y + right.y)
  }

  static func - (left: Point, right: Point) -> Point {
    Point(x: left.x - right.x, y: left.y - right.y)
  }

  static func * (point: Point, scale: Double) -> Point {
    Point(x: point.x * scale, y: point.y * scale)
  }

  /// The distance from the origin.
  var length: Double { (x * x + y * y).squareRoot() }
}
