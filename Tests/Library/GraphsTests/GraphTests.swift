import Graphs
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
}
