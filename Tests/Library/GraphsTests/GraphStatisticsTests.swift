import Graphs
import RandomNumbers
import Testing

@Suite struct GraphStatisticsTests {
  @Test func `a small graph is counted by hand`() {
    // A triangle with a tail, a self-loop alone, a pair, and a node without edges.
    let graph = Graph(
      nodeCount: 8,
      weightedEdges: [(0, 1, 2), (1, 2, 1), (2, 0, 0.5), (2, 3, 4), (4, 4, 1), (5, 6, 3)])
    let statistics = graph.statistics()
    #expect(statistics.nodeCount == 8)
    #expect(statistics.edgeCount == 6)
    #expect(statistics.selfLoopCount == 1)
    #expect(statistics.isolatedNodeCount == 2)
    #expect(statistics.sinkCount == 1)
    #expect(statistics.componentCount == 4)
    #expect(statistics.largestComponentNodeCount == 4)
    #expect(statistics.largestComponentEdgeCount == 4)
    #expect(!statistics.isBipartite)
    #expect(statistics.minimumDegree == 0)
    #expect(statistics.medianDegree == 1)
    #expect(statistics.meanDegree == 11.0 / 8)
    #expect(statistics.maximumDegree == 3)
    #expect(statistics.minimumWeight == 0.5)
    #expect(statistics.maximumWeight == 4)
    #expect(statistics.weightSum == 11.5)
    #expect(statistics.density == 5.0 / 28)
  }

  @Test func `directions count for sinks and density and not for parts`() {
    let graph = Graph(nodeCount: 4, edges: [(0, 1), (2, 1), (1, 0)], isDirected: true)
    let statistics = graph.statistics()
    #expect(statistics.sinkCount == 1)
    #expect(statistics.isolatedNodeCount == 1)
    #expect(statistics.componentCount == 2)
    #expect(statistics.largestComponentNodeCount == 3)
    #expect(statistics.largestComponentEdgeCount == 3)
    #expect(statistics.isBipartite)
    #expect(statistics.density == 0.25)
    #expect(statistics.weightSum == 3)
  }

  @Test func `an empty graph is counted too`() {
    let statistics = Graph(nodeCount: 0, edges: []).statistics()
    #expect(statistics.componentCount == 0)
    #expect(statistics.density == 0)
    #expect(Graph(nodeCount: 1, edges: []).statistics().density == 0)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `parts and classes are those of a search`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let nodeCount = Int.random(in: 1...40, using: &generator)
    let isSplit = Bool.random(using: &generator)
    let edges = (0..<Int.random(in: 0...50, using: &generator)).map { _ in
      var ends = (0..<2).map { _ in Node.random(in: 0..<Node(nodeCount), using: &generator) }
      // Edges between even and odd nodes alone make a bipartite graph.
      if isSplit && ends[0] % 2 == ends[1] % 2 { ends[1] = ends[0] ^ 1 }
      return (ends[0], min(ends[1], Node(nodeCount - 1)))
    }
    for isDirected in [false, true] {
      let graph = Graph(nodeCount: nodeCount, edges: edges, isDirected: isDirected)
      let statistics = graph.statistics()
      let search = Self.search(nodeCount: nodeCount, edges: edges)
      #expect(statistics.componentCount == search.sizes.count)
      #expect(statistics.largestComponentNodeCount == search.sizes.max())
      #expect(statistics.isBipartite == search.isBipartite)
    }
  }

  /// The sizes of all parts, and whether two colors suffice, by depth-first search.
  static func search(
    nodeCount: Int, edges: [(Node, Node)]
  ) -> (sizes: [Int], isBipartite: Bool) {
    var neighbors = [[Int]](repeating: [], count: nodeCount)
    for (source, target) in edges {
      neighbors[Int(source)].append(Int(target))
      neighbors[Int(target)].append(Int(source))
    }
    var colors = [Int?](repeating: nil, count: nodeCount)
    var sizes: [Int] = []
    var isBipartite = true
    for start in 0..<nodeCount where colors[start] == nil {
      var pending = [start]
      colors[start] = 0
      var size = 0
      while let node = pending.popLast() {
        size += 1
        for neighbor in neighbors[node] {
          if colors[neighbor] == nil {
            colors[neighbor] = 1 - (colors[node] ?? 0)
            pending.append(neighbor)
          } else if colors[neighbor] == colors[node] {
            isBipartite = false
          }
        }
      }
      sizes.append(size)
    }
    return (sizes, isBipartite)
  }
}
