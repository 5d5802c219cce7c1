/// The colors of a map's nodes.
struct NodeColors: Sendable {
  let content: MapContent
  let theme: Theme
  /// The groups; nil if colors stand for something else.
  let groups: NodeGroups?
  /// The range of the numbers that colors stand for.
  private let numberRange: ClosedRange<Double>?

  init(_ content: MapContent, theme: Theme) {
    self.content = content
    self.theme = theme
    if case .groups(let groups) = content.coloring { self.groups = groups } else { groups = nil }
    numberRange = content.coloring.numberRange
  }

  /// The color of a node, paler if its neighbors are lost.
  func fill(of node: Int) -> Color {
    let color = color(of: node)
    return content.doubtful.contains(node) ? color.mixed(with: theme.page, 0.68) : color
  }

  private func color(of node: Int) -> Color {
    switch content.coloring {
    case .uniform: Palette.color(ofGroup: 0, theme: theme)
    case .groups(let groups):
      groups.groupOfNode[node].map { Palette.color(ofGroup: $0, theme: theme) }
        ?? theme.neutralNode.opacity(0.75)
    case .numbers(let numbers, _):
      ColorScale.color(of: ColorScale.share(of: numbers[node], in: numberRange), theme: theme)
    }
  }

  /// The discs of nodes: those of the largest groups at the bottom, small ones on top of large
  /// ones.
  func discs(centers: [Point], radii: [Double]) -> [Disc] {
    let order = content.names.indices.sorted { first, second in
      let groups = (rank(of: first), rank(of: second))
      if groups.0 != groups.1 { return groups.0 < groups.1 }
      if radii[first] != radii[second] { return radii[first] > radii[second] }
      return first < second
    }
    return order.map { node in
      Disc(
        node: node, center: centers[node], radius: radii[node], fill: fill(of: node),
        group: groups?.groupOfNode[node], tooltip: "",
        link: content.links.isEmpty ? nil : content.links[node])
    }
  }

  private func rank(of node: Int) -> Int {
    NodeGroups.drawingRank(ofGroup: groups?.groupOfNode[node])
  }

  /// The names and colors of the groups.
  var sceneGroups: [SceneGroup] {
    (groups?.names ?? []).enumerated().map { group, name in
      SceneGroup(name: name, color: Palette.color(ofGroup: group, theme: theme))
    }
  }
}
