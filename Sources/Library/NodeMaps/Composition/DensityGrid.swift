internal import SystemLibrary

/// The density of points, on a grid over a part of the page.
struct DensityGrid: Sendable {
  let box: Box
  let cell: Double
  let columnCount: Int
  let rowCount: Int
  private(set) var values: [Double]

  /// Creates an empty grid.
  init(over box: Box, cell: Double) {
    self.box = box
    self.cell = cell
    columnCount = Int(box.width / cell) + 2
    rowCount = Int(box.height / cell) + 2
    values = [Double](repeating: 0, count: columnCount * rowCount)
  }

  /// Creates a grid of given values.
  ///
  /// - Precondition: There is one value for each point of an empty grid of that size.
  init(over box: Box, cell: Double, values: [Double]) {
    self.init(over: box, cell: cell)
    precondition(values.count == self.values.count, "the grid has \(self.values.count) points")
    self.values = values
  }

  /// Adds a hill of height 1 at each point.
  ///
  /// - Parameters:
  ///   - points: The points.
  ///   - radius: The standard deviation of the bell-shaped hills.
  ///   - joined: Whether overlapping hills fill up to 1 instead of adding up, so that a lonely
  ///     point is as high as a crowd.
  mutating func addHills(at points: [Point], radius: Double, joined: Bool) {
    for point in points {
      let reach = radius * 3
      let columns = range(point.x - box.x, reach, columnCount)
      let rows = range(point.y - box.y, reach, rowCount)
      for row in rows {
        let y = box.y + Double(row) * cell - point.y
        for column in columns {
          let x = box.x + Double(column) * cell - point.x
          let hill = exp(-(x * x + y * y) / (2 * radius * radius))
          let index = row * columnCount + column
          if joined {
            values[index] = 1 - (1 - values[index]) * (1 - hill)
          } else {
            values[index] += hill
          }
        }
      }
    }
  }

  private func range(_ center: Double, _ reach: Double, _ count: Int) -> Range<Int> {
    let low = min(count, max(0, Int(((center - reach) / cell).rounded(.up))))
    let high = min(count, max(low, Int(((center + reach) / cell).rounded(.down)) + 1))
    return low..<high
  }

  /// The place of a grid point on the page.
  func place(row: Int, column: Int) -> Point {
    Point(x: box.x + Double(column) * cell, y: box.y + Double(row) * cell)
  }

  /// The densest place, or nil for an empty grid.
  var peak: Point? {
    guard let index = values.indices.max(by: { values[$0] < values[$1] }), values[index] > 0
    else { return nil }
    return place(row: index / columnCount, column: index % columnCount)
  }

  /// The density at the grid point nearest to a place; 0 outside.
  func density(at point: Point) -> Double {
    let column = Int(((point.x - box.x) / cell).rounded())
    let row = Int(((point.y - box.y) / cell).rounded())
    guard (0..<columnCount).contains(column), (0..<rowCount).contains(row) else { return 0 }
    return values[row * columnCount + column]
  }
}
