internal import SystemLibrary

/// Draws in the few nodes of a large map that are far from all others, so that they do not
/// determine its scale.
///
/// The core of the map is an ellipse that contains 99 % of the nodes, and is unchanged. A node
/// beyond it keeps its direction, and its distance from the core grows with the logarithm of its
/// original distance: the map fades out on all sides, and nodes on the same ray keep their order.
struct OutlierCompression: Sendable {
  /// The minimum number of nodes; on smaller maps, every node counts.
  private static let smallestNodeCount = 300
  /// The share of the nodes that are in the core.
  private static let coreShare = 0.99
  /// The width of the rim around the core, as a share of its radius.
  private static let rim = 0.16

  private let center: Point
  private let halfWidth: Double
  private let halfHeight: Double
  /// The radius of the core, and the unit of the logarithm; nil if nothing is drawn in.
  private let bend: (core: Double, unit: Double)?
  /// How many nodes are drawn in.
  let movedCount: Int

  /// Analyzes the coordinates of a map.
  ///
  /// - Parameter coordinates: The coordinates of all nodes, finite.
  /// - Complexity: O(*n* log *n*).
  init(_ coordinates: [Point]) {
    let (x, y) = (Self.middle(coordinates.map(\.x)), Self.middle(coordinates.map(\.y)))
    center = Point(x: x.middle, y: y.middle)
    halfWidth = x.half
    halfHeight = y.half
    guard coordinates.count > Self.smallestNodeCount else {
      (bend, movedCount) = (nil, 0)
      return
    }
    let offsets = coordinates.map { $0 - Point(x: x.middle, y: y.middle) }
    let radii = offsets.map { Point(x: $0.x / x.half, y: $0.y / y.half).length }.sorted()
    let core = radii[Int(Double(radii.count - 1) * Self.coreShare)]
    let excess = radii[radii.count - 1] - core
    guard core > 0, excess > core * Self.rim else {
      (bend, movedCount) = (nil, 0)
      return
    }
    // The unit for which the farthest node is on the outer rim.
    var (low, high) = (0.0, excess)
    for _ in 0..<60 {
      let unit = (low + high) / 2
      if unit * log1p(excess / unit) < core * Self.rim { low = unit } else { high = unit }
    }
    bend = (core, high)
    movedCount = radii.count { $0 > core }
  }

  /// The new place of coordinates.
  func place(_ point: Point) -> Point {
    guard let bend else { return point }
    let offset = point - center
    let radius = Point(x: offset.x / halfWidth, y: offset.y / halfHeight).length
    guard radius > bend.core else { return point }
    let drawnIn = bend.core + bend.unit * log1p((radius - bend.core) / bend.unit)
    return center + offset * (drawnIn / radius)
  }

  /// The middle of numbers, and how far most of them are from it; 1 if they are all equal.
  private static func middle(_ values: [Double]) -> (middle: Double, half: Double) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return (0, 1) }
    let cut = Int(Double(sorted.count) * (1 - coreShare) / 2)
    let (low, high) = (sorted[cut], sorted[sorted.count - 1 - cut])
    if high > low { return ((low + high) / 2, (high - low) / 2) }
    return last > first ? ((first + last) / 2, (last - first) / 2) : (first, 1)
  }
}
