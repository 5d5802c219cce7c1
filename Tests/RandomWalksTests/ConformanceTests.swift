import Graphs
import RandomNumbers
import Testing

@testable import RandomWalks

/// Every sampler against exact tables, on graphs that are awkward each in its own way.
@Suite struct ConformanceTests {
  static let parameters = [0.25, 1.0, 4.0]

  /// Parameters beyond which proposals are hardly ever accepted.
  static let extremes = [(1e6, 1e6), (1e-6, 1e6), (1e6, 1e-6), (1e-6, 1e-6), (1e9, 1)]

  @Test(arguments: TinyGraph.all, TinyGraph.Kind.all)
  func `first-order walks step in proportion to weights`(tiny: TinyGraph, kind: TinyGraph.Kind) {
    let rows = tiny.rows(kind)
    let counts = StepCounts(
      FirstOrderWalk(on: tiny.graph(kind)), repetitions: 20000, length: 12, seed: 1)
    expectExact(
      counts.testFirst { ExactStep.firstOrder(rows, from: $0) }
        + counts.testLater { ExactStep.firstOrder(rows, from: $1) }, "first order")
  }

  @Test(arguments: TinyGraph.all, TinyGraph.Kind.all)
  func `a walk that ignores weights takes every neighbor as often`(
    tiny: TinyGraph, kind: TinyGraph.Kind
  ) {
    let rows = tiny.rows(kind).map { $0.mapValues { _ in 1.0 } }
    let counts = StepCounts(
      FirstOrderWalk(on: tiny.graph(kind), ignoresWeights: true), repetitions: 2000, length: 12,
      seed: 2)
    expectExact(
      counts.testFirst { ExactStep.firstOrder(rows, from: $0) }
        + counts.testLater { ExactStep.firstOrder(rows, from: $1) }, "uniform")
  }

  @Test(arguments: TinyGraph.all, TinyGraph.Kind.all)
  func `second-order walks step by weight first, then by p and q`(
    tiny: TinyGraph, kind: TinyGraph.Kind
  ) {
    let rows = tiny.rows(kind)
    let graph = tiny.graph(kind)
    let settings =
      Self.parameters.flatMap { p in Self.parameters.map { (p, $0) } } + Self.extremes
    for (p, q) in settings {
      let walk = SecondOrderWalk(on: graph, returnParameter: p, inOutParameter: q)
      let counts = StepCounts(walk, repetitions: 2000, length: 12, seed: 3)
      expectExact(
        counts.testFirst { ExactStep.firstOrder(rows, from: $0) }
          + counts.testLater {
            ExactStep.secondOrder(rows, from: $1, after: $0, p: p, q: q)
          }, "p = \(p), q = \(q)")
    }
  }

  @Test(arguments: TinyGraph.all, TinyGraph.Kind.all)
  func `a step drawn from the parts of a row has the probabilities of p and q`(
    tiny: TinyGraph, kind: TinyGraph.Kind
  ) {
    let rows = tiny.rows(kind)
    let graph = tiny.graph(kind)
    let sums = WeightSums(graph)
    for (p, q) in Self.parameters.flatMap({ p in Self.parameters.map { (p, $0) } }) {
      var generator = SplitMix64(seed: 4)
      var counts = StepCounts(nodeCount: tiny.nodeCount)
      for previous in 0..<Node(tiny.nodeCount) {
        for node in rows[Int(previous)].keys.sorted() where !rows[Int(node)].isEmpty {
          let parts = SplitRow(of: node, after: previous, in: graph)
          for _ in 0..<600 {
            let arc = parts.draw(
              StepFactors(back: 1 / p, out: 1 / q), sums, using: &generator)
            counts.countLater(previous, node, graph.allNeighbors[arc])
          }
        }
      }
      expectExact(
        counts.testLater { ExactStep.secondOrder(rows, from: $1, after: $0, p: p, q: q) },
        "p = \(p), q = \(q)")
    }
  }

  @Test(arguments: TinyGraph.all, TinyGraph.Kind.all)
  func `walks start at every node, end at sinks and nowhere else`(
    tiny: TinyGraph, kind: TinyGraph.Kind
  ) {
    let rows = tiny.rows(kind)
    let graph = tiny.graph(kind)
    let walks: [any RandomWalk] = [
      FirstOrderWalk(on: graph),
      SecondOrderWalk(on: graph, returnParameter: 0.25, inOutParameter: 4),
    ]
    for walk in walks {
      let corpus = WalkCorpus(walk, walksPerNode: 5, walkLength: 9, seed: 6)
      var starts = [Int](repeating: 0, count: tiny.nodeCount)
      for index in 0..<corpus.walkCount {
        var nodes: [Node] = []
        corpus.append(walk: index, to: &nodes)
        starts[Int(nodes[0])] += 1
        #expect(nodes.count <= 9)
        for (node, next) in zip(nodes, nodes.dropFirst()) {
          #expect(rows[Int(node)][next] != nil)
        }
        #expect(nodes.count == 9 || rows[Int(nodes[nodes.count - 1])].isEmpty)
      }
      #expect(starts.allSatisfy { $0 == 5 })
    }
  }
}
