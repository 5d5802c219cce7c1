import Graphs
import Testing

@testable import RandomWalks

@Suite struct CommonNeighborsTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `two rows' common neighbors are those of the sets`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let counts = [generator.next(below: 60), generator.next(below: 60)]
    let universe = 1 + generator.next(below: 80)
    let sets = counts.map { count in
      Set((0..<count).map { _ in Node(2 + generator.next(below: universe)) })
    }
    let graph = Graph(
      nodeCount: 83, edges: sets[0].map { (0, $0) } + sets[1].map { (1, $0) }, isDirected: true)
    let common = CommonNeighbors(graph.row(of: 0), graph.row(of: 1), in: graph)
    #expect(
      common.arcs.map { graph.allNeighbors[$0] } == sets[0].intersection(sets[1]).sorted())
    #expect(common.arcs.allSatisfy(graph.row(of: 0).contains))
  }
}
