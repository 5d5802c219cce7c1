/// The surroundings of a map: its heading, its axes with captions, and remarks below it.
struct MapFrame {
  private static let titleStyle = TextStyle(size: 25, isBold: true)
  private static let subtitleStyle = TextStyle(size: 13)
  private static let axisStyle = TextStyle(size: 11)
  private static let remarkStyle = TextStyle(size: 10)
  private static let remarkHeight = 14.0
  private static let room = PageLayout.pageWidth - 2 * PageLayout.margin

  let content: MapContent
  let theme: Theme
  let layout: PageLayout
  /// The remarks, broken into lines.
  private let remarks: [String]

  /// - Throws: `MapError` if texts cannot be measured.
  init(
    _ content: MapContent, theme: Theme, layout: PageLayout, remarks: [String]
  ) throws(MapError) {
    self.content = content
    self.theme = theme
    self.layout = layout
    self.remarks = try TextFitting.lines(of: remarks, style: Self.remarkStyle, width: Self.room)
  }

  /// The height of the page including all remarks.
  var pageHeight: Double {
    layout.pageHeight + Self.remarkHeight * Double(max(0, remarks.count - 1))
  }

  /// Draws the frame.
  ///
  /// - Parameters:
  ///   - scene: The scene to add to.
  ///   - origin: The point where the axes cross.
  /// - Throws: `MapError` if texts cannot be measured.
  func draw(into scene: inout MapScene, origin: Point) throws(MapError) {
    let title = try TextFitting.fitted([content.title], style: Self.titleStyle, width: Self.room)[0]
    let subtitle = try TextFitting.fitted(
      [content.subtitle], style: Self.subtitleStyle, width: Self.room)[0]
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
      caption(title, PageLayout.margin, 52, Self.titleStyle, theme.ink),
      caption(subtitle, PageLayout.margin, 75, Self.subtitleStyle, theme.secondaryInk),
    ]
    let plot = layout.plot
    if content.axes.count == 2 {
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
          remark, PageLayout.margin,
          layout.pageHeight - 16 + Self.remarkHeight * Double(line), Self.remarkStyle,
          theme.secondaryInk))
    }
  }
}
