extension DensityGrid {
  /// The closed lines around all places with a density above a level (marching squares).
  ///
  /// - Parameter level: The level, positive.
  /// - Returns: Each line as points in order; a line that would leave the grid is closed along its
  ///   border.
  func contours(at level: Double) -> [[Point]] {
    var next: [Int: (edge: Int, point: Point)] = [:]
    func value(_ row: Int, _ column: Int) -> Double {
      guard (0..<rowCount).contains(row), (0..<columnCount).contains(column) else { return 0 }
      return values[row * columnCount + column]
    }
    // A crossing is on the edge from a grid point to the right (even number) or down (odd).
    let width = columnCount + 2
    func crossing(_ row: Int, _ column: Int, _ isDown: Bool) -> (edge: Int, point: Point) {
      let here = value(row, column)
      let there = isDown ? value(row + 1, column) : value(row, column + 1)
      let share = (level - here) / (there - here)
      let start = place(row: row, column: column)
      let point =
        isDown
        ? Point(x: start.x, y: start.y + share * cell)
        : Point(x: start.x + share * cell, y: start.y)
      return (((row + 1) * width + column + 1) * 2 + (isDown ? 1 : 0), point)
    }
    for row in -1..<rowCount {
      for column in -1..<columnCount {
        let corners = [
          value(row, column), value(row, column + 1), value(row + 1, column + 1),
          value(row + 1, column),
        ].map { $0 > level }
        guard corners.contains(true), corners.contains(false) else { continue }
        let sides = [
          crossing(row, column, false), crossing(row, column + 1, true),
          crossing(row + 1, column, false), crossing(row, column, true),
        ]
        // Around the square, the line enters where the density falls below the level and leaves at
        // the next side where it rises, so that the dense side is always on the same side of the
        // line.
        let falls = (0..<4).filter { corners[$0] && !corners[($0 + 1) % 4] }
        for fall in falls {
          guard
            let rise = (1...4).map({ (fall + $0) % 4 }).first(where: {
              !corners[$0] && corners[($0 + 1) % 4]
            })
          else { continue }
          next[sides[fall].edge] = (sides[rise].edge, sides[fall].point)
        }
      }
    }
    var lines: [[Point]] = []
    for start in next.keys.sorted() {
      var line: [Point] = []
      var edge = start
      while let step = next.removeValue(forKey: edge) {
        line.append(step.point)
        edge = step.edge
      }
      if line.count >= 4 { lines.append(line) }
    }
    return lines
  }

  /// The smooth outlines of the areas above a level, without the holes in them.
  ///
  /// - Parameters:
  ///   - level: The level.
  ///   - smallestArea: Areas smaller than this, in square points, are omitted.
  ///   - step: One in this many points of a line is kept, so that the curve is smoother than the
  ///     grid.
  /// - Returns: 3k + 1 control points of Bézier curves per area.
  func outlines(at level: Double, smallestArea: Double = 0, step: Int) -> [[Point]] {
    contours(at: level).filter { Self.signedArea($0) > smallestArea }.map { line in
      let kept = stride(from: 0, to: line.count, by: step).map { line[$0] }
      return SmoothCurve.through(kept.count >= 4 ? kept : line, isClosed: true)
    }
  }

  /// The area that a line encloses; negative for a hole.
  private static func signedArea(_ line: [Point]) -> Double {
    var sum = 0.0
    for (index, point) in line.enumerated() {
      let next = line[(index + 1) % line.count]
      sum += point.x * next.y - next.x * point.y
    }
    return sum / 2
  }
}
