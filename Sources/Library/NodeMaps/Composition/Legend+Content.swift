internal import Text

extension Legend {
  /// The maximum width of a legend.
  static let largestWidth = 470.0
  /// The room for the disc and the count of a row.
  private static let rowFrame = 110.0

  /// Makes the legend of a map, without the sizes of discs.
  ///
  /// - Throws: `MapError` if texts cannot be measured.
  init(of content: MapContent, groups: NodeGroups?, theme: Theme) throws(MapError) {
    self.init(title: groups?.title ?? "")
    switch content.coloring {
    case .uniform: break
    case .groups(let groups): rows = Legend.rows(of: groups, theme: theme)
    case .numbers(let numbers, let title):
      scale = (title, Self.number(numbers.min() ?? 0), Self.number(numbers.max() ?? 0))
    }
    let names = try TextFitting.fitted(
      rows.map(\.name), style: Legend.text, width: Self.largestWidth - Self.rowFrame)
    for row in rows.indices { rows[row].name = names[row] }
  }

  /// Numbers of edges and the corresponding discs.
  static func sizeKey(
    of degrees: [Int], sizes: DiscSizes
  ) -> [(count: Int, radius: Double)] {
    guard let low = degrees.min(), let high = degrees.max() else { return [] }
    let middle = max(low, (low + high) / 3)
    var shown: [Int] = []
    for degree in [low, middle, high] where shown.last != degree { shown.append(degree) }
    return shown.map { ($0, sizes.radius(degree: $0)) }
  }

  private static func number(_ value: Double) -> String {
    abs(value) < 1e12 && value == value.rounded()
      ? Int(value).groupedText : DecimalWriter.text(value)
  }
}
