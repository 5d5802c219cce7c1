internal import Names

extension Graph {
  /// The first invariant that this graph violates, for tests; nil if it satisfies all of them.
  ///
  /// - Complexity: O(*n* + *m* log *d*) for *n* nodes, *m* arcs and a largest degree *d*.
  package func brokenInvariant() -> String? {
    if offsets.first != 0 || offsets.last != targets.count { return "the rows cover all arcs" }
    if zip(offsets, offsets.dropFirst()).contains(where: >) { return "rows do not overlap" }
    if names.count != nodeCount { return "every node has a name" }
    if !arcWeights.isEmpty && arcWeights.count != targets.count { return "every arc has a weight" }
    if !arcWeights.isEmpty && arcWeights.allSatisfy({ $0 == 1 }) { return "weights differ from 1" }
    if !arcWeights.allSatisfy({ $0 > 0 && $0.isFinite }) { return "weights are positive, finite" }
    var loopCount = 0
    for node in 0..<Node(nodeCount) {
      let neighbors = neighbors(of: node)
      for index in neighbors.indices {
        let neighbor = neighbors[index]
        if neighbor >= nodeCount { return "neighbors are nodes" }
        if index > 0 && neighbors[index - 1] >= neighbor { return "rows ascend without repeats" }
        if neighbor == node { loopCount += 1 }
      }
    }
    for node in 0..<Node(isDirected ? 0 : nodeCount) {
      for arc in row(of: node)
      where weight(from: targets[arc], to: node) != (isWeighted ? arcWeights[arc] : 1) {
        return "an undirected edge leads both ways with one weight"
      }
    }
    let expectedCount = isDirected ? targets.count : (targets.count + loopCount) / 2
    return edgeCount == expectedCount ? nil : "all edges are counted"
  }
}
