/// Colors that distinguish groups, for color-blind readers, too.
///
/// Any two of the sixteen differ by at least 8 in CIEDE2000, both as they are and in simulated
/// protanopia, deuteranopia and tritanopia (Machado et al. 2009); of the first eight, by at least
/// 11.
enum Palette {
  static let colors: [Color] = [
    0x3171cf, 0xdd7d3a, 0x259c75, 0xbd0f37, 0x50376b, 0x24cbf8, 0xd9c132, 0xe999bb, 0x74360b,
    0x90cd7b, 0x615d5e, 0x00767c, 0x8e93d0, 0x9d6e1e, 0xb74a8a, 0x2f4c9d,
  ].map { Color($0) }

  /// The color of a group; a neutral color beyond those that can be distinguished.
  ///
  /// - Parameters:
  ///   - group: The number of the group, in descending order of size.
  ///   - theme: The theme to draw in.
  /// - Returns: A color of the palette, as it looks in the theme.
  static func color(ofGroup group: Int, theme: Theme) -> Color {
    guard group < colors.count else { return theme.neutralNode }
    return theme.tint(colors[group])
  }
}
