/// The areas of groups on a map of very many nodes: where each group has more nodes than any other.
enum MajorityAreas {
  /// The standard deviation of the hill around a node.
  private static let reach = 9.0
  private static let cell = 4.0
  /// The area, in square points, below which areas are not drawn.
  private static let smallestArea = 150.0
  /// The shares of all nodes that are within the areas, and within their dense parts.
  private static let shares = [0.97, 0.6]

  /// Draws the areas, dense parts on top of whole areas.
  ///
  /// - Parameters:
  ///   - groups: The groups; nil treats all nodes as one group, drawn in a neutral color.
  ///   - centers: The places of the nodes.
  ///   - box: The area of the map.
  ///   - theme: The theme.
  /// - Returns: The areas.
  static func areas(of groups: NodeGroups?, centers: [Point], within box: Box, theme: Theme)
    -> [Shape]
  {
    var total = DensityGrid(over: box, cell: cell)
    total.addHills(at: centers, radius: reach, joined: false)
    let levels = levels(of: total, at: centers)
    var grids: [DensityGrid] = []
    if let groups {
      var members = [[Point]](repeating: [], count: groups.names.count)
      for (node, group) in groups.groupOfNode.enumerated() {
        if let group { members[group].append(centers[node]) }
      }
      grids = members.map { members in
        var grid = DensityGrid(over: box, cell: cell)
        grid.addHills(at: members, radius: reach, joined: false)
        return grid
      }
    } else {
      grids = [total]
    }
    let leads = leads(of: grids)
    var shapes: [Shape] = []
    for (step, level) in levels.enumerated() {
      for group in grids.indices where groups == nil || group < Palette.colors.count {
        let color =
          groups == nil ? theme.neutralNode : Palette.color(ofGroup: group, theme: theme)
        let lead = DensityGrid(
          over: box, cell: cell,
          values: total.values.indices.map { min(leads[group][$0], total.values[$0] - level) })
        let outlines = lead.outlines(at: level * 0.02, smallestArea: smallestArea, step: 2)
        for outline in outlines {
          shapes.append(
            .area(
              outline,
              fill: color.opacity(step == 0 ? 0.13 : 0.16),
              rim: color.opacity(step == 0 ? 0.4 : 0), rimWidth: step == 0 ? 0.6 : 0))
        }
      }
    }
    return shapes
  }

  /// The densities above which the given shares of the nodes are.
  private static func levels(of total: DensityGrid, at centers: [Point]) -> [Double] {
    let found = centers.map { total.density(at: $0) }.sorted(by: >)
    return shares.map { found[min(found.count - 1, Int(Double(found.count) * $0))] }
  }

  /// How far each group is ahead of all others at each place of the grid.
  private static func leads(of grids: [DensityGrid]) -> [[Double]] {
    guard grids.count > 1 else { return grids.map(\.values) }
    var leads = grids.map(\.values)
    for place in grids[0].values.indices {
      var (first, second, leader) = (0.0, 0.0, 0)
      for group in grids.indices {
        let value = grids[group].values[place]
        if value > first {
          (first, second, leader) = (value, first, group)
        } else if value > second {
          second = value
        }
      }
      for group in grids.indices {
        leads[group][place] -= group == leader ? second : first
      }
    }
    return leads
  }
}
