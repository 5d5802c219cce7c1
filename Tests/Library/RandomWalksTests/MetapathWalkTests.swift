import Graphs
import RandomWalks
import Testing
import WalkAudits

@Suite struct MetapathWalkTests {
  /// Authors 0 to 2, papers 3 to 5, venues 6 and 7, and a node without a type.
  static let types = NodeTypes(["a", "a", "a", "p", "p", "p", "v", "v", nil])

  static let tiny = TinyGraph(
    name: "papers", nodeCount: 9,
    edges: [
      (0, 3, 1), (0, 4, 2), (1, 3, 3), (1, 5, 1), (2, 5, 2), (2, 4, 1), (3, 6, 1), (4, 6, 2),
      (4, 7, 1), (5, 7, 4), (0, 1, 5), (3, 5, 2), (2, 8, 1), (3, 0, 1), (6, 3, 2), (7, 5, 1),
      (5, 1, 3), (7, 4, 2),
    ])

  /// The steps from a node to neighbors of a type.
  static func exact(_ rows: [[Node: Double]], from node: Node, to type: Int32) -> [Node: Double] {
    ExactStep.normalized(rows[Int(node)].filter { types.numbers[Int($0.key)] == type })
  }

  @Test(arguments: TinyGraph.Kind.all)
  func `every step has the exact probabilities among neighbors of the next type`(
    kind: TinyGraph.Kind
  ) throws {
    let rows = Self.tiny.rows(kind)
    let path = ["a", "p", "v", "p"]
    let walk = try MetapathWalk(on: Self.tiny.graph(kind), types: Self.types, path: path)
    let numbers: [Int32] = [0, 1, 2, 1]
    // The steps at each place of the path.
    var counts = [StepCounts](repeating: StepCounts(nodeCount: 9), count: path.count)
    // Walks that go on without a place on the path, or end although they could go on.
    var strays: [ArraySlice<Node>] = []
    for start in 0..<Node(9) {
      var nodes: [Node] = []
      var ends: [Int] = []
      walk.append(1500, length: 10, to: &nodes, ends: &ends) { repetition in
        (start, SplitMix64(seed: 3, purpose: .walk, UInt64(start), UInt64(repetition)))
      }
      let first = numbers.firstIndex(of: Self.types.numbers[Int(start)])
      var begin = 0
      for end in ends {
        for index in begin..<end - 1 {
          let place = (index - begin + (first ?? 0)) % path.count
          counts[place].countFirst(nodes[index], nodes[index + 1])
        }
        guard let first else {
          if end != begin + 1 { strays.append(nodes[begin..<end]) }
          begin = end
          continue
        }
        if end - begin < 10 {
          let next = numbers[(end - begin + first) % path.count]
          if !Self.exact(rows, from: nodes[end - 1], to: next).isEmpty {
            strays.append(nodes[begin..<end])
          }
        }
        begin = end
      }
    }
    #expect(strays.first == nil, "\(strays.count) walks")
    for place in path.indices {
      let next = numbers[(place + 1) % path.count]
      expectExact(
        counts[place].testFirst { Self.exact(rows, from: $0, to: next) }, "place \(place)")
    }
  }

  @Test func `a type that no node has is refused by name`() {
    let graph = Self.tiny.graph(TinyGraph.Kind.all[0])
    let error = #expect(throws: MetapathError.self) {
      try MetapathWalk(on: graph, types: Self.types, path: ["a", "paper"])
    }
    #expect(
      error?.description
        == "the metapath names the type 'paper', which no node has; there are 'a', 'p', 'v'")
    #expect(throws: MetapathError.tooShort) {
      try MetapathWalk(on: graph, types: Self.types, path: ["a"])
    }
  }
}
