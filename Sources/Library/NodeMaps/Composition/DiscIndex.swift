/// Finds the discs near a box.
struct DiscIndex {
  private let centers: [Point]
  private let radii: [Double]
  private let cell: Double
  private var cells: [Int: [Int]] = [:]

  init(centers: [Point], radii: [Double]) {
    self.centers = centers
    self.radii = radii
    cell = max(24, 2 * (radii.max() ?? 0))
    for index in centers.indices { cells[key(centers[index]), default: []].append(index) }
  }

  /// How much of a box is covered by discs: the sum of the covered areas divided by the area of the
  /// box.
  func cover(of box: Box) -> Double {
    let reach = radii.isEmpty ? 0 : cell / 2
    let columns = column(box.x - reach)...column(box.right + reach)
    let rows = column(box.y - reach)...column(box.bottom + reach)
    var covered = 0.0
    for row in rows {
      for column in columns {
        for index in cells[row * 65_536 + column] ?? [] {
          let depth = radii[index] + 0.8 - box.distance(to: centers[index])
          guard depth > 0 else { continue }
          covered += min(depth, radii[index] * 2) * radii[index] * 2
        }
      }
    }
    return covered / (box.width * box.height)
  }

  private func column(_ coordinate: Double) -> Int { Int((coordinate / cell).rounded(.down)) }

  private func key(_ point: Point) -> Int { column(point.y) * 65_536 + column(point.x) }
}
