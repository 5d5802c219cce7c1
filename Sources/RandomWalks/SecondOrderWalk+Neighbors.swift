internal import Graphs

extension SecondOrderWalk {
  /// Whether an edge leads from `previous` to `candidate`, searched in the shorter row.
  @inline(__always) func isNeighbor(_ candidate: Node, of previous: Node) -> Bool {
    if !graph.isDirected && graph.degree(of: candidate) < graph.degree(of: previous) {
      return graph.hasEdge(from: candidate, to: previous)
    }
    return graph.hasEdge(from: previous, to: candidate)
  }

  /// Whether more trials would cost more than to split the row.
  ///
  /// Splitting compares a few entries for each arc of the shorter row; a trial costs about as much
  /// as four of them. A step so costs at most about twice the cheaper of the two.
  func isTooLong(_ walker: Walker) -> Bool {
    let shorter = min(graph.degree(of: walker.node), graph.degree(of: walker.previous))
    return walker.rejections >= 16 + shorter / 4
  }
}
