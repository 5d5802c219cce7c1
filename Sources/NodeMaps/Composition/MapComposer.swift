/// Turns what a map shows into a picture: where everything stands, how large and in which color.
struct MapComposer {
  private static let pageWidth = 1000.0
  private static let margin = 34.0
  private static let titleStyle = TextStyle(size: 25, isBold: true)
  private static let subtitleStyle = TextStyle(size: 13)
  private static let axisStyle = TextStyle(size: 11)
  private static let remarkStyle = TextStyle(size: 10)

  /// The widest that a legend may be.
  private static let legendWidth = 470.0
  private static let remarkHeight = 14.0

  private let content: MapContent
  private let theme: Theme
  private let groups: NodeGroups?
  private let isSizedByDegree: Bool
  /// The least and greatest of the numbers that colors stand for.
  private let numberRange: ClosedRange<Double>?

  init(_ content: MapContent, theme: Theme, isSizedByDegree: Bool) {
    self.content = content
    self.theme = theme
    if case .groups(let groups) = content.coloring { self.groups = groups } else { groups = nil }
    numberRange = content.coloring.numberRange
    self.isSizedByDegree = isSizedByDegree && !content.degrees.isEmpty
  }

  /// Composes the picture.
  ///
  /// - Throws: `MapError` when texts cannot be measured.
  func compose() throws(MapError) -> MapScene {
    var legend = makeLegend()
    let names = try TextFitting.fitted(
      legend.rows.map(\.name), style: Legend.text, width: Self.legendWidth - 110)
    for row in legend.rows.indices { legend.rows[row].name = names[row] }
    var widths = try TextRuler.widths(of: legend.samples)
    let legendWidth = min(Self.legendWidth, legend.width(widths))
    let layout = PageLayout(
      pageWidth: Self.pageWidth, margin: Self.margin, legendWidth: legendWidth,
      legendHeight: legend.height, aspect: PlotScale.aspect(of: content.coordinates),
      hasLegend: legend.height > 0)
    let holdsNames = content.holdsNamesInDiscs
    let sizes = DiscSizes(
      nodeCount: content.names.count, area: layout.plot.width * layout.plot.height,
      largestDegree: isSizedByDegree ? content.degrees.max() ?? 0 : 0, holdNames: holdsNames)
    let radii = content.names.indices.map { node in
      sizes.radius(degree: isSizedByDegree ? content.degrees[node] : 0)
    }
    let scale = PlotScale(content.coordinates, filling: layout.plot.expanded(by: -inset(sizes)))
    var centers = content.coordinates.map { scale.place($0) }
    let overview =
      isGathered
      ? Overview(
        content, theme: theme, groups: groups, centers: centers,
        singles: Set(content.namedNodes), box: layout.plot) : nil
    legend.sizes = overview?.sizeKey ?? sizeKey(sizes)
    widths.merge(try TextRuler.widths(of: legend.samples)) { $1 }
    var remarks = (overview?.remarks ?? [content.edgeRemark].compactMap(\.self)) + content.remarks
    if centers.count <= DiscSpacing.largestNodeCount {
      let spread = DiscSpacing.spread(
        centers, radii: radii, gap: holdsNames ? 2.5 : 1.2, within: layout.plot.expanded(by: -4))
      let farthest = zip(spread, centers).map { ($0 - $1).length }.max() ?? 0
      if farthest >= 2 {
        remarks.append(
          "Discs that would hide others are moved by up to \(Int(farthest.rounded())) pt")
      }
      centers = spread
    }

    let lines = try TextFitting.lines(
      of: remarks, style: Self.remarkStyle, width: Self.pageWidth - 2 * Self.margin)
    var scene = MapScene(
      width: Self.pageWidth,
      height: layout.pageHeight + Self.remarkHeight * Double(max(0, lines.count - 1)), theme: theme)
    scene.title = content.title
    scene.summary = content.subtitle
    scene.groups = sceneGroups
    if let groups, centers.count <= Territories.largestNodeCount {
      scene.shapes += Territories.areas(
        of: groups, centers: centers, radii: radii, within: layout.plot, theme: theme)
    }
    try drawFrame(into: &scene, layout: layout, scale: scale, remarks: lines)
    legend.draw(
      into: &scene, at: Point(x: layout.legend.x, y: layout.legend.y), width: layout.legend.width,
      widths: widths)
    scene.nodes = discs(centers: centers, radii: radii)
    if let overview {
      scene.shapes += overview.lands(centers: centers)
      scene.edges = overview.curves()
      scene.discs = overview.discs { fill(of: $0) }
    } else {
      scene.edges = EdgeCurves(theme: theme, groups: groups, box: layout.plot).curves(
        of: content.edges, centers: centers,
        widths: content.edges.contains { $0.strength != 1 } ? .ofWeights : .equal)
      scene.discs = scene.nodes
    }
    scene.labels = try MapLabeling(
      content: content, theme: theme, groups: groups, centers: centers, radii: radii,
      obstacles: overview?.obstacles ?? (centers, radii), edges: scene.edges,
      area: layout.plot.expanded(by: 14),
      taken: scene.captions.map(\.box)
    ).labels()
    for label in scene.labels where label.leader.count == 2 {
      scene.shapes.append(
        .line(label.leader[0], label.leader[1], color: label.color.opacity(0.55), width: 0.7))
    }
    return scene
  }

