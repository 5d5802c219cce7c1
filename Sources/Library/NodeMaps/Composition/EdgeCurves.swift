/// The lines of edges: their paths, colors and widths.
struct EdgeCurves {
  /// From this number of edges on, edges are bundled.
  static let bundledCount = 400
  /// Beyond this number of edges, those between groups are drawn fainter: bundles would be soot.
  private static let softCount = 8000
  /// From this share of the map's size on, an edge is long enough to be bundled.
  private static let bundledLength = 0.13

  /// What the widths of lines say.
  enum Widths: Equatable {
    /// Nothing.
    case equal
    /// Weights, where there are few enough edges to see them.
    case ofWeights
    /// How many edges a line between crowds stands for.
    case ofCrowds
  }

  let theme: Theme
  let groups: NodeGroups?
  let box: Box

  /// Draws edges, those between groups under those within.
  ///
  /// - Parameters:
  ///   - edges: The edges.
  ///   - centers: The nodes' places.
  ///   - widths: What the widths of lines say.
  /// - Returns: The lines, those of one look together.
  func curves(of edges: [MapEdge], centers: [Point], widths: Widths) -> [EdgeCurve] {
    let paths = paths(of: edges, centers: centers)
    var between: [EdgeCurve] = []
    var within: [EdgeCurve] = []
    let opacity = opacity(edgeCount: edges.count)
    for (edge, path) in zip(edges, paths) {
      let group = groups?.groupOfNode[edge.source]
      let isWithin = group != nil && group == groups?.groupOfNode[edge.target]
      let color =
        isWithin
        ? Palette.color(ofGroup: group ?? 0, theme: theme).opacity(opacity)
        : theme.neutralEdge.opacity(opacity * (edges.count > Self.softCount ? 0.5 : 0.8))
      let curve = EdgeCurve(
        source: edge.source, target: edge.target, points: path, color: color,
        width: width(of: edge, count: edges.count, widths: widths),
        group: isWithin ? group : nil)
      if isWithin { within.append(curve) } else { between.append(curve) }
    }
    // Edges of one look stand together: the file names the look once.
    within.sort { ($0.group ?? 0, $0.width) < ($1.group ?? 0, $1.width) }
    between.sort { $0.width < $1.width }
    return between + within
  }

  /// The paths: arcs, and bundles for what runs far across a map of many edges.
  ///
  /// Short edges are not bundled: they would all lead through their group's middle, as if it had a
  /// hub there.
  private func paths(of edges: [MapEdge], centers: [Point]) -> [[Point]] {
    var paths = edges.map {
      SmoothCurve.arc(from: centers[$0.source], to: centers[$0.target], bend: 0.11)
    }
    guard edges.count >= Self.bundledCount else { return paths }
    let shortest = Self.bundledLength * max(box.width, box.height)
    let far = edges.indices.filter {
      (centers[edges[$0].source] - centers[edges[$0].target]).length >= shortest
    }
    let bundles = EdgeBundling.bundle(
      far.map { (centers[edges[$0].source], centers[edges[$0].target]) }, within: box)
    for (edge, bundle) in zip(far, bundles) { paths[edge] = SmoothCurve.through(bundle) }
    return paths
  }

  /// The more edges there are, the less each covers.
  private func opacity(edgeCount: Int) -> Double {
    let share = min(0.62, 15 / Double(max(1, edgeCount)).squareRoot())
    return edgeCount > 20_000 ? share * (20_000 / Double(edgeCount)).squareRoot() : share
  }

  private func width(of edge: MapEdge, count: Int, widths: Widths) -> Double {
    if widths == .ofCrowds { return 0.4 + (edge.strength.squareRoot() * 8).rounded() / 8 * 1.6 }
    guard count < 2000 else { return count < 12_000 ? 0.5 : 0.4 }
    guard widths == .ofWeights else { return 0.9 }
    // A few widths rather than one for each edge.
    return 0.5 + (edge.strength.squareRoot() * 8).rounded() / 8 * 2.4
  }
}
