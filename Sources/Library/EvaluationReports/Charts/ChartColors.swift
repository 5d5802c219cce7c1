/// The colors of charts on a white background, which color-blind readers can also distinguish.
///
/// M. Okabe, K. Ito: Color Universal Design, 2002; without the yellow, which is too light for lines
/// on white.
package enum ChartColors {
  /// The colors of important lines, in order.
  package static let lines = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#444444",
    "#8c510a",
  ]
  /// The color of lines for comparison.
  package static let muted = "#b4b4b4"
  /// The color of text.
  static let ink = "#222222"
  /// The color of secondary text.
  static let paleInk = "#6b6b6b"
  /// The color of grid lines.
  static let grid = "#e8e8e8"
}
