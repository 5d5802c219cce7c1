/// Where the names of groups may stand.
///
/// On a large map a name stands among its group's densest nodes, where fewest others are, or above
/// a group that it would hide; on a small one beside its group, on no rim of a territory.
struct GroupAnchors {
  private let groups: NodeGroups
  private let centers: [Point]
  private let area: Box
  /// How dense all nodes lie, on the grid on which groups are looked at.
  private let total: DensityGrid
  private let isSmall: Bool
  /// Points along the edges, of each edge some; none on large maps.
  private let edgePoints: [[Point]]

  private static let cell = 6.0
  private static let reach = 20.0
  /// An edge under a name is as bad as so many points of distance.
  private static let edgeCost = 14.0

  /// - Parameters:
  ///   - groups: The groups.
  ///   - centers: The nodes' places.
  ///   - radii: The nodes' radii.
  ///   - edges: The edges' lines.
  ///   - area: Where names may stand.
  init(of groups: NodeGroups, centers: [Point], radii: [Double], edges: [EdgeCurve], area: Box) {
    self.groups = groups
    self.centers = centers
    self.area = area
    isSmall = centers.count <= MapContent.allNamedCount
    edgePoints = isSmall ? edges.map { SmoothCurve.samples(along: $0.points) } : []
    if isSmall {
      // The territories, whose rims are where a lonely node's hill has their level.
      var total = DensityGrid(over: area, cell: 3)
      let meanRadius = radii.reduce(0, +) / Double(max(1, radii.count))
      total.addHills(
        at: centers, radius: Territories.reach(nodeCount: centers.count, meanRadius: meanRadius),
        joined: true)
      self.total = total
    } else {
      var total = DensityGrid(over: area, cell: Self.cell)
      total.addHills(at: centers, radius: Self.reach, joined: false)
      self.total = total
    }
  }

  /// The places for a group's name, the best first.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - size: The name's width and height.
  /// - Returns: Where the middle of the name may be.
  func anchors(ofGroup group: Int, size: Point) -> [Point] {
    let members = centers.indices.filter { groups.groupOfNode[$0] == group }.map { centers[$0] }
    guard !members.isEmpty else { return [] }
    return isSmall ? places(beside: members, size: size) : places(among: members, size: size)
  }

  /// The group's core; above or below it where the name would hide most of the group.
  private func places(among members: [Point], size: Point) -> [Point] {
    guard let core = core(of: members) else { return [] }
    let hidden = members.filter { Box(center: core, size).distance(to: $0) == 0 }
    guard hidden.count * 2 > members.count, let top = hidden.map(\.y).min(),
      let bottom = hidden.map(\.y).max()
    else { return [core] }
    let out = size.y / 2 + 5
    return [Point(x: core.x, y: top - out), Point(x: core.x, y: bottom + out), core]
  }

  /// Of the group's denser half, the place where the fewest others are.
  private func core(of members: [Point]) -> Point? {
    var density = DensityGrid(over: area, cell: Self.cell)
    density.addHills(at: members, radius: Self.reach, joined: false)
    let highest = density.values.max() ?? 0
    func weight(_ index: Int) -> Double {
      density.values[index] * density.values[index] / max(1e-9, total.values[index])
    }
    let best = density.values.indices
      .filter { density.values[$0] > 0 && density.values[$0] >= highest * 0.55 }
      .max { weight($0) < weight($1) }
    return best.map {
      density.place(row: $0 / density.columnCount, column: $0 % density.columnCount)
    }
  }

  /// Places above and below the group's middle that touch no territory and few edges, the nearest
  /// first.
  private func places(beside members: [Point], size: Point) -> [Point] {
    var density = DensityGrid(over: area, cell: Self.cell)
    density.addHills(at: members, radius: area.width * 0.08, joined: false)
    let core = density.peak ?? area.center
    var places: [(distance: Double, point: Point)] = []
    for column in -12...12 {
      let x = min(
        area.right - size.x / 2, max(area.x + size.x / 2, core.x + Double(column) * 12))
      for direction in [-1.0, 1.0] {
        var y = core.y
        while y > area.y, y < area.bottom, !isFree(Box(center: Point(x: x, y: y), size)) {
          y += direction * 3
        }
        let point = Point(x: x, y: y)
        let box = Box(center: point, size)
        guard area.contains(box), isFree(box) else { continue }
        let nearest = members.map { ($0 - point).length }.min() ?? 0
        let crossed = edgePoints.count { $0.contains { box.distance(to: $0) == 0 } }
        places.append(
          ((point - core).length + nearest + Self.edgeCost * Double(crossed), point))
      }
    }
    places.sort { ($0.distance, $0.point.y, $0.point.x) < ($1.distance, $1.point.y, $1.point.x) }
    return places.map(\.point) + [core]
  }

  /// Whether a box lies outside of all territories.
  private func isFree(_ box: Box) -> Bool {
    let wide = box.expanded(by: 3)
    for row in 0...6 {
      for column in 0...12 {
        let point = Point(
          x: wide.x + wide.width * Double(column) / 12,
          y: wide.y + wide.height * Double(row) / 6)
        if total.density(at: point) >= Territories.level { return false }
      }
    }
    return true
  }
}

extension Box {
  fileprivate init(center: Point, _ size: Point) {
    self.init(center: center, width: size.x, height: size.y)
  }
}
