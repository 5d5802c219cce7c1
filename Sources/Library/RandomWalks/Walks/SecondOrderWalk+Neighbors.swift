internal import Graphs

extension SecondOrderWalk {
  /// Asks the filter and, if the answer is uncertain, adds a search for the edge from the previous
  /// node to the candidate.
  @inline(__always)
  func search(for walker: inout Walker, number: Int, _ searches: inout RowSearches) -> Bool {
    let mayBeNear = filter.mayContain(walker.query)
    walker.isNear = mayBeNear
    let needsArc = ties != nil || !filter.isExact(walker.query)
    guard walker.state == .unknown && mayBeNear && needsArc else { return false }
    searches.append(from: walker.previous, to: walker.candidate, asker: number)
    return true
  }

  /// Whether an edge may be searched from either end; not if the weight of the arc itself is
  /// needed.
  @inline(__always) var searchesShorterRow: Bool { !graph.isDirected && ties == nil }

  @inline(__always) func found(_ arc: Int, for walker: inout Walker) {
    walker.isNear = arc >= 0
    walker.arcBefore = arc
  }

  /// Whether more trials would cost more than splitting the row.
  ///
  /// Splitting compares a few entries for each arc of the shorter row; a trial costs about as much
  /// as comparing four of them. A step thus costs at most about twice the cheaper of the two.
  func isTooLong(_ walker: Walker) -> Bool {
    let shorter = min(graph.degree(of: walker.node), graph.degree(of: walker.previous))
    return walker.rejections >= 16 + shorter / 4
  }
}
