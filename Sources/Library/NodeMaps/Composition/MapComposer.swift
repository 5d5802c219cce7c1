/// Turns the content of a map into a picture: the place, size and color of everything.
struct MapComposer {
  private let content: MapContent
  private let theme: Theme
  private let colors: NodeColors
  private let isSizedByDegree: Bool

  private var groups: NodeGroups? { colors.groups }

  init(_ content: MapContent, theme: Theme, isSizedByDegree: Bool) {
    self.content = content
    self.theme = theme
    colors = NodeColors(content, theme: theme)
    self.isSizedByDegree = isSizedByDegree && !content.degrees.isEmpty
  }

  /// Composes the picture.
  ///
  /// - Throws: `MapError` if texts cannot be measured; `CancellationError` if the current task is
  ///   canceled.
  func compose() throws -> MapScene {
    let outliers = OutlierCompression(content.coordinates)
    let aspect = PlotScale.aspect(of: content.coordinates.map { outliers.place($0) })
    var legend = try Legend(of: content, groups: groups, theme: theme)
    legend.sizes = expectedSizes
    if isGathered { legend.sizeTitle = "Nodes" }
    let layout = try divisionOfPage(with: legend, aspect: aspect)
    let sizes = sizes(in: layout)
    let radii = content.names.indices.map { node in
      sizes.radius(degree: isSizedByDegree ? content.degrees[node] : 0)
    }
    let placement = NodePlacement.fitted(
      content, groups: groups, outliers: outliers, sizes: sizes, radii: radii, plot: layout.plot,
      theme: theme)
    try Task.checkCancellation()
    let centers = placement.centers
    let overview =
      isGathered
      ? Overview(
        content, theme: theme, groups: groups, centers: centers,
        singles: Set(content.namedNodes), box: layout.plot) : nil
    try Task.checkCancellation()
    if let overview {
      legend.sizes = overview.sizeKey
    } else if isSizedByDegree {
      legend.sizes = Legend.sizeKey(of: content.degrees, sizes: sizes)
    }
    let frame = try MapFrame(
      content, theme: theme, layout: layout,
      remarks: (overview?.remarks ?? [content.edgeRemark].compactMap(\.self))
        + placement.remarks + content.remarks)

    var scene = MapScene(width: PageLayout.pageWidth, height: frame.pageHeight, theme: theme)
    scene.title = content.title
    scene.summary = content.subtitle
    scene.groups = colors.sceneGroups
    scene.placeRemarks = placement.remarks
    scene.shapes += placement.groupAreas
    try frame.draw(into: &scene, origin: placement.origin)
    legend.draw(
      into: &scene, at: Point(x: layout.legend.x, y: layout.legend.y), width: layout.legend.width,
      widths: try TextRuler.widths(of: legend.samples))
    scene.nodes = colors.discs(centers: centers, radii: radii)
    try Task.checkCancellation()
    if let overview {
      scene.shapes += overview.groupAreas(centers: centers)
      scene.edges = overview.curves()
      scene.discs = overview.discs { colors.fill(of: $0) }
    } else {
      scene.edges = EdgeCurves(theme: theme, groups: groups, box: layout.plot).curves(
        of: content.edges, centers: centers,
        widths: content.edges.contains { $0.strength != 1 } ? .ofWeights : .equal)
      scene.discs = scene.nodes
    }
    try Task.checkCancellation()
    scene.labels = try MapLabeling(
      content: content, theme: theme, colors: colors, centers: centers, radii: radii,
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

  /// Whether there are too many nodes for each to have a disc.
  private var isGathered: Bool { content.names.count > SuperNodes.largestSingleCount }

  /// The maximum sizes of discs, for which the legend reserves room.
  private var expectedSizes: [(count: Int, radius: Double)] {
    if isGathered {
      let count = content.names.count
      return [1, count / 4, count].map { ($0, SuperNodes.spacing * 0.56) }
    }
    return isSizedByDegree ? [(1, 8), (1, 8), (1, 8)] : []
  }

  /// The division of the page between the map and its legend.
  ///
  /// The legend shows discs, and the room that it leaves decides how large discs are: the page is
  /// first divided for the largest possible discs, and then for those that result.
  private func divisionOfPage(
    with legend: Legend, aspect: Double
  ) throws(MapError) -> PageLayout {
    let first = try layout(with: legend, aspect: aspect)
    guard isSizedByDegree, !isGathered else { return first }
    var legend = legend
    legend.sizes = Legend.sizeKey(of: content.degrees, sizes: sizes(in: first))
    return try layout(with: legend, aspect: aspect)
  }

  private func layout(with legend: Legend, aspect: Double) throws(MapError) -> PageLayout {
    let widths = try TextRuler.widths(of: legend.samples)
    return PageLayout(
      legendWidth: min(Legend.largestWidth, legend.width(widths)), legendHeight: legend.height,
      aspect: aspect, hasLegend: legend.height > 0)
  }

  private func sizes(in layout: PageLayout) -> DiscSizes {
    DiscSizes(
      nodeCount: content.names.count, area: layout.plot.width * layout.plot.height,
      largestDegree: isSizedByDegree ? content.degrees.max() ?? 0 : 0,
      holdNames: content.holdsNamesInDiscs)
  }
}
