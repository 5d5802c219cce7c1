extension TemporalGraph {
  /// Returns the graph without its times.
  ///
  /// Edges between the same nodes become one edge, whose weight is the sum of theirs; an edge
  /// without a weight counts 1.
  ///
  /// - Returns: A graph with the same nodes.
  /// - Complexity: O(*m* log *d*) for *m* arcs and a largest degree *d*.
  public func withoutTimes() -> Graph {
    var offsets = [0]
    var merged: [Node] = []
    var weights: [Float] = []
    var selfLoopCount = 0
    offsets.reserveCapacity(nodeCount + 1)
    for node in 0..<Node(nodeCount) {
      let start = merged.count
      for arc in row(of: node).sorted(by: { allTargets[$0] < allTargets[$1] }) {
        let weight = isWeighted ? allWeights[arc] : 1
        if merged.count > start, merged[merged.count - 1] == allTargets[arc] {
          weights[weights.count - 1] += weight
        } else {
          merged.append(allTargets[arc])
          weights.append(weight)
          if allTargets[arc] == node { selfLoopCount += 1 }
        }
      }
      offsets.append(merged.count)
    }
    return Graph(
      offsets: offsets, targets: merged,
      arcWeights: weights.allSatisfy { $0 == 1 } ? [] : weights, isDirected: isDirected,
      edgeCount: isDirected ? merged.count : (merged.count + selfLoopCount) / 2, names: names)
  }
}
