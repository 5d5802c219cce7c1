extension MapContent {
  /// The maximum number of nodes for which all names are shown.
  static let allNamedCount = 160
  /// How many nodes are named on larger maps.
  private static let namedCount = 24

  /// Whether names are short and few enough to fit in the discs.
  var holdsNamesInDiscs: Bool { names.count <= 60 && names.allSatisfy { $0.count <= 2 } }

  /// The nodes to name, most important first.
  var namedNodes: [Int] {
    let nodes = names.indices.sorted { first, second in
      let degrees = (degree(first), degree(second))
      return degrees.0 == degrees.1 ? first < second : degrees.0 > degrees.1
    }
    guard nodes.count > Self.allNamedCount else { return nodes }
    // On a large map, names that are numbers mean nothing.
    return Array(
      nodes.prefix(400).filter { names[$0].contains(where: \.isLetter) }.prefix(Self.namedCount))
  }

  /// The number of edges at a node; 0 without a graph.
  func degree(_ node: Int) -> Int { degrees.isEmpty ? 0 : degrees[node] }
}
