/// The links of every row on every layer that it is on.
///
/// All layers have the same number of places a row, except the lowest, which has twice as many.
struct LayeredLinks: Sendable, Equatable {
  /// What stands behind a row's last link.
  static let none = UInt32.max

  /// The highest layer of each row.
  let levels: [UInt8]
  /// The number of places a row has on a layer above the lowest.
  let linkCount: Int
  /// For each row the number of higher layers of the rows before it.
  private let upperStarts: [UInt32]
  private(set) var elements: [UInt32]

  /// Creates rows without links.
  init(levels: [UInt8], linkCount: Int) {
    let total = Self.elementCount(levels: levels, linkCount: linkCount)
    self.init(
      levels: levels, linkCount: linkCount,
      elements: [UInt32](repeating: Self.none, count: total))
  }

  /// Takes links that were stored.
  ///
  /// - Precondition: There are `elementCount(levels:linkCount:)` of them.
  init(levels: [UInt8], linkCount: Int, elements: [UInt32]) {
    precondition(
      elements.count == Self.elementCount(levels: levels, linkCount: linkCount), "all places")
    self.levels = levels
    self.linkCount = linkCount
    self.elements = elements
    var start: UInt32 = 0
    upperStarts = levels.map { level in
      defer { start += UInt32(level) }
      return start
    }
  }

  /// The number of places of all rows on all layers.
  static func elementCount(levels: [UInt8], linkCount: Int) -> Int {
    levels.reduce(2 * levels.count) { $0 + Int($1) } * linkCount
  }

  /// The number of places of a row on a layer.
  func capacity(layer: Int) -> Int { layer == 0 ? 2 * linkCount : linkCount }

  /// The places of a row on a layer.
  func places(of row: UInt32, layer: Int) -> Range<Int> {
    let row = Int(row)
    let start =
      layer == 0
      ? 2 * row * linkCount
      : (2 * levels.count + Int(upperStarts[row]) + layer - 1) * linkCount
    return start..<start + capacity(layer: layer)
  }

  /// The rows that a row links to.
  func links(of row: UInt32, layer: Int) -> [UInt32] {
    Array(elements[places(of: row, layer: layer)].prefix { $0 != Self.none })
  }

  /// Replaces the links of a row, of which there are not more than places.
  mutating func setLinks(_ links: [UInt32], of row: UInt32, layer: Int) {
    let places = places(of: row, layer: layer)
    precondition(links.count <= places.count, "no more links than places")
    for (index, place) in places.enumerated() {
      elements[place] = index < links.count ? links[index] : Self.none
    }
  }

  /// Whether every link leads to a row that is on the link's layer.
  var areSound: Bool {
    for row in levels.indices {
      for layer in 0...Int(levels[row]) {
        for place in places(of: UInt32(row), layer: layer) {
          let link = elements[place]
          guard link == Self.none || link < levels.count && levels[Int(link)] >= layer else {
            return false
          }
        }
      }
    }
    return true
  }
}
