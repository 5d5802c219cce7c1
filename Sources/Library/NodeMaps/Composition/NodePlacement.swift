internal import Text

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

  /// Places nodes as large as the plot lets them.
  ///
  /// Territories of crowded nodes reach farther than those of lonely ones: where they leave the
  /// plot, the map is drawn smaller.
  ///
  /// - Parameters:
  ///   - content: What the map shows.
  ///   - groups: The groups; nil where colors say something else.
  ///   - outliers: How far nodes out are drawn in.
  ///   - sizes: The sizes of discs.
  ///   - radii: The nodes' radii.
  ///   - plot: The part of the page that the map fills.
  ///   - theme: The theme.
  /// - Returns: The nodes' places.
  static func fitted(
    _ content: MapContent, groups: NodeGroups?, outliers: OutlierCompression, sizes: DiscSizes,
    radii: [Double], plot: Box, theme: Theme
  ) -> NodePlacement {
    var margin = sizes.largest + 4
    if content.hasTerritories, groups != nil {
      let reach = Territories.reach(
        nodeCount: content.coordinates.count, meanRadius: sizes.largest / 2)
      margin = 2 * reach + (content.holdsNamesInDiscs ? 12 : 0)
    }
    var discMargin = 4.0
    func placement() -> NodePlacement {
      NodePlacement(
        content, groups: groups, outliers: outliers, radii: radii, plot: plot, margin: margin,
        discMargin: discMargin, theme: theme)
    }
    var fitted = placement()
    for _ in 0..<largestRetryCount {
      let excess = excess(of: fitted.territories, beyond: plot)
      guard excess > 0, margin + excess + 1 < min(plot.width, plot.height) * 0.3 else { break }
      margin += excess + 1
      discMargin += excess + 1
      fitted = placement()
    }
    return fitted
  }

  private static let largestRetryCount = 5

  /// Places nodes within margins: `margin` is the distance of the outermost coordinates from the
  /// plot's rim, `discMargin` the least distance of a disc from it after discs were moved apart.
  private init(
    _ content: MapContent, groups: NodeGroups?, outliers: OutlierCompression, radii: [Double],
    plot: Box, margin: Double, discMargin: Double, theme: Theme
  ) {
    let coordinates = content.coordinates.map { outliers.place($0) }
    let scale = PlotScale(coordinates, filling: plot.expanded(by: -margin))
    let places = coordinates.map { scale.place($0) }
    let centers =
      coordinates.count <= DiscSpacing.largestNodeCount
      ? DiscSpacing.spread(
        places, radii: radii, gap: content.holdsNamesInDiscs ? 2.5 : 1.2,
        within: plot.expanded(by: -discMargin))
      : places
    self.centers = centers
    self.radii = radii
    territories =
      content.hasTerritories
      ? groups.map {
        Territories.areas(of: $0, centers: centers, radii: radii, within: plot, theme: theme)
      } ?? [] : []
    origin = scale.place(outliers.place(Point(x: 0, y: 0)))
    let farthest = zip(centers, places).map { ($0 - $1).length }.max() ?? 0
    remarks = Self.remarks(farthest: farthest, outlierCount: outliers.movedCount)
  }

  private static func remarks(farthest: Double, outlierCount: Int) -> [String] {
    var remarks: [String] = []
    if farthest >= 2 {
      remarks.append(
        "Discs that would hide others are moved by up to \(Int(farthest.rounded())) pt")
    }
    if outlierCount > 0 {
      remarks.append(
        "The outermost \(outlierCount.groupedText) nodes are drawn in toward the others, the "
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

extension MapContent {
  /// Whether areas are drawn around the groups.
  fileprivate var hasTerritories: Bool { coordinates.count <= Territories.largestNodeCount }
}
