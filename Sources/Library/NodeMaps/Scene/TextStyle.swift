/// The size and weight of a text.
struct TextStyle: Hashable, Sendable {
  /// The font families to try, in order; every system has the last one.
  static let families = "Inter,Helvetica,Arial,sans-serif"

  /// The size in points.
  var size: Double
  var isBold = false

  /// The height of letters above the baseline, and their depth below it.
  var ascent: Double { size * 0.93 }
  var descent: Double { size * 0.25 }

  /// The name of the font for Pango, which Graphviz uses.
  var fontName: String { isBold ? Self.families + " Bold" : Self.families }
}
