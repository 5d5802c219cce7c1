public import Graphs

extension EdgeSplitOptions {
  /// The same options with a test as large as a graph allows, if it does not allow the requested
  /// one.
  ///
  /// If components are to stay connected, only edges outside of a spanning forest can be removed: a
  /// tree has none, and a grid few. The share of the test is then lowered to what is there; if
  /// nothing is, edges are chosen at random instead.
  ///
  /// - Parameter graph: The graph to be split.
  /// - Returns: The options; the same if the graph allows them, or if a share is out of range.
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* edges.
  public func fitted(to graph: Graph) -> EdgeSplitOptions {
    let shares = [testShare, validationShare, classifierShare]
    guard kind == .connected, shares.allSatisfy({ $0 >= 0 && $0 < 1 }) else { return self }
    var sets = DisjointSets(nodeCount: graph.nodeCount)
    var edgeCount = 0
    var forestCount = 0
    for source in 0..<Node(graph.nodeCount) {
      let neighbors = graph.neighbors(of: source)
      for index in neighbors.indices {
        let target = neighbors[index]
        guard graph.isDirected ? source != target : source < target else { continue }
        edgeCount += 1
        if sets.join(source, target) { forestCount += 1 }
      }
    }
    func count(_ share: Double) -> Int { Int((Double(edgeCount) * share).rounded()) }
    let removableCount = edgeCount - forestCount - count(classifierShare) - count(validationShare)
    guard edgeCount > 0, removableCount < count(testShare) else { return self }
    var fitted = self
    if removableCount < 1 {
      fitted.kind = .random
    } else {
      fitted.testShare = Double(removableCount) / Double(edgeCount)
    }
    return fitted
  }
}
