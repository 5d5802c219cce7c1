/// Where the nodes of a map stand on the page, and the territories around them.
///
/// All discs and territories lie within the plot, so that what stands around it touches none.
struct NodePlacement {
  /// The nodes' places and radii.
  let centers: [Point]
  let radii: [Double]
  /// The place of the coordinates' origin, where the axes cross.
  let origin: Point
  let territories: [Shape]
  /// What is not where its coordinates are, one sentence each.
  let remarks: [String]

  /// Places nodes.
  ///
  /// - Parameters:
  ///   - content: What the map shows.
  ///   - groups: The groups; nil where colors say something else.
  ///   - outliers: How far nodes out are drawn in.
  ///   - sizes: The sizes of discs.
  ///   - radii: The nodes' radii.
  ///   - plot: The part of the page that the map fills.
  ///   - theme: The theme.
  init(
    _ content: MapContent, groups: NodeGroups?, outliers: OutlierCompression, sizes: DiscSizes,
    radii: [Double], plot: Box, theme: Theme
  ) {
    let coordinates = content.coordinates.map { outliers.place($0) }
    let hasTerritories = coordinates.count <= Territories.largestNodeCount
    let holdsNames = content.holdsNamesInDiscs
    var margin = sizes.largest + 4
    if hasTerritories, groups != nil {
      let reach = Territories.reach(nodeCount: coordinates.count, meanRadius: sizes.largest / 2)
      margin = 2 * reach + (holdsNames ? 12 : 0)
    }
    var least = 4.0
    // Territories of crowded nodes reach farther than those of lonely ones: where they leave the
    // plot, the map is drawn smaller.
    var round = 0
    while true {
      round += 1
      let scale = PlotScale(coordinates, filling: plot.expanded(by: -margin))
      let places = coordinates.map { scale.place($0) }
      let isSpread = coordinates.count <= DiscSpacing.largestNodeCount
      let centers =
        isSpread
        ? DiscSpacing.spread(
          places, radii: radii, gap: holdsNames ? 2.5 : 1.2, within: plot.expanded(by: -least))
        : places
      let territories =
        hasTerritories
        ? groups.map {
          Territories.areas(of: $0, centers: centers, radii: radii, within: plot, theme: theme)
        } ?? [] : []
      let excess = Self.excess(of: territories, beyond: plot)
      if excess > 0, round < 6, margin + excess + 1 < min(plot.width, plot.height) * 0.3 {
        margin += excess + 1
        least += excess + 1
        continue
      }
      self.centers = centers
      self.radii = radii
      self.territories = territories
      origin = scale.place(outliers.place(Point(x: 0, y: 0)))
      let farthest = zip(centers, places).map { ($0 - $1).length }.max() ?? 0
      remarks = Self.remarks(farthest: farthest, outlierCount: outliers.movedCount)
      return
    }
  }

  private static func remarks(farthest: Double, outlierCount: Int) -> [String] {
    var remarks: [String] = []
    if farthest >= 2 {
      remarks.append(
        "Discs that would hide others are moved by up to \(Int(farthest.rounded())) pt")
    }
    if outlierCount > 0 {
      remarks.append(
        "The outermost \(PlainText.grouped(outlierCount)) nodes are drawn in toward the others, the "
          + "more the farther out they are")
    }
    return remarks
  }

  /// How far areas reach out of a box.
  private static func excess(of shapes: [Shape], beyond box: Box) -> Double {
    var excess = 0.0
    for case .area(let points, _, _, _) in shapes {
      for point in points {
        excess = max(
          excess, box.x - point.x, point.x - box.right, box.y - point.y, point.y - box.bottom)
      }
    }
    return excess
  }
}
