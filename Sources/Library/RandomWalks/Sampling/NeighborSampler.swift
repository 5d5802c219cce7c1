internal import Graphs

/// Draws one of a node's edges, in proportion to the weights, in two phases.
///
/// On an unweighted graph it holds nothing; on a weighted one, an alias table of 8 bytes an arc.
struct NeighborSampler: Sendable {
  /// A place drawn in a row.
  struct Proposal: Sendable {
    /// Where the row starts among all arcs; -1 when the row is empty.
    var start = -1
    /// The column that was drawn, then the arc that it stands for, among all arcs.
    var arc = 0
    /// The place within the column, in units of 2⁻⁶⁴.
    var place: UInt64 = 0

    /// Whether nothing could be drawn.
    @inline(__always) var isEmpty: Bool { start < 0 }
  }

  /// Whether a proposal must be turned into an arc by `choose`.
  let isWeighted: Bool
  private let table: AliasTable

  init(_ graph: Graph, isWeighted: Bool, threadCount: Int) {
    self.isWeighted = isWeighted
    table =
      isWeighted ? AliasTable(arcsOf: graph, threadCount: threadCount) : AliasTable(weights: [])
  }

  /// The number of bytes of the alias table, if there is one.
  var byteCount: Int { table.byteCount }

  /// Draws a place in a row.
  ///
  /// Each place is as likely as the others within 2⁻⁶⁴ of the row's length.
  @inline(__always)
  func propose(_ row: Range<Int>, using generator: inout SplitMix64) -> Proposal {
    if row.isEmpty { return Proposal() }
    // The high half of the product is the column, the low half the place within it.
    let product = generator.next().multipliedFullWidth(
      by: UInt64(truncatingIfNeeded: row.count))
    return Proposal(
      start: row.lowerBound, arc: row.lowerBound &+ Int(truncatingIfNeeded: product.high),
      place: product.low)
  }

  /// Asks for what `choose` reads, or else for the arc's target.
  @inline(__always) func prefetch(_ proposal: Proposal, of graph: Graph) {
    if isWeighted {
      table.prefetch(proposal.arc)
    } else {
      graph.allNeighbors.prefetch(proposal.arc)
    }
  }

  /// Turns the column of a proposal into an arc, in proportion to the weights.
  @inline(__always) func choose(_ proposal: inout Proposal) {
    guard isWeighted, !proposal.isEmpty else { return }
    proposal.arc =
      proposal.start
      + table.draw(
        start: proposal.start, column: proposal.arc - proposal.start,
        place: Double(proposal.place >> 11) * 0x1p-53)
  }
}
