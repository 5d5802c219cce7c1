internal import Text

/// The places of the nodes on the page, and the areas around groups.
///
/// All discs and areas are within the plot, so that they touch nothing around it.
struct NodePlacement {
  /// The places and radii of the nodes.
  let centers: [Point]
  let radii: [Double]
  /// The place of the origin of the coordinates, where the axes cross.
  let origin: Point
  let groupAreas: [Shape]
  /// Remarks on nodes that are not drawn at their coordinates, one sentence each.
  let remarks: [String]

  /// Places nodes as far apart as the plot allows.
  ///
  /// The areas of groups extend farther around crowded nodes than around lonely ones; if they leave
  /// the plot, the map is drawn smaller.
  ///
  /// - Parameters:
  ///   - content: The content of the map.
  ///   - groups: The groups; nil if colors stand for something else.
  ///   - outliers: How far outlying nodes are drawn in.
  ///   - sizes: The sizes of discs.
  ///   - radii: The radii of the nodes.
  ///   - plot: The part of the page that the map fills.
  ///   - theme: The theme.
  /// - Returns: The placement.
  static func fitted(
    _ content: MapContent, groups: NodeGroups?, outliers: OutlierCompression, sizes: DiscSizes,
    radii: [Double], plot: Box, theme: Theme
  ) -> NodePlacement {
    var margin = sizes.largest + 4
    if content.hasGroupAreas, groups != nil {
      let reach = GroupAreas.reach(
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
      let excess = excess(of: fitted.groupAreas, beyond: plot)
      guard excess > 0, margin + excess + 1 < min(plot.width, plot.height) * 0.3 else { break }
      margin += excess + 1
      discMargin += excess + 1
      fitted = placement()
    }
    return fitted
  }

  private static let largestRetryCount = 5

  /// Places nodes within margins: `margin` is the distance of the outermost coordinates from the
  /// rim of the plot, `discMargin` the minimum distance of a disc from it after discs were moved
  /// apart.
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
    groupAreas =
      content.hasGroupAreas
      ? groups.map {
        GroupAreas.areas(of: $0, centers: centers, radii: radii, within: plot, theme: theme)
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

  /// How far areas extend beyond a box.
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
  fileprivate var hasGroupAreas: Bool { coordinates.count <= GroupAreas.largestNodeCount }
}
