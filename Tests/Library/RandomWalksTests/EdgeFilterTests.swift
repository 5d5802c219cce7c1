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
  /// A graph of 2000 nodes, 20 of which have half of the arcs and more.
  static func graphWithHubs(isDirected: Bool) -> Graph {
    var generator = SplitMix64(seed: 2)
    let spokes = (0..<20_000).map { _ in
      (Node(generator.next(below: 20)) * 97, Node(generator.next(below: 2000)))
    }
    let others = (0..<10_000).map { _ in
      (Node(generator.next(below: 2000)), Node(generator.next(below: 2000)))
    }
    return Graph(nodeCount: 2000, edges: spokes + others, isDirected: isDirected)
  }

  @Test(arguments: [false, true])
  func `of edges at hubs the filter is certain`(isDirected: Bool) {
    let graph = Self.graphWithHubs(isDirected: isDirected)
    let filter = EdgeFilter(graph)
    var certain = 0
    for source in 0..<2000 as Range<Node> {
      for target in (0..<2000 as Range<Node>).filter({ $0 % 7 == 0 || source % 97 == 0 }) {
        let query = filter.query(from: source, to: target)
        let isEdge = graph.hasEdge(from: source, to: target)
        if filter.isExact(query) {
          certain += 1
          #expect(filter.mayContain(query) == isEdge, "\(source) to \(target)")
        } else {
          #expect(!isEdge || filter.mayContain(query), "\(source) to \(target)")
        }
        if source % 97 == 0 && source < 20 * 97 { #expect(filter.isExact(query)) }
      }
    }
    #expect(certain >= 20 * 2000)
  }

  @Test(arguments: [false, true])
  func `hubs take no more than half a byte for each arc`(isDirected: Bool) {
    let graph = Self.graphWithHubs(isDirected: isDirected)
    let hubs = HubRows(of: graph)
    #expect(!hubs.isEmpty)
    #expect(8 * hubs.wordCount <= graph.arcCount / 2)
    #expect(EdgeFilter(graph).byteCount <= graph.edgeCount + graph.arcCount / 2 + 2 * 2000 + 8)
  }

  @Test func `a graph whose nodes are alike has no hubs`() {
    let ring = 0..<Node(5000)
    let graph = Graph(nodeCount: 5000, edges: ring.map { ($0, ($0 + 1) % 5000) })
    #expect(HubRows(of: graph).isEmpty)
    #expect(HubRows(of: Graph(nodeCount: 0, edges: [])).isEmpty)
    #expect(HubRows(of: Graph(nodeCount: 3, edges: [])).isEmpty)
  }
}
