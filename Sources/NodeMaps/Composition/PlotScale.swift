/// Where coordinates lie on the page: one scale for both axes.
///
/// From some hundreds of nodes on, the outermost 0.3 % on each side do not set the scale; they are
/// drawn in toward the border.
struct PlotScale {
  private let center: Point
  private let scale: Double
  private let middle: Point
  private let inner: Box

  /// The width of the data over its height.
  static func aspect(of coordinates: [Point]) -> Double {
    let (x, y) = (range(coordinates.map(\.x)), range(coordinates.map(\.y)))
    let (width, height) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    return height > 0 && width > 0 ? width / height : 1
  }

  /// - Parameters:
  ///   - coordinates: The coordinates of all nodes, finite.
  ///   - inner: The part of the page that they are to fill.
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
    self.inner = inner
  }

  /// How far beyond the inner part the outermost nodes are let.
  static let rim = 16.0

  /// The place on the page of coordinates: those far out are drawn in toward the border, the more
  /// the farther they are, but stay in order.
  func place(_ point: Point) -> Point {
    let place = unclamped(point)
    return Point(
      x: Self.drawnIn(place.x, from: inner.x, to: inner.right),
      y: Self.drawnIn(place.y, from: inner.y, to: inner.bottom))
  }

  private static func drawnIn(_ value: Double, from low: Double, to high: Double) -> Double {
    func shortened(_ excess: Double) -> Double { rim * excess / (rim + excess) }
    if value < low { return low - shortened(low - value) }
    return value > high ? high + shortened(value - high) : value
  }

  /// The place of coordinates, also where it is off the map.
  func unclamped(_ point: Point) -> Point {
    Point(
      x: middle.x + (point.x - center.x) * scale, y: middle.y - (point.y - center.y) * scale)
  }

  private static func range(_ values: [Double]) -> ClosedRange<Double> {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return 0...0 }
    guard sorted.count > 300 else { return first...last }
    let cut = Int(Double(sorted.count) * 0.003)
    return sorted[cut]...sorted[sorted.count - 1 - cut]
  }
}
