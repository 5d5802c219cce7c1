/// The discs of a map of very many nodes: one for each crowd, one for each single node.
///
/// The map is divided into hexagons. If a hexagon contains several nodes, they are one disc at
/// their mean.
struct SuperNodes: Sendable {
  /// The maximum number of nodes for which each has a disc of its own.
  static let largestSingleCount = 10_000
  /// The distance between the centers of hexagons, in points.
  static let spacing = 8.0
  /// The number of nodes from which on the nodes of a hexagon are one disc.
  static let smallestCrowd = 4

  /// One disc.
  struct Item: Sendable {
    /// The nodes that it stands for, the one with the most edges first.
    var members: [Int]
    var center: Point
    /// The group of most members; nil if most have none.
    var group: Int?

    var isCrowd: Bool { members.count > 1 }
  }

  private(set) var items: [Item] = []
  /// The item of each node.
  private(set) var itemOfNode: [Int]

  /// Gathers nodes into items.
  ///
  /// - Parameters:
  ///   - centers: The places of the nodes.
  ///   - degrees: The number of edges at each node; empty without a graph.
  ///   - groupOfNode: The group of each node; empty if there are no groups.
  ///   - singles: Nodes that are always drawn singly.
  init(centers: [Point], degrees: [Int], groupOfNode: [Int?], singles: Set<Int>) {
    itemOfNode = [Int](repeating: 0, count: centers.count)
    var cells: [Cell: [Int]] = [:]
    for node in centers.indices where !singles.contains(node) {
      cells[Cell(around: centers[node]), default: []].append(node)
    }
    for cell in cells.keys.sorted() {
      let nodes = cells[cell] ?? []
      if nodes.count >= Self.smallestCrowd {
        add(nodes, centers, degrees, groupOfNode)
      } else {
        for node in nodes { add([node], centers, degrees, groupOfNode) }
      }
    }
    for node in singles.sorted() { add([node], centers, degrees, groupOfNode) }
  }

  private mutating func add(
    _ nodes: [Int], _ centers: [Point], _ degrees: [Int], _ groupOfNode: [Int?]
  ) {
    var members = nodes
    if !degrees.isEmpty { members.sort { (degrees[$1], $0) < (degrees[$0], $1) } }
    var sum = Point(x: 0, y: 0)
    for node in nodes {
      sum = sum + centers[node]
      itemOfNode[node] = items.count
    }
    items.append(
      Item(
        members: members, center: sum * (1 / Double(nodes.count)),
        group: groupOfNode.isEmpty ? nil : Self.most(nodes.map { groupOfNode[$0] })))
  }

  /// The most frequent group; the larger one if two are equally frequent.
  private static func most(_ groups: [Int?]) -> Int? {
    var counts: [Int: Int] = [:]
    for group in groups { counts[group ?? Int.max, default: 0] += 1 }
    let best = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    return best == Int.max ? nil : best
  }

  var crowdCount: Int { items.count { $0.isCrowd } }
  var largestCrowd: Int { items.map(\.members.count).max() ?? 1 }

  /// The lines between discs, those that stand for the most edges first.
  ///
  /// - Parameters:
  ///   - edges: The edges between nodes.
  ///   - limit: The maximum number of lines.
  /// - Returns: Lines between items, whose strengths are relative to the strongest line, and the
  ///   numbers of edges within discs, between discs, and in the returned lines.
  func lines(of edges: [MapEdge], limit: Int) -> Lines {
    var counts: [UInt64: Int] = [:]
    var lines = Lines()
    for edge in edges {
      let (one, two) = (itemOfNode[edge.source], itemOfNode[edge.target])
      guard one != two else {
        lines.withinCount += 1
        continue
      }
      counts[UInt64(min(one, two)) << 32 | UInt64(max(one, two)), default: 0] += 1
    }
    let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let most = Double(order.first?.value ?? 1)
    lines.pairCount = order.count
    for (pair, count) in order.prefix(max(0, limit)) {
      lines.edges.append(
        MapEdge(
          source: Int(pair >> 32), target: Int(pair & 0xffff_ffff), strength: Double(count) / most))
      lines.shownCount += count
    }
    return lines
  }

  /// Lines between items.
  struct Lines: Sendable {
    var edges: [MapEdge] = []
    /// The number of pairs of items with edges between them.
    var pairCount = 0
    /// The number of edges within items, and the number in `edges`.
    var withinCount = 0
    var shownCount = 0
  }

  /// A hexagon of a honeycomb.
  private struct Cell: Hashable, Comparable {
    var row: Int
    var column: Int

    /// The hexagon whose center is nearest to a point.
    init(around point: Point) {
      let width = SuperNodes.spacing
      let height = width * 0.75.squareRoot()
      let low = Int((point.y / height).rounded(.down))
      var best = (row: 0, column: 0, distance: Double.infinity)
      for row in [low, low + 1] {
        let shift = row.isMultiple(of: 2) ? 0 : width / 2
        let column = Int(((point.x - shift) / width).rounded())
        let center = Point(x: Double(column) * width + shift, y: Double(row) * height)
        let distance = (point - center).length
        if distance < best.distance { best = (row, column, distance) }
      }
      (row, column) = (best.row, best.column)
    }

    static func < (left: Cell, right: Cell) -> Bool {
      (left.row, left.column) < (right.row, right.column)
    }
  }
}
