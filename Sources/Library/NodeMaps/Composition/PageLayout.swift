/// The division of the page: titles at the top, the map below them on the left, the legend on the
/// right.
struct PageLayout {
  static let pageWidth = 1000.0
  /// The margin around everything.
  static let margin = 34.0

  let plot: Box
  let legend: Box
  let pageHeight: Double

  /// Divides a page.
  ///
  /// - Parameters:
  ///   - legendWidth: The width that the legend needs.
  ///   - legendHeight: The height that the legend needs.
  ///   - aspect: The ratio of the width of the data to its height; the page follows it within
  ///     limits.
  ///   - hasLegend: Whether there is a legend.
  init(
    legendWidth: Double, legendHeight: Double, aspect: Double, hasLegend: Bool
  ) {
    let (pageWidth, margin) = (Self.pageWidth, Self.margin)
    let top = 112.0
    let bottom = 52.0
    let plotWidth = pageWidth - 2 * margin - (hasLegend ? legendWidth + 30 : 0)
    let plotHeight = max(plotWidth / min(1.6, max(1.02, aspect)), legendHeight - 10, 380)
    plot = Box(x: margin, y: top, width: plotWidth, height: plotHeight)
    legend = Box(
      x: pageWidth - margin - legendWidth, y: top, width: legendWidth, height: plotHeight)
    pageHeight = top + plotHeight + bottom
  }
}
