import Graphs
import RandomNumbers

@testable import Evaluation

/// Graphs without any structure, to split and to test on.
enum RandomGraphs {
  /// Pairs of nodes, each equally likely: nothing can be learned from them.
  static func uniform(
    nodeCount: Int, edgeCount: Int, isDirected: Bool = false, seed: UInt64
  ) -> Graph {
    var generator = SplitMix64(seed: seed)
    var pairs = Set<NodePair>()
    while pairs.count < edgeCount {
      let source = Node(generator.next(below: nodeCount))
      let target = Node(generator.next(below: nodeCount))
      if source == target { continue }
      pairs.insert(
        isDirected || source < target ? NodePair(source, target) : NodePair(target, source))
    }
    return Graph(
      nodeCount: nodeCount, edges: pairs.map { ($0.source, $0.target) }, isDirected: isDirected)
  }

  /// Pairs of one of the first nodes with one of the rest.
  static func bipartite(leftCount: Int, rightCount: Int, edgeCount: Int, seed: UInt64) -> Graph {
    var generator = SplitMix64(seed: seed)
    var pairs = Set<NodePair>()
    while pairs.count < edgeCount {
      pairs.insert(
        NodePair(
          Node(generator.next(below: leftCount)),
          Node(leftCount + generator.next(below: rightCount))))
    }
    return Graph(
      nodeCount: leftCount + rightCount, edges: pairs.map { ($0.source, $0.target) })
  }

  /// A time for each edge, none twice, in random order.
  static func times(of graph: Graph, seed: UInt64) -> EdgeTimes {
    var generator = SplitMix64(seed: seed)
    var timed: [(Node, Node, Double)] = []
    for source in 0..<Node(graph.nodeCount) {
      let neighbors = graph.neighbors(of: source)
      for index in neighbors.indices {
        timed.append((source, neighbors[index], generator.nextUnit()))
      }
    }
    return EdgeTimes(finite: timed, isDirected: graph.isDirected)
  }
}

extension Graph {
  /// The edges of the graph, each once, without self-loops.
  var pairs: Set<NodePair> {
    var pairs = Set<NodePair>()
    for source in 0..<Node(nodeCount) {
      let neighbors = neighbors(of: source)
      for index in neighbors.indices {
        let target = neighbors[index]
        if isDirected ? source != target : source < target {
          pairs.insert(NodePair(source, target))
        }
      }
    }
    return pairs
  }

  /// The number of parts that no edge joins.
  var componentCount: Int {
    var sets = Array(0..<nodeCount)
    func root(_ node: Int) -> Int {
      var node = node
      while sets[node] != node { node = sets[node] }
      return node
    }
    for pair in pairs { sets[root(Int(pair.source))] = root(Int(pair.target)) }
    return (0..<nodeCount).count { sets[$0] == $0 }
  }
}
