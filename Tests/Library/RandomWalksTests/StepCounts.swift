import Graphs
import RandomWalks
import Testing
import WalkAudits

/// How often each step was made, in each context: after one node, or after two.
struct StepCounts {
  let nodeCount: Int
  /// First steps: `first[node * nodeCount + next]`.
  private(set) var first: [Int]
  /// Later steps: `later[(previous * nodeCount + node) * nodeCount + next]`.
  private(set) var later: [Int]

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    first = [Int](repeating: 0, count: nodeCount * nodeCount)
    later = [Int](repeating: 0, count: nodeCount * nodeCount * nodeCount)
  }

  /// Counts the steps of walks from every node.
  init(_ walk: some RandomWalk, repetitions: Int, length: Int, seed: UInt64) {
    self.init(nodeCount: walk.graph.nodeCount)
    for node in 0..<Node(nodeCount) {
      count(walk, from: node, repetitions: repetitions, length: length, seed: seed)
    }
  }

  /// Counts the steps of walks from one node.
  mutating func count(
    _ walk: some RandomWalk, from node: Node, repetitions: Int, length: Int, seed: UInt64
  ) {
    var nodes: [Node] = []
    var ends: [Int] = []
    walk.append(repetitions, length: length, to: &nodes, ends: &ends) { repetition in
      (node, SplitMix64(seed: seed, purpose: .walk, UInt64(node), UInt64(repetition)))
    }
    var start = 0
    for end in ends {
      for index in start..<end where index > start {
        if index == start + 1 {
          countFirst(nodes[index - 1], nodes[index])
        } else {
          countLater(nodes[index - 2], nodes[index - 1], nodes[index])
        }
      }
      start = end
    }
  }

  mutating func countFirst(_ node: Node, _ next: Node) {
    first[Int(node) * nodeCount + Int(next)] += 1
  }

  mutating func countLater(_ previous: Node, _ node: Node, _ next: Node) {
    later[(Int(previous) * nodeCount + Int(node)) * nodeCount + Int(next)] += 1
  }

  /// The tests of first steps against exact probabilities.
  func testFirst(_ exact: (_ node: Node) -> [Node: Double]) -> [ContextTest] {
    (0..<Node(nodeCount)).compactMap { node in
      test(first[Int(node) * nodeCount..<Int(node + 1) * nodeCount], [node]) { exact(node) }
    }
  }

  /// The tests of later steps against exact probabilities.
  func testLater(_ exact: (_ previous: Node, _ node: Node) -> [Node: Double]) -> [ContextTest] {
    (0..<nodeCount * nodeCount).compactMap { context in
      let previous = Node(context / nodeCount)
      let node = Node(context % nodeCount)
      let counts = later[context * nodeCount..<(context + 1) * nodeCount]
      return test(counts, [previous, node]) { exact(previous, node) }
    }
  }

  private func test(
    _ counts: ArraySlice<Int>, _ context: [Node], _ exact: () -> [Node: Double]
  ) -> ContextTest? {
    if counts.allSatisfy({ $0 == 0 }) { return nil }
    let exact = exact()
    let observed = Dictionary(
      uniqueKeysWithValues: counts.enumerated().map { (Node($0.offset), $0.element) })
    let possible = exact.keys.sorted()
    return ContextTest(
      context: context, counts: observed.filter { $0.value > 0 }, exact: exact,
      hasImpossibleStep: observed.contains { $0.value > 0 && exact[$0.key] == nil },
      frequencies: FrequencyTest(
        counts: possible.map { observed[$0] ?? 0 }, probabilities: possible.map { exact[$0] ?? 0 }))
  }
}

/// The test of the steps in one context.
struct ContextTest {
  let context: [Node]
  let counts: [Node: Int]
  let exact: [Node: Double]
  let hasImpossibleStep: Bool
  let frequencies: FrequencyTest
}

/// Expects that no context's counts are improbable, nor those of all contexts together.
///
/// The seeds are fixed. Of the some 50,000 contexts of all tests, one below 10⁻⁸ has probability
/// 5·10⁻⁴; the sum over contexts, which finds a small error that all of them share, is tested some
/// 1500 times and is below 10⁻⁷ with probability 1.5·10⁻⁴.
func expectExact(_ tests: [ContextTest], _ comment: String) {
  for test in tests {
    #expect(!test.hasImpossibleStep, "\(comment): \(test.context): a step that no edge allows")
    #expect(
      test.frequencies.pValue > 1e-8,
      "\(comment): after \(test.context): \(test.counts), exactly \(test.exact)")
  }
  let degreesOfFreedom = tests.reduce(0) { $0 + $1.frequencies.degreesOfFreedom }
  if degreesOfFreedom == 0 { return }
  let pValue = ChiSquared.survival(
    tests.reduce(0) { $0 + $1.frequencies.statistic }, degreesOfFreedom: degreesOfFreedom)
  #expect(pValue > 1e-7, "\(comment): all contexts together")
}
