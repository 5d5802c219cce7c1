internal import Graphs

/// Draws one of a node's edges, in proportion to the weights.
///
/// On an unweighted graph it holds nothing; on a weighted one, an alias table of 8 bytes an arc.
struct NeighborSampler: Sendable {
  private let table: AliasTable?

  init(_ graph: Graph, threadCount: Int) {
    table = graph.isWeighted ? AliasTable(arcsOf: graph, threadCount: threadCount) : nil
  }

  /// Draws one arc of a row that is not empty, and returns its place among all arcs.
  @inline(__always)
  func arc(of row: Range<Int>, using generator: inout SplitMix64) -> Int {
    guard let table else { return row.lowerBound + generator.next(below: row.count) }
    return row.lowerBound
      + table.draw(start: row.lowerBound, count: row.count, using: &generator)
  }
}
