internal import Graphs

/// A node to step from, optionally with the previous node, and the exact probability of each step.
///
/// The probabilities are computed from the paper's formula, arc by arc, sharing no code with the
/// walks.
struct StepContext {
  /// The previous node, or nil if it does not matter.
  let previous: Node?
  let node: Node
  /// The arcs that leave the node.
  let row: Range<Int>
  /// The part of each arc; without a previous node, all are outward.
  private(set) var parts: [StepPart] = []
  /// The probability of each arc.
  private(set) var probabilities: [Double] = []

  /// Computes the probabilities.
  ///
  /// - Parameters:
  ///   - node: The node to step from; an edge leaves it.
  ///   - previous: The previous node, or nil for a step by weight alone.
  ///   - graph: The graph.
  ///   - rule: The rule of the steps.
  /// - Complexity: O(*d* + *e*) for nodes with *d* and *e* neighbors.
  init(from node: Node, after previous: Node?, in graph: Graph, by rule: StepRule) {
    self.previous = previous
    self.node = node
    row = graph.row(of: node)
    probabilities.reserveCapacity(row.count)
    parts.reserveCapacity(row.count)
    // Both rows are sorted, so that one pass over both suffices.
    var cursor = previous.map { graph.row(of: $0) } ?? 0..<0
    var sum = 0.0
    for arc in row {
      let next = graph.allNeighbors[arc]
      var weight =
        graph.isWeighted && !rule.ignoresWeights ? Double(graph.allWeights[arc]) : 1
      var part = StepPart.outward
      if let previous {
        while let first = cursor.first, graph.allNeighbors[first] < next {
          cursor = first + 1..<cursor.upperBound
        }
        let arcBefore = cursor.first.flatMap { graph.allNeighbors[$0] == next ? $0 : nil }
        part = next == previous ? .back : arcBefore != nil ? .near : .outward
        weight *= rule.factor(of: arc, from: node, part: part, arcBefore: arcBefore, in: graph)
      }
      parts.append(part)
      probabilities.append(weight)
      sum += weight
    }
    for index in probabilities.indices { probabilities[index] /= sum }
  }

  /// The probability of a step into a part.
  func probability(of part: StepPart) -> Double {
    zip(parts, probabilities).reduce(0) { $1.0 == part ? $0 + $1.1 : $0 }
  }

  /// Tests counts of steps against the probabilities.
  ///
  /// Steps with an expected count below five are grouped by part.
  ///
  /// - Parameter counts: How often each arc was taken.
  /// - Returns: The test.
  func test(_ counts: [Int]) -> FrequencyTest {
    let total = Double(counts.reduce(0, +))
    var groupCounts: [Int] = []
    var groupProbabilities: [Double] = []
    var rareCounts = [0, 0, 0]
    var rareProbabilities = [0.0, 0, 0]
    for index in counts.indices {
      if probabilities[index] * total >= FrequencyTest.smallestExpectedCount {
        groupCounts.append(counts[index])
        groupProbabilities.append(probabilities[index])
      } else {
        let part = parts[index] == .back ? 0 : parts[index] == .near ? 1 : 2
        rareCounts[part] += counts[index]
        rareProbabilities[part] += probabilities[index]
      }
    }
    for part in rareCounts.indices where rareProbabilities[part] > 0 {
      groupCounts.append(rareCounts[part])
      groupProbabilities.append(rareProbabilities[part])
    }
    return FrequencyTest(counts: groupCounts, probabilities: groupProbabilities)
  }
}
