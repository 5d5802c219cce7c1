/// The texts on a map: names of groups where they are densest, and names of important nodes.
struct MapLabeling {
  private static let nameLength = 32
  /// The maximum width of a group's name, as a share of the map.
  private static let largestShare = 0.42

  let content: MapContent
  let theme: Theme
  let colors: NodeColors
  let centers: [Point]
  let radii: [Double]
  /// The discs that are drawn: those of nodes or of crowds.
  let obstacles: (centers: [Point], radii: [Double])
  let edges: [EdgeCurve]
  let area: Box
  /// The boxes that captions already occupy.
  let taken: [Box]

  private var groups: NodeGroups? { colors.groups }
  private var holdsNamesInDiscs: Bool { content.holdsNamesInDiscs }

  /// Places all texts.
  ///
  /// - Returns: Texts that do not touch each other and are within the area.
  /// - Throws: `MapError` if texts cannot be measured.
  func labels() throws(MapError) -> [MapLabel] {
    var names = groupNames
    for index in names.indices {
      names[index].text = try TextFitting.fitted(
        [names[index].text], style: names[index].style, width: area.width * Self.largestShare)[0]
    }
    let nodes = content.namedNodes
    let widths = try TextRuler.widths(
      of: names.map { TextRuler.Sample(text: $0.text, style: $0.style) }
        + nodes.map { TextRuler.Sample(text: text(of: $0), style: style(of: $0)) })
    var placement = LabelPlacement(
      area: area, centers: obstacles.centers, radii: obstacles.radii)
    for box in taken { placement.reserve(box) }
    var labels: [MapLabel] = []
    if holdsNamesInDiscs { labels += nodes.map { inner($0, widths) } }
    for label in labels { placement.reserve(label.box) }
    if holdsNamesInDiscs { for index in centers.indices { placement.reserve(discBox(index)) } }
    let anchors = groups.map {
      GroupAnchors(of: $0, centers: centers, radii: radii, edges: edges, area: area)
    }
    for name in names {
      let width = (widths[TextRuler.Sample(text: name.text, style: name.style)] ?? 0) + 2
      guard
        let box = placement.place(
          at: anchors?.anchors(
            ofGroup: name.group, size: Point(x: width, y: name.style.size * 1.15)) ?? [],
          width: width, style: name.style)
      else { continue }
      labels.append(
        MapLabel(
          text: name.text, box: box, style: name.style, color: ink(ofGroup: name.group),
          halo: theme.page, haloWidth: isGathered ? 2.4 : 1.8))
    }
    guard !holdsNamesInDiscs else { return labels }
    let isSmall = centers.count <= MapContent.allNamedCount
    for node in nodes {
      let style = style(of: node)
      let width = (widths[TextRuler.Sample(text: text(of: node), style: style)] ?? 0) + 2
      guard
        let place = placement.place(
          beside: centers[node], radius: radii[node], width: width, style: style,
          tolerance: isSmall ? 0.02 : 0.6, reach: isSmall ? [2, 5, 9, 15, 22, 30, 40] : [2, 6])
      else { continue }
      labels.append(
        MapLabel(
          text: text(of: node), box: place.box, style: style,
          color: ink(ofGroup: groups?.groupOfNode[node]), halo: theme.page,
          leader: place.isApart ? leader(from: place.box, to: node) : []))
    }
    return labels
  }

  // MARK: Nodes

  private func text(of node: Int) -> String {
    PlainText.shortened(PlainText.singleLine(content.names[node]), to: Self.nameLength)
  }

  private func style(of node: Int) -> TextStyle {
    if holdsNamesInDiscs { return TextStyle(size: min(13, max(8.5, radii[node] * 0.95))) }
    guard let most = content.degrees.max(), most > 0 else { return TextStyle(size: 10) }
    let share = (Double(content.degree(node)) / Double(most)).squareRoot()
    let size = centers.count <= MapContent.allNamedCount ? 9 + 5.5 * share : 9.5 + 2 * share
    return TextStyle(size: (size * 2).rounded() / 2)
  }

  /// A line from a label to the rim of its node.
  private func leader(from box: Box, to node: Int) -> [Point] {
    let center = centers[node]
    let near = Point(
      x: min(box.right, max(box.x, center.x)), y: min(box.bottom - 1, max(box.y + 1, center.y)))
    let offset = near - center
    guard offset.length > radii[node] + 2 else { return [] }
    return [center + offset * ((radii[node] + 0.5) / offset.length), near]
  }

  /// A name inside its disc.
  private func inner(_ node: Int, _ widths: [TextRuler.Sample: Double]) -> MapLabel {
    let style = style(of: node)
    let fill = colors.fill(of: node)
    let ink =
      fill.contrast(with: Color(0xffffff)) >= 3 ? Color(0xffffff) : Color(0x101820)
    return MapLabel(
      text: text(of: node),
      box: Box(
        center: centers[node],
        width: widths[TextRuler.Sample(text: text(of: node), style: style)] ?? 0,
        height: style.size * 1.1),
      style: style, color: ink, halo: nil)
  }

  private func discBox(_ node: Int) -> Box {
    Box(center: centers[node], width: radii[node] * 1.8, height: radii[node] * 1.8)
  }

  private func ink(ofGroup group: Int?) -> Color {
    guard let group else { return theme.ink }
    return Palette.color(ofGroup: group, theme: theme).readable(on: theme.page)
  }

  // MARK: Groups

  private struct GroupName {
    var group: Int
    var text: String
    var style: TextStyle
  }

  /// The groups whose names are shown on the map, largest first: those with a color of their own.
  ///
  /// On small maps, group names that are made from node names would only repeat these.
  private var groupNames: [GroupName] {
    guard let groups, groups.areNamesGiven || centers.count > MapContent.allNamedCount else {
      return []
    }
    let counts = groups.counts
    return groups.names.indices.prefix(Palette.colors.count).map { group in
      let share = (Double(counts[group]) / Double(max(1, counts[0]))).squareRoot()
      return GroupName(
        group: group,
        text: PlainText.shortened(PlainText.singleLine(groups.names[group]), to: Self.nameLength),
        style: TextStyle(
          size: (isGathered ? 13 + 7 * share : 12 + 4 * share).rounded(), isBold: true))
    }
  }

  /// Whether crowds are drawn.
  private var isGathered: Bool { obstacles.centers.count < centers.count }
}