  /// Whether nodes are too many for each to have a disc.
  private var isGathered: Bool { content.names.count > SuperNodes.largestSingleCount }

  /// The distance kept between the border of the plot and the outermost discs' centers.
  private func inset(_ sizes: DiscSizes) -> Double {
    guard content.names.count <= Territories.largestNodeCount, groups != nil else {
      return sizes.largest + 4 + PlotScale.rim
    }
    let reach = Territories.reach(nodeCount: content.names.count, meanRadius: sizes.largest / 2)
    return 2 * reach + (content.holdsNamesInDiscs ? 12 : 0)
  }

  private var sceneGroups: [SceneGroup] {
    (groups?.names ?? []).enumerated().map { group, name in
      SceneGroup(name: name, color: Palette.color(ofGroup: group, theme: theme))
    }
  }

  private func discs(centers: [Point], radii: [Double]) -> [Disc] {
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

  private func fill(of node: Int) -> Color {
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

  // MARK: Legend

  private func makeLegend() -> Legend {
    var legend = Legend(title: groups?.title ?? "")
    switch content.coloring {
    case .uniform: break
    case .groups(let groups): legend.rows = Legend.rows(of: groups, theme: theme)
    case .numbers(let numbers, let title):
      legend.scale = (
        title, Self.number(numbers.min() ?? 0), Self.number(numbers.max() ?? 0)
      )
    }
    // The discs' sizes depend on the room beside the legend; its height on how many there are.
    legend.sizes = isSizedByDegree || isGathered ? [(1, 8), (1, 8), (1, 8)] : []
    if isGathered { legend.sizeTitle = "Nodes" }
    return legend
  }

  private func sizeKey(_ sizes: DiscSizes) -> [(count: Int, radius: Double)] {
    guard isSizedByDegree, let low = content.degrees.min(), let high = content.degrees.max()
    else { return [] }
    let middle = max(low, (low + high) / 3)
    var degrees: [Int] = []
    for degree in [low, middle, high] where degrees.last != degree { degrees.append(degree) }
    return degrees.map { ($0, sizes.radius(degree: $0)) }
  }

  private static func number(_ value: Double) -> String {
    abs(value) < 1e12 && value == value.rounded()
      ? PlainText.grouped(Int(value)) : DecimalWriter.text(value)
  }

  // MARK: Frame

  private func drawFrame(
    into scene: inout MapScene, layout: PageLayout, scale: PlotScale, remarks: [String]
  ) throws(MapError) {
    let room = Self.pageWidth - 2 * Self.margin
    let title = try TextFitting.fitted([content.title], style: Self.titleStyle, width: room)[0]
    let subtitle = try TextFitting.fitted(
      [content.subtitle], style: Self.subtitleStyle, width: room)[0]
    let widths = try TextRuler.widths(
      of: [
        TextRuler.Sample(text: title, style: Self.titleStyle),
        TextRuler.Sample(text: subtitle, style: Self.subtitleStyle),
      ] + content.axes.map { TextRuler.Sample(text: $0, style: Self.axisStyle) }
        + remarks.map { TextRuler.Sample(text: $0, style: Self.remarkStyle) })
    func caption(
      _ text: String, _ x: Double, _ y: Double, _ style: TextStyle, _ color: Color,
      _ alignment: Caption.Alignment = .leading
    ) -> Caption {
      Caption(
        text: text, anchor: Point(x: x, y: y), alignment: alignment, style: style, color: color,
        width: widths[TextRuler.Sample(text: text, style: style)] ?? 0)
    }
    scene.captions += [
      caption(title, Self.margin, 52, Self.titleStyle, theme.ink),
      caption(subtitle, Self.margin, 75, Self.subtitleStyle, theme.secondaryInk),
    ]
    let plot = layout.plot
    if content.axes.count == 2 {
      let origin = scale.unclamped(Point(x: 0, y: 0))
      let x = min(plot.right, max(plot.x, origin.x))
      let y = min(plot.bottom, max(plot.y, origin.y))
      scene.shapes.insert(
        .line(
          Point(x: plot.x, y: y), Point(x: plot.right, y: y), color: theme.axis, width: 0.8),
        at: 0)
      scene.shapes.insert(
        .line(
          Point(x: x, y: plot.y), Point(x: x, y: plot.bottom), color: theme.axis, width: 0.8),
        at: 0)
      scene.captions += [
        caption(
          content.axes[0], plot.right, plot.bottom + 17, Self.axisStyle, theme.secondaryInk,
          .trailing),
        caption(content.axes[1], x, plot.y - 8, Self.axisStyle, theme.secondaryInk, .center),
      ]
    }
    for (line, remark) in remarks.enumerated() {
      scene.captions.append(
        caption(
          remark, Self.margin,
          layout.pageHeight - 16 + Self.remarkHeight * Double(line), Self.remarkStyle,
          theme.secondaryInk))
    }
  }
}
