/// A point of a curve in the unit square.
public struct CurvePoint: Sendable, Equatable {
  /// The horizontal coordinate, in 0...1.
  public let x: Double
  /// The vertical coordinate, in 0...1.
  public let y: Double

  /// Creates a point.
  init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Reduces a curve to few enough points to draw, spread evenly along the horizontal axis.
  ///
  /// - Parameters:
  ///   - curve: Points in the order of the curve.
  ///   - count: The maximum number of points, at least 2.
  /// - Returns: Points of the curve, including the first and the last.
  static func thinned(_ curve: [CurvePoint], to count: Int) -> [CurvePoint] {
    guard curve.count > count, let first = curve.first, let last = curve.last else { return curve }
    var kept = [first]
    let step = 1 / Double(count - 2)
    for point in curve.dropFirst().dropLast() {
      let previous = kept[kept.count - 1]
      if abs(point.x - previous.x) + abs(point.y - previous.y) >= 2 * step { kept.append(point) }
    }
    kept.append(last)
    return kept
  }
}
