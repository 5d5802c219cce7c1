/// The page's division: titles above, the map below them on the left, the legend on the right.
struct PageLayout {
  let plot: Box
  let legend: Box
  let pageHeight: Double

  /// Divides a page.
  ///
  /// - Parameters:
  ///   - pageWidth: The page's width.
  ///   - margin: The space left free around everything.
  ///   - legendWidth: The width that the legend needs.
  ///   - legendHeight: The height that the legend needs.
  ///   - aspect: The width of the data over its height; the page follows it within bounds.
  ///   - hasLegend: Whether there is a legend.
  init(
    pageWidth: Double, margin: Double, legendWidth: Double, legendHeight: Double, aspect: Double,
    hasLegend: Bool
  ) {
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
