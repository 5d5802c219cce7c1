import Graphs
import Testing

@testable import RandomWalks

@Suite struct EdgeFilterTests {
  @Test(arguments: [false, true])
  func `the filter denies no edge and most pairs that are none`(isDirected: Bool) {
    var generator = SplitMix64(seed: 1)
    let edges = (0..<20_000).map { _ in
      (Node(generator.next(below: 3000)), Node(generator.next(below: 3000)))
    }
    let graph = Graph(nodeCount: 3000, edges: edges, isDirected: isDirected)
    let filter = EdgeFilter(graph)
    for (source, target) in edges {
      #expect(filter.mayContain(filter.query(from: source, to: target)))
      if !isDirected { #expect(filter.mayContain(filter.query(from: target, to: source))) }
    }
    var falsePositives = 0
    var pairs = 0
    for _ in 0..<50_000 {
      let source = Node(generator.next(below: 3000))
      let target = Node(generator.next(below: 3000))
      if graph.hasEdge(from: source, to: target) { continue }
      pairs += 1
      if filter.mayContain(filter.query(from: source, to: target)) { falsePositives += 1 }
    }
    #expect(falsePositives < pairs * 8 / 100)
  }
}
