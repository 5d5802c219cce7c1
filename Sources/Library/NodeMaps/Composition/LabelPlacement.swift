/// Finds places for texts such that no two texts touch.
///
/// Texts are placed in the given order, most important first. Each takes the best of the places
/// around its anchor: one that covers no text, and as few and as small discs as possible. A text
/// without a good place is omitted.
struct LabelPlacement {
  private let area: Box
  private let obstacles: DiscIndex
  private(set) var placed: [Box] = []

  /// - Parameters:
  ///   - area: The area that texts must be in.
  ///   - centers: The centers of the discs.
  ///   - radii: Their radii.
  init(area: Box, centers: [Point], radii: [Double]) {
    self.area = area
    obstacles = DiscIndex(centers: centers, radii: radii)
  }

  /// Keeps a box free of texts.
  mutating func reserve(_ box: Box) {
    placed.append(box)
  }

  /// Finds a place beside a disc.
  ///
  /// - Parameters:
  ///   - center: The center of the disc.
  ///   - radius: Its radius.
  ///   - width: The width of the text.
  ///   - style: The style of the text.
  ///   - tolerance: The share of the text that may cover discs, from 0.
  ///   - reach: The distances from the disc to try, in points.
  /// - Returns: The place, and whether it is far enough away to need a line to the disc; nil if
  ///   there is no place.
  mutating func place(
    beside center: Point, radius: Double, width: Double, style: TextStyle, tolerance: Double,
    reach: [Double] = [2, 5]
  ) -> (box: Box, isApart: Bool)? {
    let height = style.size * 1.1
    var best: (box: Box, cost: Double, isApart: Bool)?
    for distance in reach {
      let out = radius + distance
      for (x, y, penalty) in Self.directions {
        let middle = Point(
          x: center.x + x * (out + width / 2 * abs(x) / (abs(x) + 0.0001)),
          y: center.y + y * (out + height / 2))
        let box = Box(
          center: Point(x: abs(x) < 0.1 ? center.x : middle.x, y: middle.y), width: width,
          height: height)
        guard let cover = cover(of: box) else { continue }
        let cost = cover + penalty + distance * 0.012
        guard cover <= tolerance, best.map({ cost < $0.cost }) ?? true else { continue }
        best = (box, cost, distance > 9)
      }
      if let best, best.cost < 0.2 { break }
    }
    guard let best else { return nil }
    placed.append(best.box)
    return (best.box, best.isApart)
  }

  /// Finds a place for a text on the map, at one of several points or near it.
  ///
  /// - Parameters:
  ///   - anchors: The points, best first.
  ///   - width: The width of the text.
  ///   - style: The style of the text.
  /// - Returns: The place, or nil if there is none.
  mutating func place(at anchors: [Point], width: Double, style: TextStyle) -> Box? {
    let height = style.size * 1.15
    for ring in 0..<9 {
      for anchor in anchors {
        for (x, y) in ring == 0 ? [(0, 0)] : Self.compass {
          let center =
            anchor + Point(x: x * Double(ring) * height * 0.7, y: y * Double(ring) * height * 0.7)
          let box = Box(center: center, width: width, height: height)
          guard area.contains(box), !isTaken(box) else { continue }
          placed.append(box)
          return box
        }
      }
    }
    return nil
  }

  /// How much of a box covers discs, or nil if it leaves the area or touches a text.
  private func cover(of box: Box) -> Double? {
    guard area.contains(box), !isTaken(box) else { return nil }
    return obstacles.cover(of: box)
  }

  private func isTaken(_ box: Box) -> Bool {
    let wide = box.expanded(by: 1)
    return placed.contains { $0.overlaps(wide) }
  }

  /// Directions around a disc, each with a penalty.
  private static let directions: [(Double, Double, Double)] = [
    (1, 0, 0), (0, -1, 0.01), (-1, 0, 0.02), (0, 1, 0.03), (0.8, -0.75, 0.04), (0.8, 0.75, 0.05),
    (-0.8, -0.75, 0.06), (-0.8, 0.75, 0.07),
  ]
  private static let compass: [(Double, Double)] = [
    (0, -1), (0, 1), (1, 0), (-1, 0), (0.7, -0.7), (-0.7, -0.7), (0.7, 0.7), (-0.7, 0.7),
  ]
}
