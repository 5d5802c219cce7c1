/// The scale of coordinates on the page: the same for both axes, such that all coordinates fit.
struct PlotScale {
  private let center: Point
  private let scale: Double
  private let middle: Point

  /// The ratio of the width of the data to its height.
  static func aspect(of coordinates: [Point]) -> Double {
    let (x, y) = (range(coordinates.map(\.x)), range(coordinates.map(\.y)))
    let (width, height) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    return height > 0 && width > 0 ? width / height : 1
  }

  /// - Parameters:
  ///   - coordinates: The coordinates of all nodes, finite.
  ///   - inner: The part of the page to fill.
  init(_ coordinates: [Point], filling inner: Box) {
    let x = Self.range(coordinates.map(\.x))
    let y = Self.range(coordinates.map(\.y))
    center = Point(
      x: (x.lowerBound + x.upperBound) / 2, y: (y.lowerBound + y.upperBound) / 2)
    let fits = [
      inner.width / (x.upperBound - x.lowerBound), inner.height / (y.upperBound - y.lowerBound),
    ].filter { $0.isFinite && $0 > 0 }
    scale = fits.min() ?? 1
    middle = inner.center
  }

  /// The place of coordinates on the page, even if it is outside of the map.
  func place(_ point: Point) -> Point {
    Point(
      x: middle.x + (point.x - center.x) * scale, y: middle.y - (point.y - center.y) * scale)
  }

  private static func range(_ values: [Double]) -> ClosedRange<Double> {
    guard let low = values.min(), let high = values.max() else { return 0...0 }
    return low...high
  }
}
