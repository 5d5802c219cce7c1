/// Charts side by side under one heading, as an SVG file.
///
/// Equal charts always give the same bytes.
package struct ChartSheet: Sendable {
  private let title: String
  private let subtitle: String
  let charts: [LineChart]

  private static let side = 340.0
  private static let margin = (left: 56.0, right: 28.0, top: 126.0, bottom: 62.0)

  /// Creates a sheet.
  ///
  /// - Parameters:
  ///   - title: What the charts show, as a sentence.
  ///   - subtitle: What they were made from.
  ///   - charts: The charts, from left to right; at least one.
  package init(title: String, subtitle: String, charts: [LineChart]) {
    precondition(!charts.isEmpty, "a sheet has a chart")
    self.title = title
    self.subtitle = subtitle
    self.charts = charts
  }

  /// The sheet as SVG.
  package var svg: String {
    let margin = Self.margin
    // Labels next to the ends of lines are in the margin.
    let labelWidths = charts.map { chart in
      chart.labels == .atEnds ? 20 + 7 * Double(chart.lines.map(\.label.count).max() ?? 0) : 0
    }
    let widths = labelWidths.map { margin.left + Self.side + max(margin.right, $0) }
    // The heading must fit, too; its letters are about nine pixels wide.
    let headings = max(9 * Double(title.count), 6.2 * Double(subtitle.count)) + 2 * 24
    let width = max(widths.reduce(0, +), headings)
    var drawing = Drawing(width: width, height: margin.top + Self.side + margin.bottom)
    drawing.write(title, x: 24, y: 36, size: 18, isBold: true)
    drawing.write(subtitle, x: 24, y: 58, size: 12, color: ChartColors.paleInk)
    var left = 0.0
    for (chart, width) in zip(charts, widths) {
      chart.draw(
        in: LineChart.Frame(
          left: left + margin.left, top: margin.top, width: Self.side, height: Self.side),
        on: &drawing)
      left += width
    }
    return drawing.text
  }
}
