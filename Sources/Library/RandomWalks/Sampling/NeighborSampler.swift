internal import Graphs

/// Draws one of a node's edges in proportion to the weights, in two phases.
///
/// It stores nothing for an unweighted graph, and an alias table of 8 bytes per arc for a weighted
/// one.
struct NeighborSampler: Sendable {
  /// A position drawn in a row.
  struct Proposal: Sendable {
    /// The start of the row in `allNeighbors`; -1 if the row is empty.
    var start = -1
    /// The column that was drawn, then the arc that it stands for; an index into `allNeighbors`.
    var arc = 0
    /// The position within the column, in units of 2⁻⁶⁴.
    var place: UInt64 = 0

    /// Whether nothing could be drawn because the row is empty.
    @inline(__always) var isEmpty: Bool { start < 0 }
  }

  /// Whether `choose` must turn a proposal into an arc.
  let isWeighted: Bool
  private let table: AliasTable

  init(_ graph: Graph, isWeighted: Bool, threadCount: Int) {
    self.isWeighted = isWeighted
    table =
      isWeighted ? AliasTable(arcsOf: graph, threadCount: threadCount) : AliasTable(weights: [])
  }

  /// The number of bytes of the alias table; 0 without one.
  var byteCount: Int { table.byteCount }

  /// Draws a position in a row.
  ///
  /// All positions are equally likely, up to 2⁻⁶⁴ times the length of the row.
  @inline(__always)
  func propose(_ row: Range<Int>, using generator: inout SplitMix64) -> Proposal {
    if row.isEmpty { return Proposal() }
    // The high half of the product is the column, the low half the position within it.
    let product = generator.next().multipliedFullWidth(
      by: UInt64(truncatingIfNeeded: row.count))
    return Proposal(
      start: row.lowerBound, arc: row.lowerBound &+ Int(truncatingIfNeeded: product.high),
      place: product.low)
  }

  /// Prefetches what `choose` reads, or the arc's target if there is nothing to choose.
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
