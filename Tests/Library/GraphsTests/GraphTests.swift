@testable import Graphs
import Names
import Testing

@Suite struct GraphTests {
  let path = Graph(nodeCount: 3, edges: [(0, 1), (2, 1)])

  @Test func `an undirected edge leads both ways`() {
    #expect(path.hasEdge(from: 1, to: 2))
    #expect(path.hasEdge(from: 2, to: 1))
    #expect(!path.hasEdge(from: 0, to: 2))
    #expect(path.neighbors(of: 1).count == 2)
    #expect(path.edgeCount == 2)
    #expect(path.arcCount == 4)
  }

  @Test func `a directed edge leads one way`() {
    let cycle = Graph(nodeCount: 3, edges: [(0, 1), (1, 2), (2, 0)], isDirected: true)
    #expect(cycle.hasEdge(from: 2, to: 0))
    #expect(!cycle.hasEdge(from: 0, to: 2))
  }

  @Test func `an edge is found wherever it stands in a row`() {
    let graph = Graph(nodeCount: 9, edges: [(0, 1), (0, 3), (0, 4), (0, 8)], isDirected: true)
    #expect((0..<9).filter { graph.hasEdge(from: 0, to: $0) } == [1, 3, 4, 8])
    #expect((0..<9).allSatisfy { !graph.hasEdge(from: 8, to: $0) })
    #expect(graph.index(ofEdgeFrom: 0, to: 4) == 2)
  }

  @Test func `rows that break a rule are told by it`() {
    func broken(
      offsets: [Int] = [0, 1, 2], targets: [Node] = [1, 0], weights: [Float] = [],
      edgeCount: Int = 1
    ) -> String? {
      Graph(
        offsets: offsets, targets: targets, arcWeights: weights, isDirected: false,
        edgeCount: edgeCount, names: NameList(count: offsets.count - 1)
      ).brokenInvariant()
    }
    #expect(broken() == nil)
    #expect(broken(offsets: [0, 1, 1]) == "the rows cover all arcs")
    #expect(broken(offsets: [0, 3, 2]) == "rows do not overlap")
    #expect(broken(targets: [2, 0]) == "neighbors are nodes")
    #expect(broken(weights: [1, 1]) == "weights differ from 1")
    #expect(broken(weights: [2, -2]) == "weights are positive, finite")
    #expect(broken(weights: [2, 3]) == "an undirected edge leads both ways with one weight")
    #expect(broken(targets: [1, 1]) == "an undirected edge leads both ways with one weight")
    #expect(broken(edgeCount: 2) == "all edges are counted")
    #expect(
      broken(offsets: [0, 2, 2], targets: [1, 0], edgeCount: 1) == "rows ascend without repeats")
  }
}
