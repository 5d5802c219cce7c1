internal import Text

/// The explanation of the colors and sizes of a map, in a column next to it.
struct Legend {
  /// A row: a color, its meaning, and the number of nodes with it.
  struct Row: Equatable, Sendable {
    var color: Color
    var name: String
    var count: String
  }

  static let heading = TextStyle(size: 10.5, isBold: true)
  static let text = TextStyle(size: 12)
  private static let rowHeight = 20.5
  /// The space between a disc and its number, and between that and the next disc.
  private static let sizeTextSpacing = 6.0
  private static let sizeSpacing = 18.0
  /// The maximum number of characters of a name.
  private static let nameLength = 60

  var title: String
  var rows: [Row] = []
  /// A scale of numbers: its title, its smallest and its largest number.
  var scale: (title: String, low: String, high: String)?
  /// What the areas of discs stand for.
  var sizeTitle = "Degree"
  /// Discs for some numbers of edges or of nodes.
  var sizes: [(count: Int, radius: Double)] = []

  /// The texts to measure before the legend is drawn.
  var samples: [TextRuler.Sample] {
    rows.flatMap {
      [
        TextRuler.Sample(text: $0.name, style: Self.text),
        TextRuler.Sample(text: $0.count, style: Self.text),
      ]
    }
      + sizes.map { TextRuler.Sample(text: $0.count.groupedText, style: Self.text) }
      + [title, scale?.title ?? "", sizeTitle].map {
        TextRuler.Sample(text: $0.uppercased(), style: Self.heading)
      }
      + [scale?.low ?? "", scale?.high ?? ""].map {
        TextRuler.Sample(text: $0, style: Self.text)
      }
  }

  /// The rows for groups: one for each group with a color of its own, and one for all others.
  ///
  /// - Parameters:
  ///   - groups: The groups.
  ///   - theme: The theme.
  /// - Returns: The rows; their counts add up to the number of nodes.
  static func rows(of groups: NodeGroups, theme: Theme) -> [Row] {
    let counts = groups.counts
    let shown = min(groups.names.count, Palette.colors.count)
    var rows = (0..<shown).map { group in
      Row(
        color: Palette.color(ofGroup: group, theme: theme),
        name: PlainText.shortened(PlainText.singleLine(groups.names[group]), to: nameLength),
        count: counts[group].groupedText)
    }
    if shown < groups.names.count {
      rows.append(
        Row(
          color: theme.neutralNode, name: "\(groups.names.count - shown) more",
          count: (counts[shown...].reduce(0, +)).groupedText))
    }
    let restCount = groups.groupOfNode.count { $0 == nil }
    if restCount > 0 {
      rows.append(
        Row(
          color: theme.neutralNode.opacity(0.75),
          name: groups.areNamesGiven ? "without a label" : "small components",
          count: restCount.groupedText))
    }
    return rows
  }

  /// The width that the legend needs.
  func width(_ widths: [TextRuler.Sample: Double]) -> Double {
    func measured(_ text: String, _ style: TextStyle) -> Double {
      widths[TextRuler.Sample(text: text, style: style)] ?? 0
    }
    let names = rows.map { measured($0.name, Self.text) }.max() ?? 0
    let counts = rows.map { measured($0.count, Self.text) }.max() ?? 0
    let discs = sizes.reduce(-Self.sizeSpacing) {
      $0 + $1.radius * 2 + Self.sizeTextSpacing + Self.sizeSpacing
        + measured($1.count.groupedText, Self.text)
    }
    return max(150, rows.isEmpty ? 0 : 20 + names + 22 + counts, discs)
  }

  /// The height that the legend needs.
  var height: Double {
    (rows.isEmpty ? 0 : 22 + Double(rows.count) * Self.rowHeight + 18)
      + (scale == nil ? 0 : 64) + (sizes.isEmpty ? 0 : 30 + largestRadius * 2 + 14)
  }

  private var largestRadius: Double { sizes.map(\.radius).max() ?? 0 }

  /// Draws the legend.
  ///
  /// - Parameters:
  ///   - scene: The scene to add to.
  ///   - origin: The upper left corner of the legend.
  ///   - width: Its width.
  ///   - widths: The measured texts.
  func draw(
    into scene: inout MapScene, at origin: Point, width: Double,
    widths: [TextRuler.Sample: Double]
  ) {
    let theme = scene.theme
    var y = origin.y
    func caption(
      _ text: String, x: Double, y: Double, style: TextStyle, color: Color,
      alignment: Caption.Alignment = .leading
    ) -> Caption {
      Caption(
        text: text, anchor: Point(x: x, y: y), alignment: alignment, style: style, color: color,
        width: widths[TextRuler.Sample(text: text, style: style)] ?? 0)
    }
    if !rows.isEmpty {
      scene.captions.append(
        caption(
          title.uppercased(), x: origin.x, y: y + 10, style: Self.heading,
          color: theme.secondaryInk))
      y += 22
      for row in rows {
        let middle = y + Self.rowHeight / 2
        scene.shapes.append(
          .disc(
            center: Point(x: origin.x + 6, y: middle), radius: 5.6, fill: row.color,
            rim: row.color))
        scene.captions.append(
          caption(row.name, x: origin.x + 20, y: middle + 5, style: Self.text, color: theme.ink))
        scene.captions.append(
          caption(
            row.count, x: origin.x + width, y: middle + 5, style: Self.text,
            color: theme.secondaryInk, alignment: .trailing))
        y += Self.rowHeight
      }
      y += 18
    }
    if let scale {
      scene.captions.append(
        caption(
          scale.title.uppercased(), x: origin.x, y: y + 10, style: Self.heading,
          color: theme.secondaryInk))
      y += 20
      drawScale(into: &scene, at: Point(x: origin.x, y: y), width: width)
      scene.captions.append(
        caption(scale.low, x: origin.x, y: y + 26, style: Self.text, color: theme.secondaryInk))
      scene.captions.append(
        caption(
          scale.high, x: origin.x + width, y: y + 26, style: Self.text, color: theme.secondaryInk,
          alignment: .trailing))
      y += 44
    }
    guard !sizes.isEmpty else { return }
    scene.captions.append(
      caption(
        sizeTitle.uppercased(), x: origin.x, y: y + 10, style: Self.heading,
        color: theme.secondaryInk))
    let middle = y + 24 + largestRadius
    var x = origin.x
    for size in sizes {
      x += size.radius
      scene.shapes.append(
        .disc(
          center: Point(x: x, y: middle), radius: size.radius,
          fill: theme.neutralNode.opacity(0.55), rim: theme.secondaryInk))
      let text = size.count.groupedText
      let caption = caption(
        text, x: x + size.radius + Self.sizeTextSpacing, y: middle + 5, style: Self.text,
        color: theme.ink)
      scene.captions.append(caption)
      x += size.radius + Self.sizeTextSpacing + caption.width + Self.sizeSpacing
    }
  }

  private func drawScale(into scene: inout MapScene, at origin: Point, width: Double) {
    let stepCount = 48
    let step = width / Double(stepCount)
    for index in 0..<stepCount {
      let left = origin.x + Double(index) * step
      // Each step extends below all that follow, so that no seams are visible.
      let right = origin.x + width
      scene.shapes.append(
        .polygon(
          [
            Point(x: left, y: origin.y), Point(x: right, y: origin.y),
            Point(x: right, y: origin.y + 10), Point(x: left, y: origin.y + 10),
          ],
          fill: ColorScale.color(
            of: Double(index) / Double(stepCount - 1), theme: scene.theme)))
    }
  }
}
