import Graphs
import Testing
import WalkAudits

@testable import RandomWalks

/// node2vec+ against the probabilities that PecanPy 2.0.9 works out.
@Suite struct NodeToVecPlusTests {
  struct PecanPyRow {
    let deviation: Double
    let p: Double
    let q: Double
    let previous: Node
    let node: Node
    let probabilities: [Double]

    init(
      _ deviation: Double, _ p: Double, _ q: Double, _ previous: Node, _ node: Node,
      _ probabilities: [Double]
    ) {
      self.deviation = deviation
      self.p = p
      self.q = q
      self.previous = previous
      self.node = node
      self.probabilities = probabilities
    }
  }

  static let tiny = TinyGraph(
    name: "weighted", nodeCount: 6,
    edges: [
      (0, 1, 1), (1, 2, 3), (2, 0, 0.5), (2, 3, 4), (3, 4, 0.25), (4, 0, 2), (1, 4, 1.5), (3, 5, 6),
      (5, 2, 0.75), (5, 0, 3),
    ])

  static let kind = TinyGraph.Kind(isDirected: false, isWeighted: true)

  /// `SparseRWGraph.get_extended_normalized_probs` on the graph above: γ, p, q, the node before,
  /// the node, and the probability of each next node.
  static let pecanPy: [PecanPyRow] = [
    PecanPyRow(
      0.0, 0.5, 0.25, 0, 2, [0.0402562, 0.2854529, 0.0000000, 0.6440988, 0.0000000, 0.0301921]),
    PecanPyRow(
      0.0, 0.5, 0.25, 1, 2, [0.0215054, 0.2580645, 0.0000000, 0.6881720, 0.0000000, 0.0322581]),
    PecanPyRow(
      0.0, 0.5, 0.25, 2, 5, [0.2857143, 0.0000000, 0.1428571, 0.5714286, 0.0000000, 0.0000000]),
    PecanPyRow(
      0.0, 0.5, 0.25, 3, 2, [0.0235294, 0.5647059, 0.0000000, 0.3764706, 0.0000000, 0.0352941]),
    PecanPyRow(
      0.0, 0.5, 0.25, 4, 1, [0.0625000, 0.0000000, 0.7500000, 0.0000000, 0.1875000, 0.0000000]),
    PecanPyRow(
      0.0, 0.5, 0.25, 5, 0, [0.0000000, 0.0645161, 0.0322581, 0.0000000, 0.5161290, 0.3870968]),
    PecanPyRow(
      0.0, 0.5, 0.25, 0, 4, [0.5131195, 0.4548105, 0.0000000, 0.0320700, 0.0000000, 0.0000000]),
    PecanPyRow(
      0.0, 0.5, 4.0, 0, 2, [0.2401091, 0.4747612, 0.0000000, 0.2401091, 0.0000000, 0.0450205]),
    PecanPyRow(
      0.0, 0.5, 4.0, 1, 2, [0.0170940, 0.8205128, 0.0000000, 0.1367521, 0.0000000, 0.0256410]),
    PecanPyRow(
      0.0, 0.5, 4.0, 2, 5, [0.0909091, 0.0000000, 0.1818182, 0.7272727, 0.0000000, 0.0000000]),
    PecanPyRow(
      0.0, 0.5, 4.0, 3, 2, [0.0129870, 0.0779221, 0.0000000, 0.8311688, 0.0000000, 0.0779221]),
    PecanPyRow(
      0.0, 0.5, 4.0, 4, 1, [0.2105263, 0.0000000, 0.1578947, 0.0000000, 0.6315789, 0.0000000]),
    PecanPyRow(
      0.0, 0.5, 4.0, 5, 0, [0.0000000, 0.0363636, 0.0181818, 0.0000000, 0.0727273, 0.8727273]),
    PecanPyRow(
      0.0, 0.5, 4.0, 0, 4, [0.7919010, 0.1957255, 0.0000000, 0.0123735, 0.0000000, 0.0000000]),
    PecanPyRow(
      0.0, 2.0, 0.25, 0, 2, [0.0103774, 0.2943396, 0.0000000, 0.6641510, 0.0000000, 0.0311321]),
    PecanPyRow(
      0.0, 2.0, 0.25, 1, 2, [0.0266667, 0.0800000, 0.0000000, 0.8533334, 0.0000000, 0.0400000]),
    PecanPyRow(
      0.0, 2.0, 0.25, 2, 5, [0.3200000, 0.0000000, 0.0400000, 0.6400000, 0.0000000, 0.0000000]),
    PecanPyRow(
      0.0, 2.0, 0.25, 3, 2, [0.0327869, 0.7868853, 0.0000000, 0.1311475, 0.0000000, 0.0491803]),
    PecanPyRow(
      0.0, 2.0, 0.25, 4, 1, [0.0727273, 0.0000000, 0.8727273, 0.0000000, 0.0545455, 0.0000000]),
    PecanPyRow(
      0.0, 2.0, 0.25, 5, 0, [0.0000000, 0.0909091, 0.0454545, 0.0000000, 0.7272727, 0.1363636]),
    PecanPyRow(
      0.0, 2.0, 0.25, 0, 4, [0.2085308, 0.7393365, 0.0000000, 0.0521327, 0.0000000, 0.0000000]),
    PecanPyRow(
      0.0, 2.0, 4.0, 0, 2, [0.0732113, 0.5790349, 0.0000000, 0.2928452, 0.0000000, 0.0549085]),
    PecanPyRow(
      0.0, 2.0, 4.0, 1, 2, [0.0444444, 0.5333334, 0.0000000, 0.3555556, 0.0000000, 0.0666667]),
    PecanPyRow(
      0.0, 2.0, 4.0, 2, 5, [0.1052632, 0.0000000, 0.0526316, 0.8421053, 0.0000000, 0.0000000]),
    PecanPyRow(
      0.0, 2.0, 4.0, 3, 2, [0.0344828, 0.2068966, 0.0000000, 0.5517241, 0.0000000, 0.2068966]),
    PecanPyRow(
      0.0, 2.0, 4.0, 4, 1, [0.4000000, 0.0000000, 0.3000000, 0.0000000, 0.3000000, 0.0000000]),
    PecanPyRow(
      0.0, 2.0, 4.0, 5, 0, [0.0000000, 0.1052632, 0.0526316, 0.0000000, 0.2105263, 0.6315789]),
    PecanPyRow(
      0.0, 2.0, 4.0, 0, 4, [0.4875346, 0.4819944, 0.0000000, 0.0304709, 0.0000000, 0.0000000]),
    PecanPyRow(
      0.5, 0.5, 0.25, 0, 2, [0.0388129, 0.3110707, 0.0000000, 0.6210067, 0.0000000, 0.0291097]),
    PecanPyRow(
      0.5, 0.5, 0.25, 1, 2, [0.0215054, 0.2580645, 0.0000000, 0.6881720, 0.0000000, 0.0322581]),
    PecanPyRow(
      0.5, 0.5, 0.25, 2, 5, [0.2329874, 0.0000000, 0.1164937, 0.6505188, 0.0000000, 0.0000000]),
    PecanPyRow(
      0.5, 0.5, 0.25, 3, 2, [0.0235294, 0.5647059, 0.0000000, 0.3764706, 0.0000000, 0.0352941]),
    PecanPyRow(
      0.5, 0.5, 0.25, 4, 1, [0.0625000, 0.0000000, 0.7500000, 0.0000000, 0.1875000, 0.0000000]),
    PecanPyRow(
      0.5, 0.5, 0.25, 5, 0, [0.0000000, 0.1052632, 0.0526316, 0.0000000, 0.2105263, 0.6315789]),
    PecanPyRow(
      0.5, 0.5, 0.25, 0, 4, [0.6956522, 0.2608696, 0.0000000, 0.0434783, 0.0000000, 0.0000000]),
    PecanPyRow(
      0.5, 0.5, 4.0, 0, 2, [0.2542042, 0.4439284, 0.0000000, 0.2542042, 0.0000000, 0.0476633]),
    PecanPyRow(
      0.5, 0.5, 4.0, 1, 2, [0.0170940, 0.8205128, 0.0000000, 0.1367521, 0.0000000, 0.0256410]),
    PecanPyRow(
      0.5, 0.5, 4.0, 2, 5, [0.0979631, 0.0000000, 0.1959262, 0.7061107, 0.0000000, 0.0000000]),
    PecanPyRow(
      0.5, 0.5, 4.0, 3, 2, [0.0129870, 0.0779221, 0.0000000, 0.8311688, 0.0000000, 0.0779221]),
    PecanPyRow(
      0.5, 0.5, 4.0, 4, 1, [0.0625000, 0.0000000, 0.1875000, 0.0000000, 0.7500000, 0.0000000]),
    PecanPyRow(
      0.5, 0.5, 4.0, 5, 0, [0.0000000, 0.0363636, 0.0181818, 0.0000000, 0.0727273, 0.8727273]),
    PecanPyRow(
      0.5, 0.5, 4.0, 0, 4, [0.9014084, 0.0845070, 0.0000000, 0.0140845, 0.0000000, 0.0000000]),
    PecanPyRow(
      0.5, 2.0, 0.25, 0, 2, [0.0099942, 0.3203973, 0.0000000, 0.6396260, 0.0000000, 0.0299825]),
    PecanPyRow(
      0.5, 2.0, 0.25, 1, 2, [0.0266667, 0.0800000, 0.0000000, 0.8533334, 0.0000000, 0.0400000]),
    PecanPyRow(
      0.5, 2.0, 0.25, 2, 5, [0.2552924, 0.0000000, 0.0319116, 0.7127960, 0.0000000, 0.0000000]),
    PecanPyRow(
      0.5, 2.0, 0.25, 3, 2, [0.0327869, 0.7868853, 0.0000000, 0.1311475, 0.0000000, 0.0491803]),
    PecanPyRow(
      0.5, 2.0, 0.25, 4, 1, [0.0727273, 0.0000000, 0.8727273, 0.0000000, 0.0545455, 0.0000000]),
    PecanPyRow(
      0.5, 2.0, 0.25, 5, 0, [0.0000000, 0.2000000, 0.1000000, 0.0000000, 0.4000000, 0.3000000]),
    PecanPyRow(
      0.5, 2.0, 0.25, 0, 4, [0.3636364, 0.5454546, 0.0000000, 0.0909091, 0.0000000, 0.0000000]),
    PecanPyRow(
      0.5, 2.0, 4.0, 0, 2, [0.0785214, 0.5485020, 0.0000000, 0.3140855, 0.0000000, 0.0588910]),
    PecanPyRow(
      0.5, 2.0, 4.0, 1, 2, [0.0444444, 0.5333334, 0.0000000, 0.3555556, 0.0000000, 0.0666667]),
    PecanPyRow(
      0.5, 2.0, 4.0, 2, 5, [0.1148379, 0.0000000, 0.0574190, 0.8277431, 0.0000000, 0.0000000]),
    PecanPyRow(
      0.5, 2.0, 4.0, 3, 2, [0.0344828, 0.2068966, 0.0000000, 0.5517241, 0.0000000, 0.2068966]),
    PecanPyRow(
      0.5, 2.0, 4.0, 4, 1, [0.1428571, 0.0000000, 0.4285714, 0.0000000, 0.4285714, 0.0000000]),
    PecanPyRow(
      0.5, 2.0, 4.0, 5, 0, [0.0000000, 0.1052632, 0.0526316, 0.0000000, 0.2105263, 0.6315789]),
    PecanPyRow(
      0.5, 2.0, 4.0, 0, 4, [0.6956522, 0.2608696, 0.0000000, 0.0434783, 0.0000000, 0.0000000]),
  ]

