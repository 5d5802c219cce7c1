internal import Text

/// A map of very many nodes seen from afar: crowds, the areas of groups, and the lines between
/// crowds.
struct Overview {
  /// The maximum number of lines; more would hide the map.
  private static let largestLineCount = 7_000

  private let content: MapContent
  private let theme: Theme
  private let groups: NodeGroups?
  private let box: Box
  private let nodes: SuperNodes
  private let lines: SuperNodes.Lines
  private let sizes: DiscSizes
  private let numberRange: ClosedRange<Double>?

  /// Gathers the nodes of a map.
  ///
  /// - Parameters:
  ///   - content: The content of the map, with all of its edges.
  ///   - theme: The theme.
  ///   - groups: The groups; nil if colors stand for something else.
  ///   - centers: The places of the nodes.
  ///   - singles: Nodes that are always drawn singly.
  ///   - box: The area of the map.
  init(
    _ content: MapContent, theme: Theme, groups: NodeGroups?, centers: [Point],
    singles: Set<Int>, box: Box
  ) {
    self.content = content
    self.theme = theme
    self.groups = groups
    self.box = box
    numberRange = content.coloring.numberRange
    nodes = SuperNodes(
      centers: centers, degrees: content.degrees, groupOfNode: groups?.groupOfNode ?? [],
      singles: singles)
    lines = nodes.lines(
      of: content.allEdges, limit: min(content.edgeLimit, Self.largestLineCount))
    sizes = DiscSizes(
      smallest: 1, largest: SuperNodes.spacing * 0.56, largestCount: nodes.largestCrowd)
  }

  /// The discs: those of the largest groups at the bottom, small ones on top of large ones.
  ///
  /// - Parameter fill: The color of a node.
  /// - Returns: The discs in the order in which they are drawn.
  func discs(fill: (Int) -> Color) -> [Disc] {
    let discs = nodes.items.map { item in
      Disc(
        node: item.members[0], members: item.isCrowd ? item.members : [], center: item.center,
        radius: sizes.radius(of: item.members.count), fill: color(of: item, fill: fill),
        group: item.group, tooltip: "",
        link: item.isCrowd || content.links.isEmpty ? nil : content.links[item.members[0]])
    }
    return discs.sorted { first, second in
      let groups = (
        NodeGroups.drawingRank(ofGroup: first.group), NodeGroups.drawingRank(ofGroup: second.group)
      )
      if groups.0 != groups.1 { return groups.0 < groups.1 }
      return first.radius == second.radius
        ? first.node < second.node : first.radius > second.radius
    }
  }

  /// The color of most members; if colors stand for numbers, the color of their mean.
  private func color(of item: SuperNodes.Item, fill: (Int) -> Color) -> Color {
    if groups != nil {
      let member = item.members.first { groups?.groupOfNode[$0] == item.group }
      return fill(member ?? item.members[0])
    }
    guard case .numbers(let numbers, _) = content.coloring else { return fill(item.members[0]) }
    let mean = item.members.reduce(0) { $0 + numbers[$1] } / Double(item.members.count)
    return ColorScale.color(
      of: ColorScale.share(of: mean, in: numberRange), theme: theme)
  }

  /// The bundled lines between crowds and nodes.
  func curves() -> [EdgeCurve] {
    var ofItems = groups
    ofItems?.groupOfNode = nodes.items.map(\.group)
    return EdgeCurves(theme: theme, groups: ofItems, box: box).curves(
      of: lines.edges, centers: nodes.items.map(\.center), widths: .ofCrowds
    ).map { curve in
      var curve = curve
      curve.source = nodes.items[curve.source].members[0]
      curve.target = nodes.items[curve.target].members[0]
      return curve
    }
  }

  /// The areas in which each group outnumbers all others.
  func groupAreas(centers: [Point]) -> [Shape] {
    MajorityAreas.areas(of: groups, centers: centers, within: box, theme: theme)
  }

  /// Numbers of nodes and their discs, for the legend.
  var sizeKey: [(count: Int, radius: Double)] {
    var counts: [Int] = []
    for count in [1, max(1, nodes.largestCrowd / 4), nodes.largestCrowd]
    where counts.last != count { counts.append(count) }
    return counts.map { ($0, sizes.radius(of: $0)) }
  }

  /// Remarks on what is not shown as it is, one sentence each.
  var remarks: [String] {
    let crowdCount = nodes.crowdCount
    let singleCount = nodes.items.count - crowdCount
    var remarks = [
      "\(SuperNodes.smallestCrowd) or more nodes within \(Int(SuperNodes.spacing)) pt are one disc "
        + (groups == nil ? "" : "in the color of most of them")
        + ": \(crowdCount.groupedText) discs for "
        + "\((content.names.count - singleCount).groupedText) nodes, "
        + "\(singleCount.groupedText) nodes have their own"
    ]
    if groups != nil {
      remarks.append("The ground is tinted where one group outnumbers all others")
    }
    if !content.allEdges.isEmpty {
      remarks.append(
        "Lines join discs: \(lines.edges.count.groupedText) of "
          + "\(lines.pairCount.groupedText) pairs, those of most edges first, for "
          + "\(lines.shownCount.groupedText) of \(content.allEdges.count.groupedText) "
          + "edges; \(lines.withinCount.groupedText) run within discs")
    }
    return remarks
  }

  /// The places and radii of all discs, which names should avoid.
  var obstacles: (centers: [Point], radii: [Double]) {
    (nodes.items.map(\.center), nodes.items.map { sizes.radius(of: $0.members.count) })
  }
}
