import Graphs
import Testing

@testable import RandomWalks

@Suite struct RowSearchesTests {
  @Test(arguments: [false, true], 0..<20 as Range<UInt64>)
  func `searches side by side find the arcs that a graph has, and no others`(
    isDirected: Bool, seed: UInt64
  ) {
    var generator = SplitMix64(seed: seed)
    // Every node has an edge to the next, so that no row is empty; rows are of many lengths.
    let edges = (0..<60).map { (Node($0), Node(($0 + 1) % 60)) }
    let more = (0..<400).map { _ in
      (
        Node(generator.next(below: 60) * generator.next(below: 60) / 60),
        Node(generator.next(below: 60))
      )
    }
    let graph = Graph(nodeCount: 60, edges: edges + more, isDirected: isDirected)
    let pairs = (0..<37).map { _ in
      (Node(generator.next(below: 60)), Node(generator.next(below: 60)))
    }
    for choosesRow in isDirected ? [false] : [false, true] {
      var searches = RowSearches(capacity: pairs.count)
      let asked = pairs.indices.filter { $0 % 3 > 0 }
      for index in asked {
        searches.append(from: pairs[index].0, to: pairs[index].1, asker: index)
      }
      #expect(searches.count == asked.count)
      searches.run(in: graph, choosesRow: choosesRow)
      for (place, index) in asked.enumerated() {
        let (source, target) = pairs[index]
        let answer = searches.answer(place, in: graph)
        #expect(answer.asker == index)
        let forward = graph.index(ofEdgeFrom: source, to: target)
        if choosesRow {
          let backward = graph.index(ofEdgeFrom: target, to: source)
          #expect(answer.arc == forward ?? -1 || answer.arc == backward ?? -1)
        } else {
          #expect(answer.arc == forward ?? -1)
        }
      }
    }
  }
}
