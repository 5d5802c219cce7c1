/// Soft areas around the nodes of each group on a small map.
enum GroupAreas {
  /// The maximum number of nodes for which areas are drawn; above it, the nodes themselves form
  /// areas.
  static let largestNodeCount = 1000

  /// The density at the rim of an area; that at a lonely node is 1.
  static let level = 0.22

  /// The standard deviation of the hill around a node: wide enough to join near nodes, narrow
  /// enough to keep distant ones apart.
  static func reach(nodeCount: Int, meanRadius: Double) -> Double {
    min(24, max(10, 520 / Double(max(1, nodeCount)).squareRoot())) * 0.72 + meanRadius * 0.4
  }

  /// Draws two areas for each group: one around all of its nodes, one around its core.
  ///
  /// - Parameters:
  ///   - groups: The groups.
  ///   - centers: The places of the nodes.
  ///   - radii: Their radii.
  ///   - box: The area of the map.
  ///   - theme: The theme.
  /// - Returns: The areas, those of the largest group first.
  static func areas(
    of groups: NodeGroups, centers: [Point], radii: [Double], within box: Box, theme: Theme
  ) -> [Shape] {
    let reach = Self.reach(
      nodeCount: centers.count, meanRadius: radii.reduce(0, +) / Double(max(1, radii.count)))
    let wide = box.expanded(by: 3 * reach)
    var shapes: [Shape] = []
    var cores: [Shape] = []
    for group in groups.names.indices {
      let members = centers.indices.filter { groups.groupOfNode[$0] == group }.map { centers[$0] }
      let color = Palette.color(ofGroup: group, theme: theme)
      let isDark = theme == .dark
      var density = DensityGrid(over: wide, cell: 3)
      density.addHills(at: members, radius: reach, joined: true)
      for outline in density.outlines(at: level, step: 3) {
        shapes.append(
          .area(
            outline, fill: color.opacity(isDark ? 0.13 : 0.10),
            rim: color.opacity(isDark ? 0.45 : 0.38),
            rimWidth: 0.8))
      }
      var core = DensityGrid(over: wide, cell: 3)
      core.addHills(at: members, radius: reach * 1.15, joined: false)
      let height = core.values.max() ?? 0
      for outline in core.outlines(at: max(0.75, height * 0.38), step: 3) {
        cores.append(
          .area(
            outline, fill: color.opacity(isDark ? 0.14 : 0.12), rim: color.opacity(0), rimWidth: 0))
      }
    }
    return shapes + cores
  }
}
