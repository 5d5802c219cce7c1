/// The size and weight of a text.
struct TextStyle: Hashable, Sendable {
  /// The families that are tried in order; the last is what every system has.
  static let families = "Inter,Helvetica,Arial,sans-serif"

  /// The size in points.
  var size: Double
  var isBold = false

  /// How far letters reach above and below the baseline.
  var ascent: Double { size * 0.93 }
  var descent: Double { size * 0.25 }

  /// The font's name as Pango, and through it Graphviz, reads it.
  var fontName: String { isBold ? Self.families + " Bold" : Self.families }
}
