/// Groups of nodes, numbered in descending order of size.
struct NodeGroups: Sendable {
  /// What the groups are, as a heading: "Community".
  var title: String
  var names: [String]
  /// The group of each node; nil for none.
  var groupOfNode: [Int?]
  /// Whether the names were given; otherwise they are made from the names of nodes.
  var areNamesGiven: Bool

  /// The number of nodes of each group.
  var counts: [Int] {
    var counts = [Int](repeating: 0, count: names.count)
    for case .some(let group) in groupOfNode { counts[group] += 1 }
    return counts
  }

  /// The drawing order of discs, lowest first: nodes without a group and of groups without a color
  /// of their own are at the bottom.
  static func drawingRank(ofGroup group: Int?) -> Int {
    guard let group else { return .min }
    return group < Palette.colors.count ? group : Int.min / 2 + group
  }

  /// Groups the nodes by their labels.
  ///
  /// - Parameters:
  ///   - labels: A label for each node; nil for none.
  ///   - title: What the labels are.
  init(labels: [String?], title: String) {
    var numbers: [String: Int] = [:]
    var names: [String] = []
    let found = labels.map { label -> Int in
      guard let label else { return -1 }
      if let number = numbers[label] { return number }
      numbers[label] = names.count
      names.append(label)
      return names.count - 1
    }
    let order = Self.orderBySize(found, count: names.count)
    self.title = title
    self.names = order.map { names[$0] }
    var place = [Int](repeating: 0, count: order.count)
    for (index, number) in order.enumerated() { place[number] = index }
    groupOfNode = found.map { $0 < 0 ? nil : place[$0] }
    areNamesGiven = true
  }

  /// Names communities after their members with the most edges.
  ///
  /// Communities of one or two nodes are not groups: their nodes have no group.
  ///
  /// - Parameters:
  ///   - communities: The community of each node, numbered in descending order of size.
  ///   - degrees: The number of edges at each node.
  ///   - nodeNames: The names of the nodes.
  init(communities: [Int], degrees: [Int], names nodeNames: [String]) {
    let count = (communities.max() ?? -1) + 1
    var sizes = [Int](repeating: 0, count: count)
    var hubs = [Int?](repeating: nil, count: count)
    for (node, community) in communities.enumerated() {
      sizes[community] += 1
      if hubs[community].map({ degrees[$0] < degrees[node] }) ?? true { hubs[community] = node }
    }
    title = "Community"
    names = (0..<count).filter { sizes[$0] > 2 }.map { community in
      let hub = hubs[community].map { nodeNames[$0] } ?? ""
      return hub.contains(where: \.isLetter) ? Self.circle(of: hub) : "around \(hub)"
    }
    groupOfNode = communities.map { sizes[$0] > 2 ? $0 : nil }
    areNamesGiven = false
  }

  private static func circle(of name: String) -> String {
    name.hasSuffix("s") ? "\(name)’ circle" : "\(name)’s circle"
  }

  private static func orderBySize(_ groups: [Int], count: Int) -> [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for group in groups where group >= 0 { sizes[group] += 1 }
    return (0..<count).sorted { (sizes[$1], $0) < (sizes[$0], $1) }
  }
}
