import Graphs
import RandomNumbers
import Testing

@testable import RandomWalks

/// Every sampler against exact tables, on graphs that are awkward each in its own way.
@Suite struct ConformanceTests {
  static let settings = [0.25, 1.0, 4.0].flatMap { p in [0.25, 1.0, 4.0].map { (p, $0) } }

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
    for (p, q) in Self.settings + Self.extremes {
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
  func `node2vec+ steps by weight first, then by p, q and tight edges`(
    tiny: TinyGraph, kind: TinyGraph.Kind
  ) {
    let rows = tiny.rows(kind)
    let graph = tiny.graph(kind)
    for (p, q) in Self.settings {
      for deviation in [0, 0.5, -9] {
        let walk = SecondOrderWalk(
          on: graph, returnParameter: p, inOutParameter: q, tieDeviation: deviation)
        let counts = StepCounts(walk, repetitions: 600, length: 12, seed: 7)
        expectExact(
          counts.testFirst { ExactStep.firstOrder(rows, from: $0) }
            + counts.testLater {
              ExactStep.tightSecondOrder(
                rows, from: $1, after: $0, p: p, q: q, deviation: deviation)
            }, "p = \(p), q = \(q), γ = \(deviation)")
      }
    }
  }

  @Test(arguments: TinyGraph.all, TinyGraph.Kind.all)
  func `a step drawn from the parts of a row has the same probabilities`(
    tiny: TinyGraph, kind: TinyGraph.Kind
  ) {
    let rows = tiny.rows(kind)
    let graph = tiny.graph(kind)
    for (p, q) in Self.settings {
      for deviation in [nil, 0.5] {
        let walk = SecondOrderWalk(
          on: graph, returnParameter: p, inOutParameter: q, tieDeviation: deviation)
        var generator = SplitMix64(seed: 4)
        var counts = StepCounts(nodeCount: tiny.nodeCount)
        for previous in 0..<Node(tiny.nodeCount) {
          for node in rows[Int(previous)].keys.sorted() where !rows[Int(node)].isEmpty {
            for _ in 0..<300 {
              let arc = walk.splitDraw(from: node, after: previous, using: &generator)
              counts.countLater(previous, node, graph.allNeighbors[arc])
            }
          }
        }
        expectExact(
          counts.testLater { previous, node in
            guard let deviation else {
              return ExactStep.secondOrder(rows, from: node, after: previous, p: p, q: q)
            }
            return ExactStep.tightSecondOrder(
              rows, from: node, after: previous, p: p, q: q, deviation: deviation)
          }, "p = \(p), q = \(q)")
      }
    }
  }

  @Test(arguments: TinyGraph.all, TinyGraph.Kind.all)
  func `walks with restart jump to their first node or step by weight`(
    tiny: TinyGraph, kind: TinyGraph.Kind
  ) {
    let rows = tiny.rows(kind)
    let graph = tiny.graph(kind)
    for probability in [0, 0.15, 0.9] {
      let walk = RestartWalk(on: graph, restartProbability: probability)
      for first in 0..<Node(tiny.nodeCount) {
        var counts = StepCounts(nodeCount: tiny.nodeCount)
        counts.count(walk, from: first, repetitions: 500, length: 12, seed: 8)
        expectExact(
          counts.testLater { ExactStep.restart(rows, from: $1, first: first, probability) }
            + counts.testFirst { ExactStep.restart(rows, from: $0, first: first, probability) },
          "restart \(probability) at \(first)")
      }
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
      SecondOrderWalk(on: graph, returnParameter: 4, inOutParameter: 0.25, tieDeviation: 0),
      RestartWalk(on: graph, restartProbability: 0),
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
