/// The lines of edges: their paths, colors and widths.
struct EdgeCurves {
  /// The number of edges from which on edges are bundled.
  static let bundledCount = 400
  /// The number of edges above which those between groups are drawn fainter, since bundles would
  /// turn black.
  private static let softCount = 8000
  /// The share of the map's size from which on an edge is long enough to be bundled.
  private static let bundledLength = 0.13

  /// What the widths of lines stand for.
  enum Widths: Equatable {
    /// Nothing.
    case equal
    /// Weights, if there are few enough edges to see them.
    case ofWeights
    /// The number of edges that a line between crowds stands for.
    case ofCrowds
  }

  let theme: Theme
  let groups: NodeGroups?
  let box: Box

  /// Draws edges, those between groups below those within groups.
  ///
  /// - Parameters:
  ///   - edges: The edges.
  ///   - centers: The places of the nodes.
  ///   - widths: What the widths of lines stand for.
  /// - Returns: The lines, grouped by appearance.
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
    // Edges of the same appearance are adjacent, so that the file states the appearance once.
    within.sort { ($0.group ?? 0, $0.width) < ($1.group ?? 0, $1.width) }
    between.sort { $0.width < $1.width }
    return between + within
  }

  /// The paths: arcs, or bundles for long edges on a map with many edges.
  ///
  /// Short edges are not bundled, since all of them would pass through the middle of their group,
  /// as if there were a hub.
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

  /// The more edges there are, the less opaque each is.
  private func opacity(edgeCount: Int) -> Double {
    let share = min(0.62, 15 / Double(max(1, edgeCount)).squareRoot())
    return edgeCount > 20_000 ? share * (20_000 / Double(edgeCount)).squareRoot() : share
  }

  private func width(of edge: MapEdge, count: Int, widths: Widths) -> Double {
    if widths == .ofCrowds { return 0.4 + (edge.strength.squareRoot() * 8).rounded() / 8 * 1.6 }
    guard count < 2000 else { return count < 12_000 ? 0.5 : 0.4 }
    guard widths == .ofWeights else { return 0.9 }
    // A few distinct widths instead of one for each edge.
    return 0.5 + (edge.strength.squareRoot() * 8).rounded() / 8 * 2.4
  }
}
