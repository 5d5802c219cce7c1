import Graphs

/// A graph small enough to tabulate: its edges as a list, from which exact tables are worked out
/// without the `Graph` under test.
struct TinyGraph: Sendable, CustomStringConvertible {
  let name: String
  let nodeCount: Int
  let edges: [(source: Node, target: Node, weight: Float)]

  var description: String { name }

  /// Which of the four kinds of graph the edges are read as.
  struct Kind: Sendable, CustomStringConvertible {
    let isDirected: Bool
    let isWeighted: Bool
    var description: String {
      "\(isDirected ? "directed" : "undirected"), \(isWeighted ? "weighted" : "unweighted")"
    }

    static let all = [false, true].flatMap { isDirected in
      [false, true].map { Kind(isDirected: isDirected, isWeighted: $0) }
    }
  }

  /// The weight of each arc: `rows[source][target]`.
  func rows(_ kind: Kind) -> [[Node: Double]] {
    var rows = [[Node: Double]](repeating: [:], count: nodeCount)
    for (source, target, weight) in edges {
      let weight = kind.isWeighted ? Double(weight) : 1
      rows[Int(source)][target] = kind.isWeighted ? (rows[Int(source)][target] ?? 0) + weight : 1
      if !kind.isDirected && source != target {
        rows[Int(target)][source] =
          kind.isWeighted ? (rows[Int(target)][source] ?? 0) + weight : 1
      }
    }
    return rows
  }

  /// The graph under test.
  func graph(_ kind: Kind) -> Graph {
    var seen: Set<[Node]> = []
    let edges =
      kind.isWeighted
      ? edges.map { ($0.source, $0.target, $0.weight) }
      : edges.filter { edge in
        let pair = [edge.source, edge.target]
        return seen.insert(kind.isDirected ? pair : pair.sorted()).inserted
      }.map { ($0.source, $0.target, 1) }
    return Graph(nodeCount: nodeCount, weightedEdges: edges, isDirected: kind.isDirected)
  }

  /// Every arc among five nodes, with weights 1 to 4.
  private static var complete: [(source: Node, target: Node, weight: Float)] {
    var edges: [(source: Node, target: Node, weight: Float)] = []
    for source in 0..<Node(5) {
      for target in 0..<Node(5) where source != target {
        edges.append((source, target, Float((3 * source + target) % 4 + 1)))
      }
    }
    return edges
  }

  static let all: [TinyGraph] = [
    TinyGraph(
      name: "triangle with a tail", nodeCount: 4,
      edges: [(0, 1, 1), (1, 2, 2), (2, 0, 3), (2, 3, 4)]),
    TinyGraph(
      name: "square with a diagonal", nodeCount: 4,
      edges: [(0, 1, 1), (1, 2, 2), (2, 3, 1), (3, 0, 5), (0, 2, 1), (2, 0, 2)]),
    TinyGraph(
      name: "star", nodeCount: 6,
      edges: [(0, 1, 1), (0, 2, 2), (0, 3, 3), (4, 0, 4), (5, 0, 5)]),
    TinyGraph(
      name: "directed cycle with a chord", nodeCount: 5,
      edges: [(0, 1, 1), (1, 2, 3), (2, 3, 1), (3, 4, 2), (4, 0, 1), (1, 3, 2), (3, 0, 4)]),
    TinyGraph(
      name: "sink", nodeCount: 5,
      edges: [(0, 1, 2), (1, 2, 1), (2, 0, 1), (1, 4, 1), (2, 4, 3), (0, 3, 1), (3, 2, 1)]),
    TinyGraph(
      name: "self-loop", nodeCount: 4,
      edges: [(0, 0, 2), (0, 1, 1), (1, 2, 3), (2, 1, 1), (1, 1, 1), (1, 0, 1), (2, 3, 1)]),
    TinyGraph(
      name: "edges of unequal weight both ways", nodeCount: 4,
      edges: [
        (0, 1, 1), (1, 0, 5), (1, 2, 2), (2, 1, 0.5), (0, 2, 3), (2, 0, 7), (2, 3, 1), (3, 2, 4),
      ]),
    TinyGraph(
      name: "parallel edges", nodeCount: 4,
      edges: [
        (0, 1, 1), (0, 1, 2), (1, 0, 4), (1, 2, 1), (1, 2, 1), (2, 0, 0.5), (2, 0, 0.5), (2, 3, 1),
        (3, 1, 2),
      ]),
    TinyGraph(
      name: "weight ratio 1 to a million", nodeCount: 5,
      edges: [
        (0, 1, 1e6), (0, 2, 1), (1, 2, 1), (2, 3, 1e6), (3, 1, 1), (2, 0, 1e-3), (3, 4, 1),
        (4, 0, 2), (1, 0, 1), (3, 2, 1),
      ]),
    TinyGraph(
      name: "isolated first and last node", nodeCount: 5, edges: [(1, 2, 1), (2, 3, 3), (3, 1, 2)]),
    TinyGraph(
      name: "two triangles at one node", nodeCount: 5,
      edges: [(0, 1, 1), (1, 2, 2), (2, 0, 3), (2, 3, 1), (3, 4, 1), (4, 2, 5), (0, 2, 1)]),
    TinyGraph(name: "complete graph", nodeCount: 5, edges: complete),
    TinyGraph(
      name: "bipartite", nodeCount: 5,
      edges: [
        (0, 3, 1), (0, 4, 2), (1, 3, 3), (1, 4, 1), (2, 3, 1), (3, 1, 1), (4, 2, 5), (3, 0, 1),
      ]),
    TinyGraph(name: "path", nodeCount: 4, edges: [(0, 1, 2), (1, 2, 1), (2, 3, 4), (3, 2, 1)]),
  ]
}
