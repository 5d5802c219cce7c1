internal import Graphs

extension SecondOrderWalk {
  @inline(__always) static var searchesRows: Bool { true }

  /// Searches for the edge from the node before to the candidate, where the filter leaves it open.
  @inline(__always)
  func search(for walker: borrowing Walker, number: Int, _ searches: inout RowSearches) {
    let isOpen = walker.state == .unknown
    let mayBeNear = filter.mayContain(walker.query)
    searches.append(
      from: walker.previous, to: walker.candidate, asker: number,
      if: (isOpen ? 1 : 0) & (mayBeNear ? 1 : 0) == 1)
  }

  /// Whether an edge may be searched from either end: not where its own weight is wanted.
  @inline(__always) var searchesShorterRow: Bool { !graph.isDirected && ties == nil }

  @inline(__always) func found(_ arc: Int, for walker: inout Walker) {
    walker.arcBefore = arc
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
