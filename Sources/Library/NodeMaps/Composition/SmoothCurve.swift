/// Smooth curves through points.
enum SmoothCurve {
  /// The control points of Bézier curves that pass through points (Catmull–Rom).
  ///
  /// - Parameters:
  ///   - points: At least two points.
  ///   - isClosed: Whether the last point is connected to the first.
  /// - Returns: 3k + 1 control points.
  static func through(_ points: [Point], isClosed: Bool = false) -> [Point] {
    let count = points.count
    var controls = [points[0]]
    let segmentCount = isClosed ? count : count - 1
    controls.reserveCapacity(3 * segmentCount + 1)
    func point(_ index: Int) -> Point {
      isClosed ? points[(index + count) % count] : points[min(count - 1, max(0, index))]
    }
    for index in 0..<segmentCount {
      let start = point(index)
      let end = point(index + 1)
      controls.append(start + (end - point(index - 1)) * (1.0 / 6))
      controls.append(end - (point(index + 2) - start) * (1.0 / 6))
      controls.append(end)
    }
    return controls
  }

  /// The control points of an arc that deviates from its chord by a share of the chord's length.
  static func arc(from start: Point, to end: Point, bend: Double) -> [Point] {
    let chord = end - start
    let normal = Point(x: chord.y, y: -chord.x) * bend
    return [
      start, start + chord * 0.28 + normal, start + chord * 0.72 + normal, end,
    ]
  }

  /// Points along a curve, including both ends.
  ///
  /// - Parameter controls: 3k + 1 control points.
  /// - Returns: 12k + 1 points.
  static func samples(along controls: [Point]) -> [Point] {
    var samples = [controls[0]]
    let stepCount = 12
    for start in stride(from: 0, to: controls.count - 1, by: 3) {
      for step in 1...stepCount {
        let t = Double(step) / Double(stepCount)
        let u = 1 - t
        let ends = controls[start] * (u * u * u) + controls[start + 3] * (t * t * t)
        let middle =
          controls[start + 1] * (3 * u * u * t) + controls[start + 2] * (3 * u * t * t)
        samples.append(ends + middle)
      }
    }
    return samples
  }
}
