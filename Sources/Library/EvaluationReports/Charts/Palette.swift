/// The colors of charts: few, on white, told apart by people who see fewer of them.
///
/// M. Okabe, K. Ito: Color Universal Design, 2002; the yellow is left out, as it is too light for
/// lines on white.
package enum Palette {
  /// The colors of lines that matter, from the first.
  package static let lines = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#444444",
    "#8c510a",
  ]
  /// The color of lines that are there for comparison.
  package static let muted = "#b4b4b4"
  /// The color of text.
  static let ink = "#222222"
  /// The color of text that explains.
  static let paleInk = "#6b6b6b"
  /// The color of grid lines.
  static let grid = "#e8e8e8"
}
