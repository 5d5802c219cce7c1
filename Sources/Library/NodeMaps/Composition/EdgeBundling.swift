/// Bundles edges that run side by side.
///
/// Points along the edges move uphill in the density of all edges, in rounds with an increasingly
/// fine density; then each line is smoothed.
///
/// C. Hurter, O. Ersoy, A. Telea: Graph Bundling by Kernel Density Estimation, EuroVis 2012.
struct EdgeBundling {
  /// The number of moving points along a line.
  private static let pointCount = 15
  private static let gridSize = 420
  private static let roundCount = 12

  private let box: Box
  private let cell: Double
  private var density: [Float]
  private var scratch: [Float]

  private init(box: Box) {
    self.box = box
    cell = max(box.width, box.height) / Double(Self.gridSize - 1)
    density = [Float](repeating: 0, count: Self.gridSize * Self.gridSize)
    scratch = density
  }

  /// Bundles lines.
  ///
  /// - Parameters:
  ///   - lines: The two ends of each line.
  ///   - box: The area that contains all lines.
  /// - Returns: Five points per line; its ends are unchanged.
  /// - Complexity: O(lines), plus a constant for the grid of 420 × 420.
  static func bundle(_ lines: [(start: Point, end: Point)], within box: Box) -> [[Point]] {
    var bundling = EdgeBundling(box: box)
    var points = bundling.straightLines(lines)
    for round in 0..<roundCount {
      let share = 1 - Double(round) / Double(roundCount)
      let blur = max(2, Int(Double(gridSize) * 0.032 * share))
      bundling.measureDensity(of: points, blur: blur)
      bundling.moveUphill(&points, by: Double(blur) * 0.55)
      bundling.smooth(&points)
    }
    return lines.indices.map { line in
      let start = lines[line].start
      let chord = lines[line].end - start
      return (0..<5).map { step in
        let place = points[line * pointCount + step * (pointCount - 1) / 4]
        return limited(place, near: start + chord * (Double(step) / 4), to: chord.length * 0.22)
      }
    }
  }

  /// A place moved toward another until it is within a distance of it, so that no detour is long.
  private static func limited(_ place: Point, near goal: Point, to distance: Double) -> Point {
    let offset = place - goal
    return offset.length <= distance ? place : goal + offset * (distance / offset.length)
  }

  private func straightLines(_ lines: [(start: Point, end: Point)]) -> [Point] {
    lines.flatMap { line in
      (0..<Self.pointCount).map { step in
        line.start + (line.end - line.start) * (Double(step) / Double(Self.pointCount - 1))
      }
    }
  }

  private func gridPlace(_ point: Point) -> (column: Int, row: Int) {
    let last = Self.gridSize - 2
    return (
      min(last, max(1, Int((point.x - box.x) / cell))),
      min(last, max(1, Int((point.y - box.y) / cell)))
    )
  }

  private mutating func measureDensity(of points: [Point], blur: Int) {
    for index in density.indices { density[index] = 0 }
    for point in points {
      let place = gridPlace(point)
      density[place.row * Self.gridSize + place.column] += 1
    }
    // Three box blurs approximate a bell shape.
    for _ in 0..<3 {
      blurRows(radius: blur)
      transpose()
      blurRows(radius: blur)
      transpose()
    }
  }

  private mutating func blurRows(radius: Int) {
    let size = Self.gridSize
    let scale = 1 / Float(2 * radius + 1)
    for row in 0..<size {
      let start = row * size
      var sum: Float = 0
      for column in 0..<min(radius, size) { sum += density[start + column] }
      for column in 0..<size {
        if column + radius < size { sum += density[start + column + radius] }
        if column - radius - 1 >= 0 { sum -= density[start + column - radius - 1] }
        scratch[start + column] = sum * scale
      }
    }
    swap(&density, &scratch)
  }

  private mutating func transpose() {
    let size = Self.gridSize
    for row in 0..<size {
      for column in 0..<size { scratch[column * size + row] = density[row * size + column] }
    }
    swap(&density, &scratch)
  }

  /// Moves inner points up the slope of the density by a number of cells.
  private func moveUphill(_ points: inout [Point], by step: Double) {
    let size = Self.gridSize
    for index in points.indices {
      let position = index % Self.pointCount
      guard position != 0, position != Self.pointCount - 1 else { continue }
      let place = gridPlace(points[index])
      let here = place.row * size + place.column
      let slope = Point(
        x: Double(density[here + 1] - density[here - 1]),
        y: Double(density[here + size] - density[here - size]))
      let steepness = slope.length
      guard steepness > 1e-6 else { continue }
      points[index] = points[index] + slope * (step * cell / steepness)
    }
  }

  private func smooth(_ points: inout [Point]) {
    let count = Self.pointCount
    for line in 0..<points.count / count {
      let start = line * count
      for _ in 0..<3 {
        var before = points[start]
        for index in start + 1..<start + count - 1 {
          let here = points[index]
          points[index] = here * 0.5 + (before + points[index + 1]) * 0.25
          before = here
        }
      }
    }
  }
}
