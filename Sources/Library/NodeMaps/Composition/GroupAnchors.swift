/// The possible places for names of groups.
///
/// On a large map, a name is among the densest nodes of its group, where there are the fewest
/// others, or above a group that it would hide; on a small map, it is beside its group and on no
/// rim of a group's area.
struct GroupAnchors {
  private let groups: NodeGroups
  private let centers: [Point]
  private let area: Box
  /// The density of all nodes, on the grid that is also used for groups.
  private let total: DensityGrid
  private let isSmall: Bool
  /// Some points along each edge; empty on large maps.
  private let edgePoints: [[Point]]

  private static let cell = 6.0
  private static let reach = 20.0
  /// The cost of an edge below a name, as a distance in points.
  private static let edgeCost = 14.0

  /// - Parameters:
  ///   - groups: The groups.
  ///   - centers: The places of the nodes.
  ///   - radii: The radii of the nodes.
  ///   - edges: The lines of the edges.
  ///   - area: The area that names must be in.
  init(of groups: NodeGroups, centers: [Point], radii: [Double], edges: [EdgeCurve], area: Box) {
    self.groups = groups
    self.centers = centers
    self.area = area
    isSmall = centers.count <= MapContent.allNamedCount
    edgePoints = isSmall ? edges.map { SmoothCurve.samples(along: $0.points) } : []
    if isSmall {
      // The areas of groups, whose rims are where the hill of a lonely node has their level.
      var total = DensityGrid(over: area, cell: 3)
      let meanRadius = radii.reduce(0, +) / Double(max(1, radii.count))
      total.addHills(
        at: centers, radius: GroupAreas.reach(nodeCount: centers.count, meanRadius: meanRadius),
        joined: true)
      self.total = total
    } else {
      var total = DensityGrid(over: area, cell: Self.cell)
      total.addHills(at: centers, radius: Self.reach, joined: false)
      self.total = total
    }
  }

  /// The places for the name of a group, best first.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - size: The width and the height of the name.
  /// - Returns: Possible places for the middle of the name.
  func anchors(ofGroup group: Int, size: Point) -> [Point] {
    let members = centers.indices.filter { groups.groupOfNode[$0] == group }.map { centers[$0] }
    guard !members.isEmpty else { return [] }
    return isSmall ? places(beside: members, size: size) : places(among: members, size: size)
  }

  /// The core of the group, or places above or below it if the name would hide most of the group.
  private func places(among members: [Point], size: Point) -> [Point] {
    guard let core = core(of: members) else { return [] }
    let hidden = members.filter { Box(center: core, size).distance(to: $0) == 0 }
    guard hidden.count * 2 > members.count, let top = hidden.map(\.y).min(),
      let bottom = hidden.map(\.y).max()
    else { return [core] }
    let out = size.y / 2 + 5
    return [Point(x: core.x, y: top - out), Point(x: core.x, y: bottom + out), core]
  }

  /// The place in the denser half of the group with the fewest other nodes.
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

  /// Places above and below the middle of the group that touch no group's area and few edges,
  /// nearest first.
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

  /// Whether a box is outside of the areas of all groups.
  private func isFree(_ box: Box) -> Bool {
    let wide = box.expanded(by: 3)
    for row in 0...6 {
      for column in 0...12 {
        let point = Point(
          x: wide.x + wide.width * Double(column) / 12,
          y: wide.y + wide.height * Double(row) / 6)
        if total.density(at: point) >= GroupAreas.level { return false }
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