  @Test(arguments: pecanPy.indices)
  func `steps have the probabilities of PecanPy`(index: Int) {
    let row = Self.pecanPy[index]
    let exact = ExactStep.tightSecondOrder(
      Self.tiny.rows(Self.kind), from: row.node, after: row.previous, p: row.p, q: row.q,
      deviation: row.deviation)
    for (next, probability) in row.probabilities.enumerated() {
      #expect(abs((exact[Node(next)] ?? 0) - probability) < 1e-6)
    }
    let walk = SecondOrderWalk(
      on: Self.tiny.graph(Self.kind), returnParameter: row.p, inOutParameter: row.q,
      tieDeviation: row.deviation)
    var counts = [Int](repeating: 0, count: 6)
    for draw in 0..<4000 as Range<UInt64> {
      counts[
        Int(
          SecondOrderWalkTests.step(walk, from: row.node, after: row.previous, seed: draw).next)] +=
        1
    }
    let possible = row.probabilities.indices.filter { row.probabilities[$0] > 0 }
    #expect(possible.reduce(0) { $0 + counts[$1] } == 4000)
    let test = FrequencyTest(
      counts: possible.map { counts[$0] }, probabilities: possible.map { row.probabilities[$0] })
    #expect(test.pValue > 1e-5, "\(counts), \(row.probabilities)")
  }

  @Test func `on an unweighted graph node2vec+ makes the walks of node2vec`() {
    let graph = TinyGraph.all[1].graph(TinyGraph.Kind(isDirected: false, isWeighted: false))
    let walks = [nil, 0].map { deviation in
      SecondOrderWalk(
        on: graph, returnParameter: 0.5, inOutParameter: 2, tieDeviation: deviation)
    }
    let nodes = walks.map { walk in
      var nodes: [Node] = []
      let corpus = WalkCorpus(walk, walksPerNode: 5, walkLength: 20, seed: 1)
      for index in 0..<corpus.walkCount { corpus.append(walk: index, to: &nodes) }
      return nodes
    }
    #expect(nodes[0] == nodes[1])
  }
}
