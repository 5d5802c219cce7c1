/// The colors of everything on a map that does not stand for data.
public enum Theme: String, CaseIterable, Sendable {
  /// Dark ink on a white page.
  case light
  /// Light ink on a dark page.
  case dark

  /// The page.
  var page: Color { self == .light ? Color(0xffffff) : Color(0x0f1720) }
  /// Titles and names.
  var ink: Color { self == .light ? Color(0x1c2733) : Color(0xf1f5f9) }
  /// Subtitles, axes' captions, counts.
  var secondaryInk: Color { self == .light ? Color(0x667482) : Color(0x8fa0b2) }
  /// The lines through the origin.
  var axis: Color { self == .light ? Color(0xe6e9ed) : Color(0x1f2b38) }
  /// Edges between groups.
  var neutralEdge: Color { self == .light ? Color(0x708090) : Color(0x93a9c0) }
  /// Nodes without a group.
  var neutralNode: Color { self == .light ? Color(0xaab3bd) : Color(0x66727f) }

  /// A color of the palette as it looks in this theme.
  func tint(_ color: Color) -> Color {
    self == .light ? color : color.mixed(with: Color(0xffffff), 0.22)
  }
}
